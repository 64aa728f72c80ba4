// How far a learner is. Pure: lessons as the newest edition has them, completions as they were made.
import type { EditionLesson } from '~/domain/courses/schema';
import type { Locale } from '~/i18n/locales';

export type Completed = {
  lessonId: number;
  revision: number;
  textDigest: string;
  locale: Locale;
  completedAt: number;
  /**
   * The lesson as the edition has it whose changes the learner has looked at since: its revision, and the digest of its text in
   * the language it was completed in. Null or absent where they have not, or where there is no such text.
   */
  reviewedRevision?: number | null;
  reviewedDigest?: string | null;
};

/**
 * `open`: not complete. `complete`: complete as it stands, or as the learner has seen that it stands. `changed`: complete, and
 * changed since. `again`: was complete, and a major change asks for it once more.
 */
export type LessonState = 'open' | 'complete' | 'changed' | 'again';

export type Progress = {
  /** By lesson id. */
  states: Map<number, { state: LessonState; completedAt: number | null }>;
  /** Required lessons that count as complete, of all required lessons. */
  done: number;
  total: number;
  /** Whether nothing required is left. */
  all: boolean;
};

/**
 * The state of each lesson. What was completed at the lesson's revision stays complete, whatever else changes; a raised
 * revision asks again, unless the course was `finished` (its record is issued): then it never asks, and only says so.
 */
export function progressOf(
  lessons: readonly EditionLesson[],
  completions: readonly Completed[],
  finished: boolean,
): Progress {
  const latest = new Map<number, Completed>();
  for (const completion of completions) {
    const known = latest.get(completion.lessonId);
    if (!known || completion.revision > known.revision) latest.set(completion.lessonId, completion);
  }
  const states: Progress['states'] = new Map();
  let done = 0;
  let total = 0;
  for (const lesson of lessons) {
    const completion = latest.get(lesson.id);
    const state = stateOf(lesson, completion, finished);
    states.set(lesson.id, { state, completedAt: completion?.completedAt ?? null });
    if (!lesson.required) continue;
    total += 1;
    if (isComplete(state)) done += 1;
  }
  return { states, done, total, all: total > 0 && done === total };
}

/** Whether an enrolment is done with, so that nothing is asked again: completed, and its record is not being renewed. */
export const isFinished = (enrolment: { completedAt: number | null; renewalAt: number | null }): boolean =>
  enrolment.completedAt !== null && enrolment.renewalAt === null;

function stateOf(lesson: EditionLesson, completion: Completed | undefined, finished: boolean): LessonState {
  if (!completion) return 'open';
  // Having looked at a major change is not having done the lesson again.
  if (completion.revision < lesson.revision && !finished) return 'again';
  const seen = lastSeen(completion);
  if (seen.revision < lesson.revision) return 'changed';
  // In the language it was completed in: a corrected translation is no change to who read the original.
  const now = lesson.texts[completion.locale];
  return now && now.digest !== seen.textDigest && seen.revision === lesson.revision ? 'changed' : 'complete';
}

/** The lesson as the learner knows it: as it was completed, or as they have seen since that it became. */
export const lastSeen = (completed: Completed): { revision: number; textDigest: string } => ({
  revision: completed.reviewedRevision ?? completed.revision,
  textDigest: completed.reviewedDigest ?? completed.textDigest,
});

export const isComplete = (state: LessonState | undefined): boolean =>
  state === 'complete' || state === 'changed';

/**
 * The lesson to open next: the one opened last while it is unfinished, else the first unfinished one after it, else
 * the first unfinished of the course; when nothing is left, the one opened last, or the first. Required lessons go before optional.
 */
export function resumeAt(
  lessons: readonly EditionLesson[],
  states: Progress['states'],
  lastLessonId: number | null,
): EditionLesson | undefined {
  const last = lessons.findIndex((lesson) => lesson.id === lastLessonId);
  const turned = last < 0 ? [...lessons] : [...lessons.slice(last), ...lessons.slice(0, last)];
  const open = turned.filter((lesson) => !isComplete(states.get(lesson.id)?.state));
  return open.find((lesson) => lesson.required || lesson.id === lastLessonId) ?? open[0] ?? turned[0];
}

const visitEvery = 5 * 60_000;

/** Whether opening a lesson is worth writing down: it is another lesson than last time, or the last note is five minutes old. */
export const visitDue = (
  last: { lastLessonId: number | null; lastActivityAt: number },
  lessonId: number,
  at: number,
): boolean => last.lastLessonId !== lessonId || at - last.lastActivityAt > visitEvery;

/** Characters a note may have, as a browser's `length` counts them. */
export const noteLimit = 20_000;

/** A form sends line ends as CRLF where the page counts one character. */
export const plainLineEnds = (text: string): string => text.replaceAll('\r\n', '\n');

/** Notes, highlights and bookmarks one person may put on one lesson. */
export const annotationLimit = 500;

/** Characters of the words a note or highlight is put on. */
export const quoteLimit = 5000;

/** The last paragraph a text may have, as far as notes and positions are concerned. */
export const lastBlock = 100_000;

export const annotationKinds = ['note', 'highlight', 'bookmark'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** The words a mark was put on, as they are shown: the beginning of a paragraph says that it goes on. */
export const quoteShown = ({ quote, quoteStart }: { quote: string; quoteStart: number | null }): string =>
  quoteStart === null && quote !== '' && !/[.!?:;。！？：；…”"]\s*$/.test(quote)
    ? `${quote.trimEnd()}…`
    : quote;
