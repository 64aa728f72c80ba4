// The keys of one letter. Whoever steers by voice or presses keys by accident switches them off (WCAG 2.2, 2.1.4); the device keeps it.

const offKey = 'parkbridge:keys';

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(offKey) !== 'off';
  } catch {
    return true;
  }
}

export function setKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(offKey);
    else localStorage.setItem(offKey, 'off');
  } catch {
    // A private window forgets it.
  }
}

/** What the reader's marks are asked for by a key: their own module listens. */
export type AnnotateDetail = { kind: 'note' | 'bookmark'; block: number };

export const askMark = (detail: AnnotateDetail): void => {
  document.dispatchEvent(new CustomEvent<AnnotateDetail>('parkbridge:annotate', { detail }));
};
