// Markup that the parser took for words, since something in it is wrong: readers would see its signs.
import type { Place } from './tree';

const LEFT: readonly [RegExp, (found: string) => string][] = [
  [
    /\[\^([^\]\s]+)\]/g,
    (id) => `There is no note ${id}: add a line that begins with ${id}: and its text, or correct the name.`,
  ],
  [
    /\]\(/g,
    () =>
      'This link is not complete: write [words](address), without spaces in the address, and close the bracket.',
  ],
  [/\]\[[^\]\d][^\]]*\]/g, () => 'This link has no address: write [words](address).'],
];

/** What is wrong with words that begin at `start`. */
export function checkProse(words: string, start: Place): { place: Place; message: string }[] {
  return LEFT.flatMap(([pattern, message]) =>
    [...words.matchAll(pattern)].map((match) => ({
      place: placeOf(words.slice(0, match.index), start),
      message: message(match[0]),
    })),
  );
}

function placeOf(before: string, start: Place): Place {
  const lines = before.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return {
    line: start.line + lines.length - 1,
    column: lines.length === 1 ? start.column + last : last + 1,
  };
}
