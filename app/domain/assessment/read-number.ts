// Reads a number as people type it. English, Malay in Malaysia and Chinese all write 1,250.5; people also write 1250,5, 1 250 and
// １２５０, which can mean one thing only, and things like 1.250, which can mean two and are asked back.
import { plainDecimal } from './decimal';

export type NumberReading =
  | { kind: 'empty' }
  /** `value`: a plain decimal. `unit`: its place among `units`; null without one. */
  | { kind: 'number'; value: string; unit: number | null }
  /** `value`: what the reader's language would take it for; null where it is no number. `other`: what else it may mean. */
  | { kind: 'unclear'; code: UnclearCode; value: string | null; other?: string };

export type UnclearCode =
  | 'number-unclear' // no number, or more than one
  | 'number-two-ways' // two numbers it may mean
  | 'unit-unknown'
  | 'unit-unneeded'
  | 'unit-missing'
  | 'number-too-long';

/** Characters of a number with its unit. */
const longestNumber = 60;

type Accepted = { units: readonly string[]; askUnit: boolean };

/** What was typed, as a number in one of `units`. Never throws. */
export function readNumber(typed: string, { units, askUnit }: Accepted): NumberReading {
  const text = typed.normalize('NFKC').replaceAll('。', '.').replace(/\s+/g, ' ').trim();
  if (text === '') return { kind: 'empty' };
  if (text.length > longestNumber) return unclear('number-too-long');
  const found =
    /^([^\d.,+\-−–]*)([+\-−–]? ?[.,]?\d(?:[\d.,'’_ ]*\d)?)(?:e([+-]?\d{1,2}))?[.,]?(?!\d)(.*)$/iu.exec(text);
  if (!found) return unclear('number-unclear');
  const [, before = '', body = '', exponent = '0', after = ''] = found;
  const reading = readBody(body, Number(exponent));
  if (reading.kind !== 'number' && reading.value === null) return reading;
  const unit = readUnit(before.trim(), after.trim(), units);
  if (typeof unit === 'string') return unclear(unit, reading.value);
  if (reading.kind !== 'number') return reading;
  if (unit === null && askUnit && units.length > 0) return unclear('unit-missing', reading.value);
  return { ...reading, unit };
}

const unclear = (code: UnclearCode, value: string | null = null, other?: string) =>
  ({ kind: 'unclear', code, value, ...(other === undefined ? {} : { other }) }) as const;

type Body = { kind: 'number'; value: string } | Extract<NumberReading, { kind: 'unclear' }>;

/** Digits with points, commas and spaces between them. */
function readBody(body: string, exponent: number): Body {
  const negative = /^[-−–]/.test(body);
  const digits = body.replace(/^[+\-−–] ?/, '').replace(/['’_]/g, ' ');
  const write = (whole: string, fraction = '') => plainDecimal(negative, whole, fraction, exponent);
  const number = (whole: string, fraction = ''): Body => ({ kind: 'number', value: write(whole, fraction) });
  const groups = digits.split(/[., ]/);
  const marks: string[] = digits.match(/[., ]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return number(digits);
  const whole = groups.slice(0, -1);
  const fraction = groups.at(-1) ?? '';
  const isDecimal = last !== ' ' && marks.indexOf(last) === marks.length - 1;
  if (marks.length > 1) {
    // 1,250.5 and 1.250,5: what comes last and once is the decimal point. 1,250,000: none is.
    if (isDecimal && inThousands(whole) && new Set(marks.slice(0, -1)).size === 1)
      return number(whole.join(''), fraction);
    return new Set(marks).size === 1 && inThousands(groups)
      ? number(groups.join(''))
      : unclear('number-unclear');
  }
  const [left = ''] = whole;
  if (last === ' ') return inThousands(groups) ? number(left + fraction) : unclear('number-unclear');
  const thousands = inThousands(groups);
  if (last === ',') {
    if (thousands) return number(left + fraction);
    // 1,0000: by ten thousands, as Chinese counts, or four decimals.
    return fraction.length === 4 && /^[1-9]/.test(left)
      ? unclear('number-two-ways', write(left, fraction), write(left + fraction))
      : number(left, fraction);
  }
  // 3.142 is a decimal. Nobody ends one in a nought, and many write thousands so: 1.250.
  return thousands && fraction.endsWith('0')
    ? unclear('number-two-ways', write(left, fraction), write(left + fraction))
    : number(left, fraction);
}

/** 1 to 3 digits that do not begin with a nought, then threes. */
const inThousands = ([first = '', ...rest]: string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));

/** The unit's place in `units`, null for none, or why not. It may stand before the number, as in RM 20. */
function readUnit(before: string, after: string, units: readonly string[]): number | null | UnclearCode {
  const written = [before, after].filter((part) => part !== '');
  if (written.length === 0) return null;
  if (written.length > 1) return 'number-unclear';
  const [unit = ''] = written;
  const found = units.findIndex((known) => namesOf(known).has(unitForm(unit)));
  if (found >= 0) return found;
  if (/\d/.test(unit)) return 'number-unclear';
  return units.length > 0 ? 'unit-unknown' : 'unit-unneeded';
}

const unitForm = (unit: string): string =>
  unit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.]+/g, '');

/** Everybody knows these as one. */
const percent: ReadonlySet<string> = new Set<string>(['%', 'percent', 'peratus', '百分之'].map(unitForm));

const namesOf = (unit: string): ReadonlySet<string> => {
  const form = unitForm(unit);
  return percent.has(form) ? percent : new Set([form]);
};
