// Sets text: which face has which letter, where lines break, how wide they are. Paper and pictures draw what comes out.
import LineBreaker from 'linebreak';
import type { Locale } from '~/i18n/locales';
import type { Face, Faces, Weight } from './faces.server';

/**
 * How a text is set. `size`: points, or pixels in a picture. `spacing`: between letters, in shares of the size.
 * `locale` decides between the Chinese and the Latin form of quotation marks, dashes and dots.
 */
export type Style = { weight: Weight; size: number; locale: Locale; spacing?: number };

/** Some letters of one face; or a letter that no face has, which is drawn as a tile with its number (`tile`: in hex). */
export type Run = { text: string; width: number; x: number } & ({ face: Face } | { tile: string });
/** `spaced`: a space stood where the line was broken; it is written, though not seen, so that words stay apart when they are copied. */
export type Line = { runs: Run[]; width: number; text: string; spaced: boolean };

/** What both scripts write and Chinese writes wider. */
const shared = /^[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u303f\uff00-\uffef]$/u;

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text in lines no wider than `width`, broken as UAX #14 says; a word that is wider than a line by itself is broken where it must be.
 * What cannot be seen (controls, marks of direction) is left out. `balance` makes the lines about equally long.
 */
export function setText(
  faces: Faces,
  text: string,
  style: Style,
  { width, balance = false }: { width: number; balance?: boolean },
): Line[] {
  const clusters = clustersOf(faces, text, style);
  // Kerned, a line can be a little narrower than its letters one by one.
  const whole = lineOf(clusters, style);
  if (whole.width <= width) return [whole];
  const lines = broken(clusters, style, width);
  if (!balance || lines.length < 2) return lines.map((line) => lineOf(line, style));
  // A title is best broken where it pauses, if that costs no line.
  const pause = /^(.*?[:：])\s*(.+)$/u.exec(text);
  if (pause) {
    const parts = pause.slice(1).map((part) => setText(faces, part, style, { width, balance }));
    if (parts.flat().length <= lines.length) return pausing(parts.flat(), parts[0]?.length ?? 0, text);
  }
  // The narrowest measure that needs no more lines: found by halving, to half a percent.
  let [low, high] = [width / lines.length, width];
  for (let step = 0; step < 8; step++) {
    const middle = (low + high) / 2;
    if (broken(clusters, style, middle).length > lines.length) low = middle;
    else high = middle;
  }
  return broken(clusters, style, high).map((line) => lineOf(line, style));
}

/** The lines of a text that was broken after its first `count`: a space that stood there is said again. */
const pausing = (lines: Line[], count: number, text: string): Line[] =>
  lines.map((line, index) => (index === count - 1 ? { ...line, spaced: /[:：]\s/u.test(text) } : line));

/** One line, as wide as it comes. */
export function setLine(faces: Faces, text: string, style: Style): Line {
  return lineOf(clustersOf(faces, text, style), style);
}

type Cluster = { text: string; width: number; face: Face | null; mayBreakBefore: boolean };

function clustersOf(faces: Faces, text: string, style: Style): Cluster[] {
  const visible = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '')
    .trim();
  const breaks = new Set<number>();
  const breaker = new LineBreaker(visible);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) breaks.add(next.position);
  const made: Cluster[] = [];
  for (const { segment, index } of segments.segment(visible)) {
    const mayBreakBefore = index > 0 && breaks.has(index);
    const face = faceFor(faces, segment, style);
    if (face) {
      made.push({ text: segment, width: widthOf(face, segment, style), face, mayBreakBefore });
      continue;
    }
    // No face has all of it: what can be drawn is, the rest becomes a tile each.
    for (const [part, letter] of [...segment].entries()) {
      const own = faceFor(faces, letter, style);
      const width = own ? widthOf(own, letter, style) : style.size * 1.12;
      made.push({ text: letter, width, face: own, mayBreakBefore: mayBreakBefore && part === 0 });
    }
  }
  return made;
}

function faceFor(faces: Faces, cluster: string, { weight, locale }: Style): Face | null {
  const points = [...cluster].map((letter) => letter.codePointAt(0) ?? 0);
  const has = (face: Face) => points.every((point) => face.font.hasGlyphForCodePoint(point));
  const all = faces[weight];
  if (locale === 'zh-Hans' && shared.test(cluster)) {
    const chinese = all.find((face) => face.chinese && has(face));
    if (chinese) return chinese;
  }
  return all.find(has) ?? null;
}

const widthOf = ({ font }: Face, text: string, { size, spacing = 0 }: Style): number =>
  (font.layout(text).advanceWidth / font.unitsPerEm) * size + spacing * size;

/** Greedy lines of clusters. */
function broken(clusters: readonly Cluster[], style: Style, width: number): Cluster[][] {
  const lines: Cluster[][] = [];
  let line: Cluster[] = [];
  let used = 0;
  let lastBreak = 0;
  const end = (at: number) => {
    lines.push(line.slice(0, at));
    line = line.slice(at);
    used = line.reduce((sum, each) => sum + each.width, 0);
    lastBreak = line.findLastIndex((each, index) => index > 0 && each.mayBreakBefore);
    if (lastBreak < 0) lastBreak = 0;
  };
  for (const cluster of clusters) {
    if (cluster.mayBreakBefore) lastBreak = line.length;
    line.push(cluster);
    used += cluster.width;
    const seen = used - (cluster.text === ' ' ? cluster.width : 0) - (style.spacing ?? 0) * style.size;
    if (seen > width + 0.01 && line.length > 1 && cluster.text !== ' ') end(lastBreak || line.length - 1);
  }
  if (line.length > 0 || lines.length === 0) lines.push(line);
  return lines;
}

/** Neighbours of one face become one run, set as a whole so that they are kerned. */
function lineOf(clusters: readonly Cluster[], style: Style): Line {
  const trimmed = [...clusters];
  const spaced = trimmed.at(-1)?.text === ' ';
  while (trimmed.at(-1)?.text === ' ') trimmed.pop();
  const runs: Run[] = [];
  let x = 0;
  let index = 0;
  while (index < trimmed.length) {
    const first = trimmed[index];
    if (!first) break;
    if (!first.face) {
      runs.push({ text: first.text, width: first.width, x, tile: hexOf(first.text) });
      x += first.width;
      index += 1;
      continue;
    }
    let text = '';
    let letters = 0;
    while (index < trimmed.length && trimmed[index]?.face === first.face) {
      text += trimmed[index]?.text ?? '';
      letters += 1;
      index += 1;
    }
    const { font } = first.face;
    const width =
      (font.layout(text).advanceWidth / font.unitsPerEm) * style.size +
      letters * (style.spacing ?? 0) * style.size;
    runs.push({ text, width, x, face: first.face });
    x += width;
  }
  // The space after the last letter is no part of what is centred.
  const width = Math.max(0, x - (style.spacing ?? 0) * style.size);
  return { runs, width, text: trimmed.map(({ text }) => text).join(''), spaced };
}

const hexOf = (letter: string): string =>
  (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
