// The one place where HTML goes into a page as it is: it was rendered at publish from checked MDX, which cannot hold code.
import { useState } from 'react';

type Props = { html: string; lang?: string; id?: string; className?: string };

export function Rendered({ html, className = 'prose', ...rest }: Props) {
  return <div {...rest} className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The same, for inside a label, where only phrasing content may be. */
export function RenderedPhrase({ html, className = 'prose', ...rest }: Props) {
  return <span {...rest} className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/**
 * A part of a text that was sent in the page's markup and not a second time as data. What the browser lacks it takes, before
 * anything is drawn, from the page it was sent; `id` names the part there.
 */
export function RenderedPart({ html, id, ...rest }: Omit<Props, 'html'> & { html?: string; id: string }) {
  const [found] = useState(() => html ?? markupOf(id));
  return <Rendered {...rest} id={id} html={html ?? found} />;
}

const markupOf = (id: string): string =>
  typeof document === 'undefined' ? '' : (document.getElementById(id)?.innerHTML ?? '');
