// The sign of Parkbridge as lines. Apart from the large drawing, which few pages show.

/** The sign: two piers and the span between them, in a square of 32 by 26. `width`: of the stroke. */
export const mark = [
  { d: 'M4 20C4 9.5 9.5 4.5 16 4.5S28 9.5 28 20', width: 2.6 },
  { d: 'M10.5 19v-6M16 19v-9M21.5 19v-6', width: 1.9 },
  { d: 'M1.5 20h29', width: 2.6 },
  { d: 'M4 20v4M28 20v4', width: 2.6 },
] as const;
