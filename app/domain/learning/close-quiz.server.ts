// A sitting whose time is up: what was saved by then is what was handed in, whenever that is noticed.
import type { Actor } from '~/domain/actor';
import { findSitting, gradeSitting, isOver, type Sitting } from '~/domain/assessment/index.server';
import { currentEdition } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import { findQuiz, markOf, type QuizName } from './find-quiz.server';
import { findSighting, keepCompletion, type Sighting, settleCourse } from './finish-lesson.server';
import type { QuizOutcome } from './submit-quiz.server';

/**
 * Grades the actor's open sitting of a quiz if its time is up, as it was saved. Null where there is none, where it still has time,
 * and where it can no longer be graded. Throws `forbidden`, `not-found` and `not-a-quiz`.
 */
export function closeQuiz(db: Db, actor: Actor, input: QuizName & { at: number }): QuizOutcome | null {
  currentEdition(db, input.course);
  return db.transaction(
    () => {
      const { account, lesson } = findQuiz(db, actor, input);
      const sitting = findSitting(db, account.id, lesson.id);
      if (!sitting || !isOver(sitting, input.at)) return null;
      const sighting = findSighting(db, account, { ...input, textDigest: sitting.textDigest });
      return closeSitting(db, sighting, sitting, input.at);
    },
    { behavior: 'immediate' },
  );
}

/** The same inside a transaction, for a sitting that is over. Null for one on a text from before a major change. */
export function closeSitting(db: Db, reader: Sighting, sitting: Sitting, at: number): QuizOutcome | null {
  const { edition, lesson, actor } = reader;
  const sighting = findSighting(db, actor, {
    course: edition.slug,
    lesson: lesson.slug,
    textDigest: sitting.textDigest,
  });
  if (sighting.seen.revision < lesson.revision) return null;
  const graded = gradeSitting(db, actor, sitting, {
    answers: sitting.answers,
    mark: markOf(db, sighting),
    submittedAt: sitting.dueAt ?? at,
    at,
  });
  if (graded.passed) keepCompletion(db, sighting, at);
  return {
    ...settleCourse(db, sighting, at),
    attempt: graded.id,
    passed: graded.passed,
    note: 'late',
  };
}
