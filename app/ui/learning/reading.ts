// How far the reader is in the text on the screen: told by the reader's tools, which come after the page, to whatever shows it.
import { useSyncExternalStore } from 'react';

export type Reading = {
  /** The number of the block being read; 0 before the first. */
  block: number;
  /** The id of the heading it stands under. */
  section: string | null;
  /** What is left to read from here; null while nobody has counted. */
  minutesLeft: number | null;
};

const atStart: Reading = { block: 0, section: null, minutesLeft: null };
let now = atStart;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const readingNow = (): Reading => now;

export function tellReading(next: Reading | null): void {
  const { block, section, minutesLeft } = next ?? atStart;
  if (block === now.block && section === now.section && minutesLeft === now.minutesLeft) return;
  now = { block, section, minutesLeft };
  for (const listener of listeners) listener();
}

export const useReading = (): Reading => useSyncExternalStore(subscribe, readingNow, () => atStart);

let landing: { block: number; locale: string } | null = null;

/** The text that comes next is to be opened at this block. The words around it come a moment later, and move it once more. */
export function landAt(block: number, locale: string): void {
  landing = { block, locale };
}

/** The block to open at, once the page around the text speaks `locale`. */
export function takeLanding(locale: string): number | null {
  if (landing?.locale !== locale) return null;
  const { block } = landing;
  landing = null;
  return block;
}
