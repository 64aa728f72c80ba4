// What became different between two renderings of a lesson, in words. Pure.
import type { Segment } from '~/mdx/schema';

export type Change = { kind: 'same' | 'added' | 'removed'; text: string };

const most = 2000;

/** The paragraphs, list items, headings and cells of a text as plain words, in order. */
export function blocksOf(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) => ('html' in segment ? wordsOf(segment.html) : [])).slice(0, most);
}

/** The words of HTML that our own renderer wrote, a line for each block. */
export function wordsOf(html: string): string[] {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<math[\s\S]*?<annotation[^>]*>([\s\S]*?)<\/annotation>[\s\S]*?<\/math>/g, '$1')
    .replace(
      /<(?:\/(?:p|li|h[1-6]|td|th|tr|blockquote|figcaption|pre|summary|div|dt|dd|section)|br|hr)\b[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos|nbsp));/gi, entity)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return named[name.toLowerCase()] ?? whole;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The longest common run of blocks stays; everything else was removed or added, in reading order. */
export function compareBlocks(before: readonly string[], after: readonly string[]): Change[] {
  const width = after.length + 1;
  // lengths[i * width + j]: how much before[i…] and after[j…] have in common.
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? at(lengths, (i + 1) * width + j + 1) + 1
          : Math.max(at(lengths, (i + 1) * width + j), at(lengths, i * width + j + 1));
    }
  }
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const fresh = after[j];
    if (old !== undefined && old === fresh) {
      changes.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (
      old !== undefined &&
      (fresh === undefined || at(lengths, (i + 1) * width + j) >= at(lengths, i * width + j + 1))
    ) {
      changes.push({ kind: 'removed', text: old });
      i += 1;
    } else if (fresh !== undefined) {
      changes.push({ kind: 'added', text: fresh });
      j += 1;
    }
  }
  return changes;
}

const at = (array: Uint16Array, index: number): number => array[index] ?? 0;
