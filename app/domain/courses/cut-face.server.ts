// Cuts the Chinese heading face down to the characters that are needed: the whole of it would take a minute on a slow line.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Characters that the face is for: Chinese, with its punctuation. What else is in a heading keeps the page's Latin serif. */
export const isChinese = (character: string): boolean =>
  /^[\p{Script=Han}\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u303f\uff00-\uffef]$/u.test(character);

/** The `@font-face` rule of a piece. Headings outside `characters` never fetch it. */
export const faceRule = (url: string, characters: string): string =>
  `@font-face{font-family:"Parkbridge Song";font-weight:600;font-display:swap;src:url(${url}) format("woff2");unicode-range:${rangesOf(characters)}}`;

/** As CSS writes a set of characters, neighbours as a range. */
function rangesOf(characters: string): string {
  const points = [...characters].map((each) => each.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && last[1] >= point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point: number) => point.toString(16);
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',');
}

/**
 * A WOFF2 file of Noto Serif SC SemiBold for each of `pieces`, with its characters and no others. Takes about a quarter of a
 * second to begin, and half a millisecond a character. A character that the face does not have is left out.
 */
export async function cutFace(pieces: readonly string[]): Promise<Buffer[]> {
  if (pieces.length === 0) return [];
  // Loaded when something is to be cut only: most publications have no character that is new.
  const { default: cut } = await import('subset-font');
  const file = createRequire(import.meta.url).resolve(
    '@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-600-normal.woff2',
  );
  const lean = { keepFeatures: [], noHinting: true };
  // Unpacked once: each cut would do it again.
  const all = [...new Set(pieces.join(''))].join('');
  const needed = await cut(await readFile(file), all, { targetFormat: 'truetype', ...lean });
  const made: Buffer[] = [];
  for (const piece of pieces) made.push(await cut(needed, piece, { targetFormat: 'woff2', ...lean }));
  return made;
}
