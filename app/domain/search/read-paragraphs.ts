// A rendered lesson as plain paragraphs, each with its place on the page. Reads HTML that our own renderer wrote, and no other. Pure.
import type { Segment } from '~/mdx/schema';

/** `anchor`: an id on the lesson's page, or empty. */
export type Paragraph = { anchor: string; heading: boolean; text: string };

/**
 * What can be read in the text, in order. Left out are the quiz, the cards of glossary terms (the terms are found by themselves),
 * marks of footnotes, labels of the page's own, and formulas that stand alone.
 */
export function paragraphsOf(segments: readonly Segment[]): Paragraph[] {
  return segments.flatMap((segment) => {
    if (segment.kind === 'quiz') return [];
    // Renderings of before blocks had ids do not say where a Reflect stands.
    const block: number | undefined = segment.kind === 'reflect' ? segment.block : undefined;
    return readHtml(segment.html, block === undefined ? '' : `b${block}`);
  });
}

const parts = /<(\/?)([a-z][a-z\d-]*)((?:"[^"]*"|[^>"])*)>|([^<]+)/gi;
const alone = new Set(['br', 'hr', 'img', 'input', 'source', 'track', 'wbr']);
const blocks =
  /^(?:p|li|ul|ol|h[1-6]|tr|table|blockquote|figure|figcaption|pre|div|section|dl|dt|dd|summary|details|hr)$/;
const unread =
  /\bclass="(?:[^"]* )?(?:term-card|callout-kind|card-meta|footnotes-title|data-footnote-backref)[ "]|\bdata-footnote-(?:ref|backref)=/;

/** A formula that stands alone says nothing in words; one within a sentence is read as its source, which is what can be typed. */
const withoutFormulas = (html: string): string =>
  html.replace(/<math\b([^>]*)>([\s\S]*?)<\/math>/g, (_whole, attributes: string, inside: string) =>
    attributes.includes('display="block"')
      ? ''
      : (/<annotation[^>]*>([\s\S]*?)<\/annotation>/.exec(inside)?.[1] ?? ''),
  );

function readHtml(html: string, start: string): Paragraph[] {
  const read: Paragraph[] = [];
  /** For each element that is open, whether what it holds is left out. */
  const open: boolean[] = [];
  let anchor = start;
  let heading = false;
  let text = '';
  const flush = () => {
    const said = text.replace(/\s+/g, ' ').trim();
    if (said !== '') read.push({ anchor, heading, text: said });
    text = '';
  };
  for (const [, closing, name = '', attributes = '', words] of withoutFormulas(html).matchAll(parts)) {
    const left = open.at(-1) ?? false;
    if (words !== undefined) {
      if (!left) text += decode(words);
      continue;
    }
    const tag = name.toLowerCase();
    if (!left && blocks.test(tag)) {
      flush();
      heading = !closing && /^h[1-6]$/.test(tag);
    } else if (!left && tag === 'br') text += ' ';
    // A table's row is one paragraph: a cell alone says little.
    else if (!left && !closing && /^t[dh]$/.test(tag) && text.trim() !== '') text += ' · ';
    if (closing) {
      open.pop();
      continue;
    }
    const block = /\bdata-block="(\d+)"/.exec(attributes)?.[1];
    const note = tag === 'li' ? /\bid="(note-fn-[^"]+)"/.exec(attributes)?.[1] : undefined;
    if (block) anchor = `b${block}`;
    else if (note) anchor = decode(note);
    if (!alone.has(tag) && !attributes.endsWith('/'))
      open.push(left || tag === 'video' || unread.test(attributes));
  }
  flush();
  return read;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
