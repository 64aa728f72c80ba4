// What counts as a word. Latin and other words end where letters do; Chinese is parted by Intl.Segmenter and, since any two neighbours
// may be a word, kept in pairs as well. Pure; takes folded text.

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
/** A letter or digit of a script that puts spaces between words, for use in patterns with the flag `v`. */
export const letter = `[[\\p{L}\\p{N}]--[${han}]]`;
const runs = new RegExp(`(?<han>[${han}]+)|${letter}+`, 'gv');
const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

/** Longer ones are cut, in the index as in a question. */
const longestWord = 64;

export type Run = { text: string; han: boolean; start: number; end: number };

/** The words of a folded text in order; a stretch of Chinese is one, however many words it holds. */
export function* runsOf(folded: string): Generator<Run> {
  for (const match of folded.matchAll(runs)) {
    const [text] = match;
    const start = match.index;
    const isHan = match.groups?.han !== undefined;
    yield { text: isHan ? text : text.slice(0, longestWord), han: isHan, start, end: start + text.length };
  }
}

/** `孵化器` as `孵化`, `化器`; a character alone as itself. */
export function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}

/** The words that a Chinese reader sees in a stretch of Chinese. */
export const segmentsOf = (run: string): string[] =>
  Array.from(segmenter.segment(run), ({ segment }) => segment);

/**
 * What the index holds of a text, parted by spaces: the words; of Chinese every pair of neighbours and each stretch's last character (so
 * that a single one is found as the beginning of something), and at the end its words once more, which makes real ones weigh more.
 */
export function wordsToIndex(folded: string): string {
  const words: string[] = [];
  const real: string[] = [];
  for (const run of runsOf(folded)) {
    if (!run.han) {
      words.push(run.text);
      continue;
    }
    const pairs = pairsOf(run.text);
    words.push(...pairs);
    const last = Array.from(run.text).at(-1) ?? '';
    if (last !== pairs.at(-1)) words.push(last);
    for (const word of segmentsOf(run.text)) if (word.length > 1) real.push(word);
  }
  return [...words, ...real].join(' ');
}
