// Pure rules over records, for server and browser alike.
import type { Locale } from '~/i18n/locales';

/** The language to read a person's name in: Chinese where it is written in Chinese, else that of `locale`, or English for Latin letters. */
export function languageOfName(name: string, locale: Locale): Locale {
  if (/\p{Script=Han}/u.test(name)) return 'zh-Hans';
  return locale === 'zh-Hans' ? 'en' : locale;
}

/** When a record issued at `at` expires: so many months later in UTC, at the last day of a shorter month, in whole seconds; null for no `months`. */
export function validUntil(at: number, months: number | null): number | null {
  if (months === null) return null;
  const issued = new Date(Math.floor(at / 1000) * 1000);
  const day = issued.getUTCDate();
  const until = new Date(issued);
  until.setUTCDate(1);
  until.setUTCMonth(issued.getUTCMonth() + months);
  const last = new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() + 1, 0)).getUTCDate();
  until.setUTCDate(Math.min(day, last));
  return until.getTime();
}

/** Days before its end from which on a record may be renewed, and at which its holder is reminded. */
export const renewalDays = 60;
export const reminderDays = [renewalDays, 14] as const;

const day = 24 * 60 * 60_000;

/** Whether a record that is valid until then may be renewed at `at`. */
export const renewable = (until: number | null, at: number): boolean =>
  until !== null && at >= until - renewalDays * day;

/** Which reminder is due: the number of days before the end that it is for; null for none. `sent`: the one that was sent last. */
export function dueReminder(until: number, sent: number | null, at: number): number | null {
  if (at > until) return null;
  const due = [...reminderDays].reverse().find((days) => at >= until - days * day);
  return due !== undefined && (sent === null || sent > due) ? due : null;
}

/** How a record stands. What was replaced by a renewal stands until it expires. */
export function stateOf(
  row: { revokedAt: number | null; replacedFor: 'correction' | 'renewal' | null; validUntil: number | null },
  at: number,
): 'valid' | 'expired' | 'revoked' | 'replaced' {
  if (row.replacedFor === 'correction') return 'replaced';
  if (row.revokedAt !== null) return 'revoked';
  return row.validUntil !== null && at > row.validUntil ? 'expired' : 'valid';
}
