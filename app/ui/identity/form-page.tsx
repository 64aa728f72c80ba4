// The calm frame of every page outside: one column, one card, one thing to do.
import type { ReactNode } from 'react';
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
  return (
    <Page title={title} lead={lead} width="narrow">
      {notice}
      <Card>{children}</Card>
      {after && <div className="mt-6 space-y-1">{after}</div>}
    </Page>
  );
}
