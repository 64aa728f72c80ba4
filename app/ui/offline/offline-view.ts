// What a page knows of the device: nothing, until the part that knows is there. Small, since every page has it.
import { useRef, useSyncExternalStore } from 'react';
import type { Messages } from '~/i18n/messages';
import type { KeptCourse, Waiting } from '~/offline/device';

export type OfflineView = {
  /** No connection, as far as is known. */
  offline: boolean;
  /** What is on show is the page as it was kept, which may be older than the server's. */
  keptPage: boolean;
  /** The reader's own things that are not sent, or were sent and became something else. */
  waiting: Waiting[];
  kept: KeptCourse[];
  /** The words for all this, which come with the part that knows. */
  words: Messages['offline'] | null;
};

const nothing: OfflineView = { offline: false, keptPage: false, waiting: [], kept: [], words: null };
let view = nothing;
const readers = new Set<() => void>();

export function setOfflineView(next: OfflineView): void {
  view = next;
  for (const read of readers) read();
}

const subscribe = (read: () => void) => {
  readers.add(read);
  return () => void readers.delete(read);
};

export const useOfflineView = (): OfflineView =>
  useSyncExternalStore(
    subscribe,
    () => view,
    () => nothing,
  );

/** What was written here under a Reflect and is not sent, as it was when the page found out; later it is in the field anyway. */
export function useWaitingAnswer(course: string, lesson: string, id: string): string | undefined {
  const { waiting, words } = useOfflineView();
  const first = useRef<{ note: string | undefined }>();
  if (!first.current && words) {
    const found = waiting.find(
      (each) =>
        each.what === 'reflection' && each.course === course && each.lesson === lesson && each.target === id,
    );
    first.current = { note: found?.state === 'merged' ? undefined : found?.fields.note };
  }
  return first.current?.note;
}
