// The colour schemes a reader can choose; `system`: as their device has it.
export const schemes = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

export const isScheme = (value: unknown): value is Scheme => schemes.some((scheme) => scheme === value);

/** `--paper` of tokens.css, for the browser's own bars, which read no style sheet. */
export const papers = { light: '#faf8f4', dark: '#12171d' } as const;
