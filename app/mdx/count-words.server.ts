// Words and reading time. Chinese has no spaces, so Han characters are counted one by one.
import type { Locale } from './schema';

const WORDS_PER_MINUTE = 220;
const CHARACTERS_PER_MINUTE = 400;

export function countWords(text: string, locale: Locale): { words: number; minutes: number } {
  let characters = 0;
  let words = 0;
  for (const { segment, isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (!isWordLike) continue;
    const han = segment.match(/\p{Script=Han}/gu)?.length ?? 0;
    if (han > 0) characters += han;
    else words += 1;
  }
  const minutes = Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE);
  return { words: words + characters, minutes: Math.max(1, minutes) };
}
