// Tables as CSV that spreadsheets open as they are: UTF-8 with a byte order mark, RFC 4180, nothing that could be a formula.
import { stringify } from 'csv-stringify/sync';

export type CsvValue = string | number | null;

/**
 * `rows` as lines of CSV, `\r\n` after each. `first`: the byte order mark goes before, by which Excel knows UTF-8.
 * Text that a spreadsheet would take for a formula (it begins with = + - @, also after blanks, or their full-width forms) gets an
 * apostrophe before it. All text is quoted, so a separator of another country within it splits nothing.
 */
export function toCsv(rows: readonly CsvValue[][], first = false): string {
  return stringify(
    rows.map((row) => row.map(disarm)),
    { bom: first, escape_formulas: true, quoted_string: true, record_delimiter: 'windows' },
  );
}

/**
 * What csv-stringify's look at the first character misses: blanks before a formula, and line breaks, after which a careless
 * reader begins a new line. Control characters become a blank.
 */
function disarm(value: CsvValue): CsvValue {
  if (typeof value !== 'string') return value;
  const line = value.replace(/\p{Cc}+/gu, ' ');
  return /^[\s\u200b]+[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(line) ? `'${line}` : line;
}

// Kept, since making one takes longer than writing a thousand lines.
const formats = new Map<string, Intl.DateTimeFormat>();

/** A time as spreadsheets read it, `2026-11-22 16:05`, in `timeZone`. */
export function csvTime(at: number | null, timeZone: string): string | null {
  if (at === null) return null;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
    formats.set(timeZone, format);
  }
  return format.format(at);
}
