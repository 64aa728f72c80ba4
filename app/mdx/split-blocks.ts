// Takes a rendered text apart into its numbered blocks, and sets two languages of one lesson side by side.
import type { Row, Segment } from './schema';

/** A top-level block; `block` is null for the footnotes and whatever else has no number. */
export type Block = { block: number | null; segment: Segment };

/** A tag that begins a block. Only our renderer writes these attributes, and it escapes angle brackets within any. */
const starts = /<[a-z][a-z0-9]*(?=\s)[^<>]*?\sdata-(?:block="(\d+)"|footnotes)[^<>]*>/g;

export function splitBlocks(segments: readonly Segment[]): Block[] {
  return segments.flatMap((segment): Block[] => {
    if (segment.kind !== 'html') return [{ block: segment.block, segment }];
    const found = [...segment.html.matchAll(starts)];
    return found.map((start, index) => ({
      block: start[1] === undefined ? null : Number(start[1]),
      segment: {
        kind: 'html',
        html: segment.html.slice(start.index, found[index + 1]?.index).trim(),
      },
    }));
  });
}

/** The two texts of a lesson by block number. `prefix` keeps the names within the second text apart from those of the first. */
export function pairBlocks(first: readonly Segment[], second: readonly Segment[], prefix: string): Row[] {
  const left = splitBlocks(first);
  const right = splitBlocks(second);
  const keys = [...new Set([...left, ...right].map((each) => each.block))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
  return keys.map((key) => {
    const one = left.find((each) => each.block === key)?.segment ?? null;
    const other = right.find((each) => each.block === key)?.segment;
    return {
      block: key,
      first: one,
      second: other?.kind === 'html' ? counterpart(one, other.html, prefix) : null,
      stacked: one?.kind !== 'html' || wide.test(one.html),
    };
  });
}

const wide = /^<(?:div class="(?:scroll|compare)|figure|p class="(?:download|link-card))/;

/** What the second text adds to the first: nothing where it says the same, the caption alone where the picture is the same. */
function counterpart(one: Segment | null, html: string, prefix: string): string | null {
  if (one?.kind === 'html') {
    if (bare(one.html) === bare(html)) return null;
    const picture = pictureOf(html);
    if (picture && picture === pictureOf(one.html)) {
      const caption = /<figcaption>.*<\/figcaption>/s.exec(html)?.[0];
      return caption ? `<figure class="figure">${caption}</figure>` : null;
    }
  }
  return apart(html, prefix);
}

/** Names of regions differ between languages where what is in them may not. */
const bare = (html: string): string => html.replace(/ (?:aria-label|id)="[^"]*"/g, '');

const pictureOf = (html: string): string | undefined =>
  /^<figure/.test(html) ? /<(?:img|source) [^<>]*?src="([^"]*)"/.exec(html)?.[1] : undefined;

/** Gives every name within the HTML, and every reference to one, the prefix; and no block its number twice. */
const apart = (html: string, prefix: string): string =>
  html.replace(/<[a-z][^<>]*>/g, (tag) =>
    tag
      .replace(/ data-block="\d+"/, '')
      .replace(/ (id|popovertarget)="([^"]*)"/g, ` $1="${prefix}-$2"`)
      .replace(/ (aria-describedby|aria-labelledby)="([^"]*)"/g, (_, name: string, ids: string) => {
        const named = ids.split(' ').map((id) => `${prefix}-${id}`);
        return ` ${name}="${named.join(' ')}"`;
      })
      .replace(/ href="#([^"]*)"/g, ` href="#${prefix}-$1"`),
  );
