// Letters as they are compared: without case, accents, widths and invisible signs. Pure, and the same for what is indexed and asked.

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
};
const special = /[ßæœøđðłıþς]/g;
const invisible = /[\p{M}\p{Cf}]+/gu;
/** A sign such as ™ or ㎡ becomes letters, which must not join the word before it. */
const signs = /[^\P{S}\0-\x7f]/gu;
const ascii = /^[\0-\x7f]*$/;

/** What folds to itself: most of what is read. */
const plain = /^[a-z\d ,.\u4e00-\u9fff，。]$/;

/** `É`, `é` and `e` become `e`; `１` becomes `1`; what has no letter or digit of its own stays as it is. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .replace(signs, ' $& ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(invisible, '')
    .replace(special, (letter) => letters[letter] ?? letter);
}

/** The folded text, and where in `text` each of its characters comes from; one more place marks the end. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const made = plain.test(character) ? character : fold(character);
    for (let index = 0; index < made.length; index += 1) places.push(at);
    folded += made;
    at += character.length;
  }
  places.push(text.length);
  return { folded, places };
}
