// A question as the words to look for, and as FTS5's expression of them. Whatever is typed, only words reach the expression, each
// between quotation marks: nothing in a question is an operator. Pure.
import { foldWithPlaces } from './fold';
import { cleanQuery, mostCharacters, mostWords } from './rules';
import { pairsOf, type Run, runsOf, segmentsOf } from './split-words';

/** One word to look for: in Latin letters `tokens` one after another (`e-mail`), in Chinese a word wherever it stands. */
export type Word = {
  tokens: string[];
  han: boolean;
  /** What begins so counts too: the last word of a question may not be typed to its end. */
  prefix: boolean;
  /** As it was typed. */
  shown: string;
};

/** `whole`: a stretch of Chinese of which the words are parts, and which weighs more where it stands as it was typed. */
export type Group = { words: Word[]; whole: string | null };
export type Query = { groups: Group[]; cut: boolean };

const longestChinese = 16;
const mostJoined = 8;
const shortestPrefix = 3;

/** `cut`: the question has more words than are looked for. */
export function readQuery(typed: string): Query {
  const seen = new Set<string>();
  let left = mostWords;
  let cut = typed.length > mostCharacters;
  const groups: Group[] = [];
  for (const { words, whole } of groupsOf(cleanQuery(typed))) {
    const fresh = words.filter(({ tokens }) => !seen.has(tokens.join(' ')));
    const taken = fresh.slice(0, left);
    for (const { tokens } of taken) seen.add(tokens.join(' '));
    left -= taken.length;
    if (taken.length < fresh.length) cut = true;
    if (taken.length > 0) groups.push({ words: taken, whole: taken.length === words.length ? whole : null });
  }
  const last = groups.at(-1)?.words.at(-1);
  if (last && !last.han)
    last.prefix =
      shortestPrefix <= (last.tokens.at(-1) ?? '').length && /\p{L}$/u.test(last.tokens.at(-1) ?? '');
  return { groups, cut };
}

function groupsOf(query: string): Group[] {
  const { folded, places } = foldWithPlaces(query);
  const groups: Group[] = [];
  let before: { word: Word; first: Run; run: Run } | null = null;
  for (const run of runsOf(folded)) {
    if (run.han) {
      before = null;
      groups.push(chinese(run.text));
      continue;
    }
    const joined: boolean =
      before !== null &&
      before.word.tokens.length < mostJoined &&
      joins.test(folded.slice(before.run.end - 1, run.start + 1));
    if (before && joined) {
      before.word.tokens.push(run.text);
      before.word.shown = typedBetween(query, places, before.first.start, run.end);
      before.run = run;
      continue;
    }
    const shown = typedBetween(query, places, run.start, run.end);
    const word: Word = { tokens: [run.text], han: false, prefix: false, shown };
    groups.push({ words: [word], whole: null });
    before = { word, first: run, run };
  }
  return groups;
}

/** What makes one word of two, with the letters around it: `e-mail`, `don't`, `3.5`, `1,000`. */
const joins = /^(?:.[-‐‑'’._@&+].|\d,\d)$/u;

/** The typed text of the folded characters from `start` to before `end`. */
function typedBetween(query: string, places: readonly number[], start: number, end: number): string {
  const last = places[end - 1] ?? 0;
  let next = end;
  while (places[next] === last) next += 1;
  return query.slice(places[start], places[next] ?? query.length).trim();
}

/**
 * The words of a stretch of Chinese. Characters that the segmenter leaves alone belong together where they are neighbours (在 + 孵); one
 * that is alone between words (的, 与) is not looked for. Two characters are always one word.
 */
function chinese(run: string): Group {
  const words: string[] = [];
  let singles = '';
  for (const segment of Array.from(run).length <= 2 ? [run] : [...segmentsOf(run), '']) {
    if (Array.from(segment).length === 1) {
      singles += segment;
      continue;
    }
    if (singles !== '') words.push(singles);
    singles = '';
    if (segment !== '') words.push(segment);
  }
  if (singles !== '') words.push(singles);
  const asked = words.flatMap(inPieces);
  const long = asked.filter((word) => Array.from(word).length > 1);
  return {
    words: (long.length > 0 ? long : asked).map((word) => ({
      tokens: [word],
      han: true,
      prefix: false,
      shown: word,
    })),
    whole: words.length > 1 && Array.from(run).length <= longestChinese ? run : null,
  };
}

function inPieces(word: string): string[] {
  const characters = Array.from(word);
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += longestChinese)
    pieces.push(characters.slice(at, at + longestChinese).join(''));
  return pieces;
}

/** FTS5's expression; of every word where `match` is `all`, of any of them where it is `some`. Null where there is no word. */
export function expressionOf({ groups }: Query, match: 'all' | 'some'): string | null {
  if (groups.length === 0) return null;
  const all = groups.map(ofGroup).join(match === 'all' ? ' AND ' : ' OR ');
  const together = match === 'all' ? sideBySide(groups) : null;
  return together ? `(${all}) OR ${together}` : all;
}

function ofGroup({ words, whole }: Group): string {
  const all = words.map(ofWord).join(' AND ');
  return whole ? `((${all}) OR ${phrase(pairsOf(whole))})` : words.length > 1 ? `(${all})` : all;
}

/** A Chinese word of three characters or more is its pairs in a row; as a word of the segmenter it is in the index once more. */
export function ofWord({ tokens, han, prefix }: Word): string {
  const [first = ''] = tokens;
  if (!han) return phrase(tokens) + (prefix ? ' *' : '');
  const pairs = pairsOf(first);
  if (Array.from(first).length === 1) return `${phrase(pairs)} *`;
  return pairs.length === 1 ? phrase(pairs) : `(${phrase(pairs)} OR ${phrase([first])})`;
}

/** A few words in the order typed weigh more where they follow each other. */
function sideBySide(groups: readonly Group[]): string | null {
  const words = groups.flatMap((group) => group.words);
  if (words.length < 2 || words.length > 5 || words.some(({ han }) => han)) return null;
  return phrase(words.flatMap(({ tokens }) => tokens)) + (words.at(-1)?.prefix ? ' *' : '');
}

/** Tokens are letters and digits only, so none can close the quotation. */
const phrase = (tokens: readonly string[]): string => `"${tokens.join(' ')}"`;
