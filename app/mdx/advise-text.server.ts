// What would make a text better that may be published as it is.
import type { FrontMatter } from './read-front-matter.server';
import type { Advice, Locale } from './schema';

/** What one sitting holds, as `countWords` counts: words, of Chinese characters. */
const LENGTHS: Record<Locale, { least: number; most: number; unit: string }> = {
  en: { least: 500, most: 1100, unit: 'words' },
  ms: { least: 500, most: 1100, unit: 'words' },
  'zh-Hans': { least: 800, most: 2000, unit: 'characters' },
};

/** Advice on a reading as a whole; of a quiz nothing is asked here. */
export function adviseReading(front: FrontMatter, words: number, locale: Locale): Advice[] {
  const advice: Advice[] = [];
  const say = (message: string) => advice.push({ line: 1, column: 1, message });
  if (!front.objectives)
    say(
      'This lesson names no objectives: add objectives: to the front matter, with what a reader can do afterwards.',
    );
  const { least, most, unit } = LENGTHS[locale];
  const length = `This lesson has ${count(words)} ${unit}, and a good length is ${count(least)} to ${count(most)}`;
  if (words < least) say(`${length}: write more, or join it with another lesson.`);
  if (words > most) say(`${length}: shorten it, or divide it into two lessons.`);
  return advice;
}

const count = (number: number): string => number.toLocaleString('en');
