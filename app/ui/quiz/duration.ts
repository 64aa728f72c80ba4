import type { Messages } from '~/i18n/messages';

/** Minutes in the largest unit that says them exactly. */
export function durationIn(minutes: number, words: Messages['quizzes']['time']): string {
  if (minutes % (24 * 60) === 0 && minutes > 24 * 60) return words.days({ count: minutes / (24 * 60) });
  if (minutes % 60 === 0) return words.hours({ count: minutes / 60 });
  return words.minutes({ count: minutes });
}
