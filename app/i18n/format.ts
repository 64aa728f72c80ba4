// Numbers, dates and plurals as a language writes them. Dates name their time zone where a time is shown.
import type { Locale } from './locales';

export type Format = {
  number(value: number): string;
  /** A share between 0 and 1 as a whole percentage; exactly 100 % only when it is. */
  percent(share: number): string;
  /** Epoch milliseconds as a date. */
  date(at: number): string;
  /** Epoch milliseconds as date and time with the zone's name. */
  dateTime(at: number): string;
  list(items: string[]): string;
  compare(a: string, b: string): number;
};

const made = new Map<string, Format>();

/** The formats of a language in a time zone (IANA name). Kept, since Intl's constructors are slow. */
export function formatFor(locale: Locale, timeZone: string): Format {
  const key = `${locale} ${timeZone}`;
  let format = made.get(key);
  if (!format) {
    format = makeFormat(locale, timeZone);
    made.set(key, format);
  }
  return format;
}

/** What each language is written like: dates and numbers as in Malaysia and mainland China, not as in the United States. */
const tags: Record<Locale, string> = { en: 'en-GB', ms: 'ms-MY', 'zh-Hans': 'zh-Hans-CN' };

function makeFormat(language: Locale, timeZone: string): Format {
  const locale = tags[language];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
  const zoneOf = (at: number) =>
    zone.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share < 1 ? Math.min(share, 0.99) : share),
    date: (at) => date.format(at),
    // The zone last in every language: left to Intl, Chinese has it between date and time.
    dateTime: (at) => `${dateTime.format(at)} ${zoneOf(at)}`,
    list: (items) => list.format(items),
    compare: collator.compare,
  };
}
