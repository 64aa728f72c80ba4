// What an author says of a quiz as a whole, as data.
import type { QuizRules } from './question';

export type QuizProps = {
  id: string;
  pass?: string;
  attempts?: string;
  wait?: string;
  minutes?: string;
  shuffle?: true | 'choices';
  review?: 'after-pass' | 'always' | 'never';
};

/** A wait: a whole number of minutes, hours or days. */
export const WAIT = /^([1-9]\d{0,3})([mhd])$/;
const minutesIn: Record<string, number> = { m: 1, h: 60, d: 24 * 60 };

export function readQuiz({ id, pass, attempts, wait, minutes, shuffle, review }: QuizProps): QuizRules {
  const [, count, unit] = WAIT.exec(wait ?? '') ?? [];
  return {
    id,
    ...(pass === undefined ? {} : { pass: Number(pass) }),
    ...(attempts === undefined ? {} : { attempts: Number(attempts) }),
    ...(count && unit ? { wait: Number(count) * (minutesIn[unit] ?? 1) } : {}),
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
    ...(shuffle === undefined ? {} : { shuffle: shuffle === true ? 'all' : shuffle }),
    ...(review === undefined || review === 'after-pass' ? {} : { review }),
  };
}
