// Words as somebody looks for them: without case, accents and width. Pure.

/** `text` with every letter in its plainest form, and one space where there was any. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Whether the text holds each of the words, which are folded already; Chinese ones anywhere in it. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}
