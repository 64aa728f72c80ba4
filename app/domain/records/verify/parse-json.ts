// JSON that anybody may have made: its depth and number of values are known before it is parsed, for what comes after is recursive.
import { limits } from './schema';

/** The object that the text is; `too-deep` beyond the limits, `unreadable` for anything else. */
export function parseObject(text: string): Record<string, unknown> | 'too-deep' | 'unreadable' {
  if (!isBounded(text)) return 'too-deep';
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function isBounded(text: string): boolean {
  let [depth, values, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      values += 1;
      if (depth > limits.depth) return false;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
    else if (code === 0x2c) values += 1;
    if (values > limits.values) return false;
  }
  return true;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON-LD property that may have one value or many, as a list. */
export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** The text of a property that is a string, or in VC 2.0 and CLR an object or list of objects of languages. */
export function wordsOf(value: unknown): string | null {
  for (const each of listOf(value)) {
    if (typeof each === 'string' && each !== '') return each;
    if (isObject(each) && typeof each['@value'] === 'string') return each['@value'];
  }
  return null;
}

export const idOf = (value: unknown): string | null =>
  textOf(value) ?? (isObject(value) ? textOf(value.id) : null);
