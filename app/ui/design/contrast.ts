// The colours of tokens.css, read from its text, and how they stand out from each other (WCAG 2.2, "contrast ratio").

export type SchemeName = 'light' | 'dark';
/** Colours by token and scheme, as `#rrggbb`. */
export type Tokens = Map<string, Record<SchemeName, string>>;

const declaration = /--([a-z-]+): var\(--if-light, (#[0-9a-f]{6})\)\s+var\(--if-dark, (#[0-9a-f]{6})\);/g;

function coloursIn(css: string): Tokens {
  return new Map(
    [...css.matchAll(declaration)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
  );
}

/** The colours everywhere, and those that each theme puts in place of some of them. */
export function readTokens(css: string): { base: Tokens; themes: Map<string, Tokens> } {
  const [base = '', ...rest] = css.split(/(?=\[data-theme=")/);
  const themes = new Map<string, Tokens>();
  for (const part of rest) {
    const name = /^\[data-theme="([a-z-]+)"\]/.exec(part)?.[1];
    const colours = coloursIn(part);
    if (name && colours.size > 0) themes.set(name, colours);
  }
  return { base: coloursIn(base), themes };
}

/** What is written or drawn on what, and the least contrast it may have: 4.5 for text, 3 for what one must make out (SC 1.4.3, 1.4.11). */
export const pairs: { front: string; grounds: string[]; least: number }[] = [
  { front: 'ink', grounds: ['paper', 'surface', 'raised', 'accent-soft'], least: 7 },
  { front: 'muted', grounds: ['paper', 'surface', 'raised', 'accent-soft'], least: 4.5 },
  { front: 'accent', grounds: ['paper', 'surface', 'raised', 'accent-soft'], least: 4.5 },
  { front: 'accent-ink', grounds: ['accent'], least: 4.5 },
  { front: 'positive', grounds: ['paper', 'surface', 'positive-soft'], least: 4.5 },
  { front: 'warning', grounds: ['paper', 'surface', 'warning-soft'], least: 4.5 },
  { front: 'danger', grounds: ['paper', 'surface', 'danger-soft'], least: 4.5 },
  { front: 'ink', grounds: ['positive-soft', 'warning-soft', 'danger-soft'], least: 7 },
  { front: 'control', grounds: ['paper', 'surface', 'raised'], least: 3 },
  { front: 'focus', grounds: ['paper', 'surface', 'raised'], least: 3 },
];

export type Measured = { front: string; ground: string; ratio: number; least: number };

/** Every pair in one scheme, with a theme's own colours where it has them. */
export function measure(base: Tokens, scheme: SchemeName, theme?: Tokens): Measured[] {
  const colour = (name: string) => {
    const found = theme?.get(name) ?? base.get(name);
    if (!found) throw new Error(`tokens.css has no colour --${name}`);
    return found[scheme];
  };
  return pairs.flatMap(({ front, grounds, least }) =>
    grounds.map((ground) => ({ front, ground, least, ratio: contrast(colour(front), colour(ground)) })),
  );
}

/** From 1 to 21. Colours as `#rrggbb`. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export type Step = { name: string; value: string; lineHeight: string };

/** The steps of the type scale, smallest first. */
export function typeScale(css: string): Step[] {
  return [...css.matchAll(/--text-(\w+): ([^;]+);\s+--text-\w+--line-height: calc\(([\d.]+)/g)].map(
    ([, name = '', value = '', lineHeight = '']) => ({ name, value, lineHeight }),
  );
}

/** The named distances. */
export function spaces(css: string): { name: string; value: string }[] {
  return [...css.matchAll(/--spacing-(\w+): ([^;]+);/g)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
}
