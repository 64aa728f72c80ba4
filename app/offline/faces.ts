// Which files of a typeface a text needs: a style sheet names a file for each group of characters. Pure.

/** Addresses of the faces in `css` (fetched from `base`) that draw a character of `text`. */
export function neededFaces(css: string, base: string, text: string): string[] {
  const characters = new Set(Array.from(text, (each) => each.codePointAt(0) ?? 0));
  const needed: string[] = [];
  for (const [rule] of css.matchAll(/@font-face\s*\{[^}]*\}/g)) {
    const url = /url\(\s*["']?([^"')]+\.woff2)["']?\s*\)/.exec(rule)?.[1];
    if (!url) continue;
    const ranges = rangesIn(/unicode-range:\s*([^;}]+)/i.exec(rule)?.[1]);
    const used = [...characters].some((each) =>
      ranges.some(([first, last]) => each >= first && each <= last),
    );
    if (used) needed.push(new URL(url, new URL(base, 'https://site.invalid')).pathname);
  }
  return needed;
}

/** `U+4e00-9fff, U+30??`; everything where a face names none. */
function rangesIn(said: string | undefined): [number, number][] {
  if (!said) return [[0, 0x10ffff]];
  return said.split(',').flatMap((each): [number, number][] => {
    const match = /U\+([0-9a-f?]+)(?:-([0-9a-f]+))?/i.exec(each);
    if (!match?.[1]) return [];
    const first = Number.parseInt(match[1].replaceAll('?', '0'), 16);
    const last = Number.parseInt(match[2] ?? match[1].replaceAll('?', 'f'), 16);
    return [[first, last]];
  });
}
