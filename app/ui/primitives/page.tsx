import type { ReactNode } from 'react';

type Width = 'narrow' | 'text' | 'wide';
const widths: Record<Width, string> = { narrow: 'max-w-lg', text: 'max-w-3xl', wide: '' };

/**
 * A page's frame: eyebrow, title, lead and content. narrow: forms; text: reading; wide: lists and tables. Whatever the width, it
 * begins where the header and the footer begin.
 */
export function Page(props: {
  title: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  width?: Width;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const { title, eyebrow, lead, width = 'text', actions, children } = props;
  return (
    <div className="mx-auto w-full max-w-6xl px-gutter pt-page">
      <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 sm:mb-10">
        <div className="min-w-0 max-w-3xl">
          {eyebrow && <p className="eyebrow mb-2.5">{eyebrow}</p>}
          <h1 className="text-4xl">{title}</h1>
          {lead && <p className="mt-3 max-w-2xl text-lg text-muted">{lead}</p>}
        </div>
        {actions}
      </div>
      <div className={widths[width]}>{children}</div>
    </div>
  );
}
