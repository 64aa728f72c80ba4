import type { Actor } from '~/domain/actor';
import { type AttemptResult, readAttempt } from '~/domain/assessment/index.server';
import {
  currentEdition,
  type Edition,
  type EditionLesson,
  findLesson,
  lessonsOf,
} from '~/domain/courses/index.server';
import { forbidden } from '~/domain/error';
import type { Db } from '~db/open.server';
import { findEnrolmentState } from './find-enrolment-state.server';

export type OpenedAttempt = {
  edition: Edition;
  lesson: EditionLesson;
  attempt: AttemptResult;
  /** Slug of the lesson to go on with; null after the last, when nothing is left. */
  next: string | null;
  /** This attempt completed the course; the record's id. */
  finished: { recordId: string | null } | null;
};

/**
 * The learner's own graded attempt and the way on. Throws `forbidden` for anyone else's, and for a course, lesson or
 * attempt that does not exist.
 */
export function openAttempt(
  db: Db,
  actor: Actor,
  input: { course: string; lesson: string; attempt: number },
): OpenedAttempt {
  const edition = currentEdition(db, input.course);
  const lesson = edition && findLesson(edition, input.lesson);
  if (!edition || !lesson) throw forbidden();
  const attempt = readAttempt(db, actor, {
    courseId: edition.courseId,
    lessonId: lesson.id,
    attempt: input.attempt,
  });
  const state = findEnrolmentState(db, actor, edition);
  const lessons = lessonsOf(edition);
  const following = lessons[lessons.indexOf(lesson) + 1]?.slug ?? null;
  const left = state && !state.all ? state.resume.lessonSlug : null;
  const finished = state?.completedAt != null && state.completedAt === attempt.submittedAt;
  return {
    edition,
    lesson,
    attempt,
    next: following ?? (left === lesson.slug ? null : left),
    finished: finished ? { recordId: state.recordId } : null,
  };
}
