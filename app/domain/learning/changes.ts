// What became different between two renderings of a lesson, paragraph by paragraph and word by word. Pure, and bounded: a text
// that was written anew from end to end is shown as two texts, not compared for minutes.
import type { Locale } from '~/i18n/locales';
import type { PublicQuestion, Segment } from '~/mdx/schema';
import type { Difference, Run } from './schema';

/** The paragraphs, list items, headings and cells of a text as plain words, in order. */
export function blocksOf(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) => ('html' in segment ? wordsOf(segment.html) : []));
}

/** The wording of a question as a learner sees it. */
export function blocksOfQuestion(question: PublicQuestion): string[] {
  const parts = Object.values(question).filter((value) => Array.isArray(value)) as unknown[][];
  return [
    ...wordsOf(question.prompt),
    ...parts.flat().flatMap((part) => {
      if (typeof part !== 'object' || part === null) return [];
      if ('html' in part) return wordsOf(String(part.html));
      return 'text' in part ? [String(part.text)] : [];
    }),
  ];
}

/** The words of HTML that our own renderer wrote, a line for each block. */
export function wordsOf(html: string): string[] {
  return (
    withoutAsides(html)
      .replace(/\s+/g, ' ')
      // The number of a footnote changes with every note before it, and says nothing.
      .replace(/<sup><a\b[^>]*\bdata-footnote-ref\b[\s\S]*?<\/sup>/g, '')
      .replace(/<a\b[^>]*\bdata-footnote-backref\b[\s\S]*?<\/a>/g, '')
      .replace(/<math[\s\S]*?<annotation[^>]*>([\s\S]*?)<\/annotation>[\s\S]*?<\/math>/g, '$1')
      .replace(
        /<(?:\/(?:p|li|h[1-6]|td|th|tr|blockquote|figcaption|pre|summary|div|dt|dd|section)|br|hr)\b[^>]*>/g,
        '\n',
      )
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos|nbsp));/gi, entity)
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
  );
}

/** The HTML without what opens beside the text, such as a term's card. */
function withoutAsides(html: string): string {
  let kept = '';
  let from = 0;
  let depth = 0;
  for (const tag of html.matchAll(/<(\/?)span\b([^>]*)>/g)) {
    if (depth === 0 && / popover=/.test(tag[2] ?? '')) {
      kept += html.slice(from, tag.index);
      depth = 1;
    } else if (depth > 0) {
      depth += tag[1] ? -1 : 1;
      if (depth === 0) from = tag.index + tag[0].length;
    }
  }
  return depth > 0 ? kept : kept + html.slice(from);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return named[name.toLowerCase()] ?? whole;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** How many steps comparing may still take. */
type Budget = { steps: number };

/** About a tenth of a second. */
const steps = 12_000_000;
/** What finding the words of a text takes for each of its characters; in one of more characters than `longest`, far more. */
const cutting = 20;
const longest = 10_000;
/** Two paragraphs with fewer words in common than this share are two paragraphs. */
const alike = 0.4;

/** What is different between two texts, given as blocks in `locale`; what stayed the same is left out. */
export function compareTexts(
  before: readonly string[],
  after: readonly string[],
  locale: Locale,
  budget: Budget = { steps },
): Difference[] {
  const words = wordsIn(locale);
  const differences: Difference[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    const blocks = [...removed, ...added];
    const length = blocks.reduce((sum, block) => sum + block.length, 0);
    const both = removed.length > 0 && added.length > 0;
    if (both && blocks.every((block) => block.length <= longest) && spend(budget, length * cutting)) {
      differences.push(...pairUp(removed.map(words), added.map(words), budget));
    } else {
      differences.push(...whole('removed', removed), ...whole('added', added));
    }
    removed = [];
    added = [];
  };
  for (const { kind, text } of compareBlocks(before, after, budget)) {
    if (kind === 'same') settle();
    else if (kind === 'removed') removed.push(text);
    else added.push(text);
  }
  settle();
  return differences;
}

const whole = (kind: 'added' | 'removed', blocks: readonly string[]): Difference[] =>
  blocks.map((text) => ({ kind, text }));

/** Cuts a text into words, spaces and signs. Chinese has no spaces, so a dictionary finds its words. */
function wordsIn(locale: Locale): (text: string) => string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Of blocks that went and blocks that came in one place, finds those that are one block with other words. In order. */
function pairUp(removed: string[][], added: string[][], budget: Budget): Difference[] {
  const texts = (blocks: string[][]) => blocks.map((words) => words.join(''));
  const cost = removed.length * added.flat().length + added.length * removed.flat().length;
  if (!spend(budget, cost)) return [...whole('removed', texts(removed)), ...whole('added', texts(added))];

  const width = added.length + 1;
  const likeness = removed.map((one) => added.map((other) => inCommon(one, other)));
  // gains[i * width + j]: how alike the best pairs of removed[i…] and added[j…] are together.
  const gains = new Float64Array((removed.length + 1) * width);
  const gain = (i: number, j: number) => gains[i * width + j] ?? 0;
  const paired = (i: number, j: number) => {
    const share = likeness[i]?.[j] ?? 0;
    return share >= alike ? share + gain(i + 1, j + 1) : -1;
  };
  for (let i = removed.length - 1; i >= 0; i -= 1) {
    for (let j = added.length - 1; j >= 0; j -= 1) {
      gains[i * width + j] = Math.max(paired(i, j), gain(i + 1, j), gain(i, j + 1));
    }
  }
  const differences: Difference[] = [];
  let i = 0;
  let j = 0;
  while (i < removed.length && j < added.length) {
    if (paired(i, j) === gain(i, j)) {
      differences.push({ kind: 'changed', runs: compareWords(removed[i] ?? [], added[j] ?? [], budget) });
      i += 1;
      j += 1;
    } else if (gain(i + 1, j) >= gain(i, j + 1)) {
      differences.push(...whole('removed', texts(removed.slice(i, i + 1))));
      i += 1;
    } else {
      differences.push(...whole('added', texts(added.slice(j, j + 1))));
      j += 1;
    }
  }
  return [
    ...differences,
    ...whole('removed', texts(removed.slice(i))),
    ...whole('added', texts(added.slice(j))),
  ];
}

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The share of words that two blocks have in common, wherever they stand: 0 for none, 1 for all. */
function inCommon(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  let all = 0;
  for (const word of one.filter(isWord)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    all += 1;
  }
  let common = 0;
  for (const word of other.filter(isWord)) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
    all += 1;
  }
  return all === 0 ? 0 : (2 * common) / all;
}

/** The words of one block beside those of another. A space or sign alone between two changes belongs to both. */
function compareWords(before: readonly string[], after: readonly string[], budget: Budget): Run[] {
  const runs = joined(align(before, after, budget));
  const read: Run[] = [];
  let removed = '';
  let added = '';
  const settle = () => {
    if (removed) read.push({ kind: 'removed', text: removed });
    if (added) read.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  runs.forEach(({ kind, text }, index) => {
    const between = index > 0 && index < runs.length - 1;
    if (kind !== 'added' && (kind === 'removed' || (between && !isWord(text)))) removed += text;
    if (kind !== 'removed' && (kind === 'added' || (between && !isWord(text)))) added += text;
    if (kind === 'same' && (!between || isWord(text))) {
      settle();
      read.push({ kind, text });
    }
  });
  settle();
  return read;
}

function joined(runs: readonly Run[]): Run[] {
  const made: Run[] = [];
  for (const { kind, text } of runs) {
    const last = made.at(-1);
    if (last?.kind === kind) last.text += text;
    else made.push({ kind, text });
  }
  return made;
}

/** The longest common run of blocks stays; everything else was removed or added, in reading order. */
export const compareBlocks = (
  before: readonly string[],
  after: readonly string[],
  budget: Budget = { steps },
): Run[] => align(before, after, budget);

function spend(budget: Budget, cost: number): boolean {
  if (cost > budget.steps) return false;
  budget.steps -= cost;
  return true;
}

/** The longest common subsequence of what lies between equal beginnings and equal ends. Over budget, all of that is taken as changed. */
function align(before: readonly string[], after: readonly string[], budget: Budget): Run[] {
  const same = (texts: readonly string[]): Run[] => texts.map((text) => ({ kind: 'same', text }));
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  const middle: Run[] = spend(budget, old.length * fresh.length)
    ? commonRun(old, fresh)
    : [
        ...old.map((text): Run => ({ kind: 'removed', text })),
        ...fresh.map((text): Run => ({ kind: 'added', text })),
      ];
  return [...same(before.slice(0, start)), ...middle, ...same(before.slice(before.length - end))];
}

function commonRun(before: readonly string[], after: readonly string[]): Run[] {
  const width = after.length + 1;
  // lengths[i * width + j]: how much before[i…] and after[j…] have in common.
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (index: number): number => lengths[index] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? at((i + 1) * width + j + 1) + 1
          : Math.max(at((i + 1) * width + j), at(i * width + j + 1));
    }
  }
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const fresh = after[j];
    if (old !== undefined && old === fresh) {
      runs.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (
      old !== undefined &&
      (fresh === undefined || at((i + 1) * width + j) >= at(i * width + j + 1))
    ) {
      runs.push({ kind: 'removed', text: old });
      i += 1;
    } else if (fresh !== undefined) {
      runs.push({ kind: 'added', text: fresh });
      j += 1;
    }
  }
  return runs;
}
