// What the reader has put on the lesson that is open, and where they were in it: fetched once, shared by whoever shows some of it.
import { useEffect, useSyncExternalStore } from 'react';
import type { AnnotationKind } from '~/domain/learning/rules';
import type { Locale } from '~/i18n/locales';
import { lessonSubpath } from '~/ui/learning/paths';

/** A note, highlight or bookmark; see `annotations` in the schema. `version` 0: no server has it yet. */
export type Mark = {
  id: string;
  kind: AnnotationKind;
  block: number;
  textDigest: string;
  locale: Locale;
  quote: string;
  quoteStart: number | null;
  note: string;
  version: number;
  createdAt: number;
  updatedAt: number;
};

export type LessonMarksData = {
  /** Tells two accounts on one device apart. */
  owner: string;
  /** The paragraph one was at last, on whichever device. */
  position: { block: number; updatedAt: number } | null;
  annotations: Mark[];
  reflections: Record<string, number>;
};

type Shelf = { data: LessonMarksData | null; asking: Promise<LessonMarksData | null> | null; at: number };

const shelves = new Map<string, Shelf>();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function shelfOf(course: string, lesson: string): Shelf {
  const key = `${course}/${lesson}`;
  let shelf = shelves.get(key);
  if (!shelf) {
    shelf = { data: null, asking: null, at: 0 };
    shelves.set(key, shelf);
  }
  return shelf;
}

function put(shelf: Shelf, data: LessonMarksData): void {
  shelf.data = data;
  for (const listener of listeners) listener();
}

/**
 * The reader's own marks in a lesson; asked for once a minute at most, and by one request however many ask. Null when they cannot be
 * had: signed out, not enrolled, no connection.
 */
export async function loadMarks(
  course: string,
  lesson: string,
  olderThan = 60_000,
): Promise<LessonMarksData | null> {
  const shelf = shelfOf(course, lesson);
  if (shelf.data && Date.now() - shelf.at < olderThan) return shelf.data;
  shelf.asking ??= ask(course, lesson).finally(() => {
    shelf.asking = null;
  });
  const data = await shelf.asking;
  if (data && data !== shelf.data) {
    shelf.at = Date.now();
    put(shelf, data);
  }
  return data;
}

async function ask(course: string, lesson: string): Promise<LessonMarksData | null> {
  try {
    const response = await fetch(lessonSubpath(course, lesson, 'marks'), {
      headers: { Accept: 'application/json' },
    });
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) return null;
    return (await response.json()) as LessonMarksData;
  } catch {
    return null;
  }
}

/** What is there now, without asking. */
export const marksNow = (course: string, lesson: string): LessonMarksData | null =>
  shelfOf(course, lesson).data;

/** Puts right what is known of one mark: `null` when it is gone. */
export function changeMark(course: string, lesson: string, id: string, mark: Mark | null): void {
  const shelf = shelfOf(course, lesson);
  if (!shelf.data) {
    // They could not be had before; now the server answers.
    void loadMarks(course, lesson);
    return;
  }
  const others = shelf.data.annotations.filter((each) => each.id !== id);
  put(shelf, { ...shelf.data, annotations: mark ? [...others, mark] : others });
}

/** The marks of a lesson in a component; null until they are there. `wanted` false: waits until somebody else asks. */
export function useMarks(course: string, lesson: string, wanted = true): LessonMarksData | null {
  useEffect(() => {
    if (wanted) void loadMarks(course, lesson);
  }, [course, lesson, wanted]);
  return useSyncExternalStore(
    subscribe,
    () => marksNow(course, lesson),
    () => null,
  );
}

/** What a key elsewhere on the page asks, as an event of the document: a note or bookmark on a paragraph. */
export type NotesCommand = { kind: 'note' | 'bookmark'; block: number };
export const notesCommand = 'parkbridge:annotate';

export const commandOf = (event: Event): NotesCommand | null =>
  event instanceof CustomEvent ? (event.detail as NotesCommand) : null;
