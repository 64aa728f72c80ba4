// The frame of every administration page: the way between them, and the page.
import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useI18n } from '~/i18n/react';
import { Page } from '../primitives/page';

/** `manages`: whether the reader may manage parks. */
export function AdminPage(props: {
  title: string;
  lead: string;
  manages: boolean;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, lead, manages, actions, children } = props;
  const { m } = useI18n();
  const { nav } = m.admin;
  const links = [
    { to: '/admin/reports', label: nav.reports },
    { to: '/admin/people', label: nav.people },
    { to: '/admin/records', label: nav.records },
    { to: '/admin/invitations', label: nav.invitations },
    ...(manages ? [{ to: '/admin/parks', label: nav.parks }] : []),
  ];
  return (
    <>
      <nav aria-label={nav.label} className="border-b border-line bg-paper print:hidden">
        <ul className="mx-auto flex w-full max-w-6xl flex-wrap gap-x-6 px-gutter">
          {links.map(({ to, label }) => (
            <li key={to}>
              <NavLink
                to={to}
                className="flex min-h-11 items-center border-b-[2.5px] border-transparent text-ink no-underline hover:border-line aria-[current=page]:border-accent aria-[current=page]:font-semibold"
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Page title={title} lead={lead} width="wide" actions={actions}>
        {children}
      </Page>
    </>
  );
}
