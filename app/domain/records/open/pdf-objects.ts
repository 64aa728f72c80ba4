// As much of PDF's syntax (ISO 32000-2 §7.2 to §7.3) as finding attached files takes, with a bound on everything. The libraries that read
// PDF unpack what they meet as far as it goes, and a few hundred bytes can go to gigabytes.

export type Name = { name: string };
export type Reference = { number: number };
export type Dictionary = ReadonlyMap<string, Value>;
export type Value = null | boolean | number | Name | Reference | Uint8Array | Dictionary | readonly Value[];

export const isName = (value: Value | undefined, name: string): boolean =>
  typeof value === 'object' && value !== null && 'name' in value && value.name === name;
export const isDictionary = (value: Value | undefined): value is Dictionary => value instanceof Map;
export const isReference = (value: Value | undefined): value is Reference =>
  typeof value === 'object' && value !== null && 'number' in value;

/** One for all: to make an error, with the calls that led to it, takes longer than to read what is wrong. */
const malformed = new Error('malformed PDF');

/** Values within each other. */
const deepest = 64;

const codes = (letters: string): ReadonlySet<number> =>
  new Set([...letters].map((each) => each.charCodeAt(0)));
const blanks = codes('\0\t\n\f\r ');
const kind = Uint8Array.from({ length: 256 }, (_, code) => {
  if (blanks.has(code)) return 1;
  return codes('()<>[]{}/%').has(code) ? 2 : 0;
});
/** Whether the letter parts words without meaning anything. */
const isBlank = (code: number): boolean => kind[code] === 1;
/** Whether the letter is part of a word. */
const isRegular = (code: number): boolean => kind[code] === 0;

/** Reads values from `text`, a file's bytes as Latin-1, beginning at `at`. Throws where it is malformed; `at` then tells how far it came. */
export class ValueReader {
  at: number;
  readonly #text: string;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  value(depth = 0): Value {
    if (depth > deepest) throw malformed;
    this.skipBlank();
    const text = this.#text;
    const first = this.#peek();
    if (first === '/') return this.#name();
    if (first === '(') return this.#string();
    if (first === '[') return this.#array(depth);
    if (first === '<') return text[this.at + 1] === '<' ? this.#dictionary(depth) : this.#hex();
    return this.#word();
  }

  skipBlank(): void {
    const text = this.#text;
    while (this.at < text.length) {
      if (isBlank(text.charCodeAt(this.at))) this.at += 1;
      else if (text[this.at] === '%') this.#comment();
      else return;
    }
  }

  #comment(): void {
    const text = this.#text;
    while (this.at < text.length && text[this.at] !== '\r' && text[this.at] !== '\n') this.at += 1;
  }

  #peek(): string {
    const letter = this.#text[this.at];
    if (letter === undefined) throw malformed;
    return letter;
  }

  #regular(): string {
    const from = this.at;
    const text = this.#text;
    while (this.at < text.length && isRegular(text.charCodeAt(this.at))) this.at += 1;
    return text.slice(from, this.at);
  }

  #name(): Name {
    this.at += 1;
    const name = this.#regular().replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { name };
  }

  /** A number, a reference, or one of three words. */
  #word(): Value {
    const word = this.#regular();
    if (word.length > 64) throw malformed;
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw malformed;
    if (/^\d{1,10}$/.test(word)) {
      const rest = /^[\0\t\n\f\r ]{1,16}\d{1,5}[\0\t\n\f\r ]{1,16}R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
        this.#text.slice(this.at, this.at + 48),
      );
      if (rest) {
        this.at += rest[0].length;
        return { number: Number(word) };
      }
    }
    return Number(word);
  }

  /** A literal string is only passed over: none that matters here is written as one. */
  #string(): Uint8Array {
    const text = this.#text;
    let open = 0;
    while (this.at < text.length) {
      const letter = text[this.at];
      this.at += letter === '\\' ? 2 : 1;
      if (letter === '(') open += 1;
      if (letter === ')') open -= 1;
      if (open === 0) return new Uint8Array();
    }
    throw malformed;
  }

  #hex(): Uint8Array {
    const end = this.#text.indexOf('>', this.at);
    this.at = end < 0 ? this.#text.length : end + 1;
    if (end < 0) throw malformed;
    return new Uint8Array();
  }

  #array(depth: number): Value[] {
    this.at += 1;
    const values: Value[] = [];
    for (;;) {
      this.skipBlank();
      if (this.#peek() === ']') {
        this.at += 1;
        return values;
      }
      values.push(this.value(depth + 1));
    }
  }

  #dictionary(depth: number): Dictionary {
    this.at += 2;
    const entries = new Map<string, Value>();
    for (;;) {
      this.skipBlank();
      if (this.#peek() === '>') {
        if (this.#text[this.at + 1] !== '>') throw malformed;
        this.at += 2;
        return entries;
      }
      if (this.#peek() !== '/') throw malformed;
      const { name } = this.#name();
      entries.set(name, this.value(depth + 1));
    }
  }
}
