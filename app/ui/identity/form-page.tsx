// The calm frame of every page outside: one column, one card, one thing to do; the bridge beside it where there is room.
import type { ReactNode } from 'react';
import { useI18n } from '~/i18n/react';
import { Span } from '../courses/span';
import { Card } from '../primitives/card';
import { Page } from '../primitives/page';

/** `after`: what else one may have come for, below the card. */
export function FormPage(props: {
  title: string;
  lead?: string;
  notice?: ReactNode;
  after?: ReactNode;
  children: ReactNode;
}) {
  const { title, lead, notice, after, children } = props;
  const { m } = useI18n();
  return (
    <Page title={title} lead={lead} width="wide">
      <div className="grid gap-x-20 lg:grid-cols-[32rem_minmax(0,1fr)]">
        <div className="min-w-0 max-w-lg">
          {notice}
          <Card>{children}</Card>
          {after && <div className="mt-6 space-y-1">{after}</div>}
        </div>
        <div aria-hidden="true" className="no-print hidden self-start lg:block">
          <Span label={m.courses.home.drawing} />
        </div>
      </div>
    </Page>
  );
}
