// The sentence in which something was found, with what was found marked. Pure.
import { fold, foldWithPlaces } from './fold';
import type { Query, Word } from './read-query';
import type { Part } from './schema';
import { letter } from './split-words';

export type Marker = { pattern: RegExp };

/** What finds a question's words in folded text, as the index does. */
export const markersOf = ({ groups }: Query): Marker[] =>
  groups.flatMap(({ words }) => words.map((word) => ({ pattern: patternOf(word) })));

/** Tokens are letters and digits, so nothing in them means anything to a pattern. */
function patternOf({ tokens, han, prefix }: Word): RegExp {
  if (han) return new RegExp(tokens.join(''), 'gv');
  const body = tokens.join(`[^\\n${letter}]+`);
  return new RegExp(`(?<!${letter})${body}${prefix ? `${letter}*` : `(?!${letter})`}`, 'gv');
}

/** How many of the words are in a folded text. */
const wordsIn = (folded: string, markers: readonly Marker[]): number =>
  markers.reduce((sum, { pattern }) => sum + (folded.search(pattern) >= 0 ? 1 : 0), 0);

/** The text with what was found marked. */
export function mark(text: string, markers: readonly Marker[]): Part[] {
  return partsOf(text, rangesIn(text, markers), 0, text.length);
}

/**
 * The best line of `body` as a sentence or two, and its number: one with most of the words, rather prose than a heading or a row of a
 * table, and the first of those. The summary where that has more of the words, with -1.
 */
export function excerptOf(
  summary: string,
  body: string,
  markers: readonly Marker[],
): { parts: Part[]; line: number } {
  const lines = body.split('\n');
  // In the text, as good as in the summary is better: it can be opened there.
  let best = Math.max(1, 2 * wordsIn(fold(summary), markers));
  let found = -1;
  for (const [line, folded] of fold(body).split('\n').entries()) {
    const words = wordsIn(folded, markers);
    if (words === 0) continue;
    const value = 2 * words + (isProse(lines[line] ?? '') ? 1 : 0);
    if (value < best || (value === best && found >= 0)) continue;
    found = line;
    best = value;
    if (best > 2 * markers.length) break;
  }
  const text = found < 0 ? summary : (lines[found] ?? '');
  return { parts: sentenceOf(text, rangesIn(text, markers)), line: found };
}

const isProse = (line: string): boolean => /[.!?。！？]["”’]?$/.test(line) && !line.includes(' · ');

type Range = { start: number; end: number };

function rangesIn(text: string, markers: readonly Marker[]): Range[] {
  const { folded, places } = foldWithPlaces(text);
  const found: Range[] = [];
  for (const { pattern } of markers)
    for (const match of folded.matchAll(pattern)) {
      const start = places[match.index] ?? 0;
      const end = match.index + match[0].length;
      let next = end;
      // A letter that folds to two is marked as a whole.
      while (next < places.length - 1 && places[next] === places[end - 1]) next += 1;
      found.push({ start, end: places[next] ?? text.length });
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Range[] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Characters that an excerpt has at least, where there are so many, and at most. A Chinese character counts as two. */
const short = 90;
const long = 280;

function sentenceOf(text: string, ranges: readonly Range[]): Part[] {
  const first = ranges[0]?.start ?? 0;
  const all = Array.from(sentences.segment(text), ({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }));
  const inIt = (range: Range) => (one: Range) => range.start >= one.start && range.start < one.end;
  // The sentence with most of what was found; the first of those.
  const count = (one: Range) => ranges.filter((range) => inIt(range)(one)).length;
  let at = 0;
  for (const [index, one] of all.entries()) if (count(one) > count(all[at] as Range)) at = index;
  const chosen = all[at] ?? { start: 0, end: text.length };
  let { start, end } = chosen;
  for (const next of all.slice(at + 1)) {
    if (width(text.slice(start, end)) >= short) break;
    if (width(text.slice(start, next.end)) > long) break;
    end = next.end;
  }
  if (width(text.slice(start, end)) > long) {
    const from = ranges.find((range) => range.start >= start)?.start ?? first;
    ({ start, end } = cutAround(text, { start, end }, from));
  }
  const parts = partsOf(text, ranges, start, end);
  if (start > 0 && start !== chosen.start) parts.unshift({ text: '… ', found: false });
  const stops = all.some((one) => one.end === end);
  if (!stops) parts.push({ text: ' …', found: false });
  return parts;
}

const width = (text: string): number => {
  let sum = 0;
  for (const character of text) sum += character >= '\u2e80' ? 2 : 1;
  return sum;
};

/** As much of a long sentence as fits, from a little before what was found; cut between words. */
function cutAround(text: string, sentence: Range, found: number): Range {
  const words = Array.from(
    wordSegments.segment(text.slice(sentence.start, sentence.end)),
    ({ index }) => sentence.start + index,
  );
  words.push(sentence.end);
  let from = words.findLastIndex((place) => place <= found);
  while (from > 0 && width(text.slice(words[from - 1], found)) <= long / 3) from -= 1;
  const start = words[from] ?? sentence.start;
  const end = words.findLast((place) => width(text.slice(start, place)) <= long) ?? sentence.end;
  return { start: skipSpace(text, start), end: Math.max(end, Math.min(found + 1, sentence.end)) };
}

const wordSegments = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

function skipSpace(text: string, start: number): number {
  let at = start;
  while (/[\s,;:，；：、]/.test(text[at] ?? '')) at += 1;
  return at;
}

function partsOf(text: string, ranges: readonly Range[], start: number, end: number): Part[] {
  const parts: Part[] = [];
  let at = start;
  const add = (to: number, found: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), found });
    at = Math.max(at, to);
  };
  for (const range of ranges) {
    if (range.end <= start || range.start >= end) continue;
    add(Math.max(range.start, start), false);
    add(Math.min(range.end, end), true);
  }
  add(end, false);
  const last = parts.at(-1);
  if (last) last.text = last.text.trimEnd();
  return parts.filter((part) => part.text !== '');
}
