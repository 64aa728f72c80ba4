// When people of the two parks sit down to study. Both live in UTC+8 without summer time, all through the demo's half year.
import type { Random } from './random';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const offset = 8 * hour;

/** Midnight at which the day `YYYY-MM-DD` begins in both parks, in epoch milliseconds. */
export function startOfDay(date: string): number {
  const at = Date.parse(`${date}T00:00:00+08:00`);
  if (Number.isNaN(at)) throw new Error(`${date} is no date such as 2026-03-02`);
  return at;
}

/** The day in both parks at `at`, as `YYYY-MM-DD`. */
export const dayOf = (at: number): string => new Date(at + offset).toISOString().slice(0, 10);

const isWeekend = (at: number): boolean => [0, 6].includes(new Date(at + offset).getUTCDay());
const midnightBefore = (at: number): number => Math.floor((at + offset) / day) * day - offset;

/** The working day at or after `at`, at `hours` o'clock. */
export function workday(at: number, hours: number): number {
  let midnight = midnightBefore(at);
  while (isWeekend(midnight)) midnight += day;
  return midnight + hours * hour;
}

/** Hours of the day between which somebody usually studies. */
export type Habit = readonly [from: number, to: number];
export const habits: readonly (readonly [Habit, number])[] = [
  [[8.6, 10.5], 3],
  [[12.4, 13.6], 2],
  [[14.5, 17.5], 3],
  [[20, 22.3], 2],
];

/** The next time to study about `days` after `at`: as the habit has it, seldom at a weekend, never less than half an hour later. */
export function nextSitting(random: Random, at: number, days: number, [from, to]: Habit): number {
  let midnight = midnightBefore(at + days * day);
  if (isWeekend(midnight) && random.chance(0.85)) midnight = midnightBefore(workday(midnight, 0));
  const wanted = midnight + random.between(from, to) * hour;
  return wanted > at + hour / 2 ? wanted : wanted + day;
}
