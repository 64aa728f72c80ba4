// Where a mark belongs in the text that is shown. Pure: texts of paragraphs in, a place in one of them out.
import type { Mark } from './marks';

export type Place = {
  block: number;
  /** The words in the paragraph's text; null where there are no words to show. */
  words: { start: number; end: number } | null;
  /** It was put on words that this text does not have. */
  moved: boolean;
};

type Shown = { digest: string; locale: string; texts: ReadonlyMap<number, string> };

/** Fewer characters than this may stand anywhere, and are looked for in their own paragraph only. */
const telling = 12;

export function placeOf(mark: Mark, { digest, locale, texts }: Shown): Place {
  const { block, quote, quoteStart } = mark;
  const own = texts.get(block);
  const whole = quoteStart === null;
  const stay: Place = { block, words: null, moved: false };
  if (mark.locale !== locale) return { ...stay, moved: !whole };
  if (whole) {
    if (
      mark.kind === 'highlight' &&
      own !== undefined &&
      (mark.textDigest === digest || own.startsWith(quote))
    ) {
      return { ...stay, words: { start: 0, end: own.length } };
    }
    if (mark.textDigest === digest || quote === '' || own?.startsWith(quote)) return stay;
    const now = quote.length >= telling ? blockWith(texts, (text) => text.startsWith(quote)) : null;
    if (now === null) return { ...stay, moved: true };
    const words = mark.kind === 'highlight' ? { start: 0, end: texts.get(now)?.length ?? 0 } : null;
    return { block: now, words, moved: false };
  }
  const start = own === undefined ? -1 : nearest(own, quote, quoteStart);
  if (start >= 0) return { ...stay, words: { start, end: start + quote.length } };
  const now = quote.length >= telling ? blockWith(texts, (text) => text.includes(quote)) : null;
  if (now === null) return { ...stay, moved: true };
  const found = texts.get(now)?.indexOf(quote) ?? 0;
  return { block: now, words: { start: found, end: found + quote.length }, moved: false };
}

/** Where `words` stand in `text`, as near to `start` as they do; -1 for nowhere. */
function nearest(text: string, words: string, start: number): number {
  if (words === '') return -1;
  const after = text.indexOf(words, start);
  const before = text.lastIndexOf(words, start);
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - start < start - before ? after : before;
}

/** The only paragraph that fits; null for none or several. */
function blockWith(texts: ReadonlyMap<number, string>, fits: (text: string) => boolean): number | null {
  const found = [...texts].filter(([, text]) => fits(text));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}
