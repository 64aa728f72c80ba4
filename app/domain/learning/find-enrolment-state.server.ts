import type { Actor } from '~/domain/actor';
import { type Edition, lessonsOf } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import {
  type Completed,
  isComplete,
  isFinished,
  type LessonState,
  type Progress,
  progressOf,
  resumeAt,
} from './rules';
import { statements } from './statements.server';

/** How far a learner is in a course. Every figure comes from the same rows at the same moment. */
export type EnrolmentState = {
  enrolledAt: number;
  /** When the course was completed; it stays so whatever is published later. */
  completedAt: number | null;
  /** Where to go on. */
  resume: { lessonSlug: string };
  /** Slugs of the lessons that count as complete, those changed since included. */
  completed: string[];
  /** Complete, and changed since in a minor way. */
  changed: string[];
  /** Completed once, and to be done again after a major change. */
  again: string[];
  /** Required lessons that are complete, of all required. */
  done: number;
  total: number;
  /** Nothing required is left; true without `completedAt` when a new edition asks for less than the learner has done. */
  all: boolean;
  /** The record's id once there is one. */
  recordId: string | null;
};

export type EnrolmentRow = {
  enrolledAt: number;
  completedAt: number | null;
  renewalAt: number | null;
  lastLessonId: number | null;
  recordId: string | null;
};

/** The actor's own state in the course of `edition`; null for who is not enrolled or not signed in. */
export function findEnrolmentState(db: Db, actor: Actor, edition: Edition): EnrolmentState | null {
  if (actor.kind !== 'account') return null;
  const key = { account: actor.id, course: edition.courseId };
  const { enrolment, completions } = statements(db);
  return db.transaction(() => {
    const row = enrolment.get(key);
    return row ? stateFrom(edition, row, completions.all(key)).state : null;
  });
}

/** Puts the rows of one enrolment together with the edition it follows; `states` by lesson id. */
export function stateFrom(
  edition: Edition,
  row: EnrolmentRow,
  completed: Completed[],
): { state: EnrolmentState; states: Progress['states'] } {
  const lessons = lessonsOf(edition);
  const { states, done, total, all } = progressOf(lessons, completed, isFinished(row));
  const slugs = (wanted: (state: LessonState | undefined) => boolean) =>
    lessons.filter((lesson) => wanted(states.get(lesson.id)?.state)).map((lesson) => lesson.slug);
  const state = {
    enrolledAt: row.enrolledAt,
    completedAt: row.completedAt,
    resume: { lessonSlug: resumeAt(lessons, states, row.lastLessonId)?.slug ?? '' },
    completed: slugs(isComplete),
    changed: slugs((state) => state === 'changed'),
    again: slugs((state) => state === 'again'),
    done,
    total,
    all,
    recordId: row.recordId,
  };
  return { state, states };
}
