import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Page } from '../primitives/page';

type Why = 'used' | 'expired' | 'revoked' | 'unknown';
type Kind = 'invitation' | 'signUp' | 'reset';

const again = { invitation: null, signUp: '/sign-up', reset: '/reset' } as const;

/** A one-time link that does nothing any more: why, and what to do next. */
export function DeadLinkPage({ kind, why }: { kind: Kind; why: Why }) {
  const { m } = useI18n();
  const text = m.identity.dead;
  const newLink = why === 'revoked' ? null : again[kind];
  const ways: { to: string; label: string }[] = [
    ...(newLink ? [{ to: newLink, label: text.newLink }] : []),
    { to: '/sign-in', label: text.signIn },
  ];
  // Who has used the link most likely has an account now.
  if (why === 'used') ways.reverse();
  return (
    <Page title={text[kind][why]} lead={text[kind][`${why}Lead`]} width="narrow">
      <div className="flex flex-wrap gap-3">
        {ways.map(({ to, label }, index) => (
          <ButtonLink key={to} to={to} tone={index === 0 ? 'main' : 'quiet'}>
            {label}
          </ButtonLink>
        ))}
      </div>
    </Page>
  );
}
