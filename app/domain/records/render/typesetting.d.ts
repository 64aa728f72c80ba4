// The parts that we use of libraries that come without types.

declare module 'fontverter' {
  export function convert(font: Uint8Array, to: 'truetype'): Promise<Buffer>;
}

declare module 'linebreak' {
  /** Where a text may break, by UAX #14: `position` is the index of the first character of the next line. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}
