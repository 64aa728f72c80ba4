import type { Actor } from '~/domain/actor';
import { findSubmission, gradeAttempt } from '~/domain/assessment/index.server';
import type { AttemptInput } from '~/domain/assessment/schema';
import { currentEdition, editionById, readText } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import { lessonChanged, notAQuiz } from './errors';
import {
  demandEnrolment,
  findSighting,
  keepCompletion,
  type Settled,
  settleCourse,
} from './finish-lesson.server';

export type QuizOutcome = Settled & { attempt: number; passed: boolean };

/**
 * Grades a quiz and, when it is passed, completes its lesson, all or nothing. The same form with the same answers is one attempt,
 * even when a newer edition was published in between. Throws what `completeLesson` and `gradeAttempt` throw, and `not-a-quiz`.
 */
export function submitQuiz(
  db: Db,
  actor: Actor,
  input: AttemptInput & { course: string; lesson: string; at: number },
): QuizOutcome {
  currentEdition(db, input.course);
  return db.transaction(
    () => {
      const sighting = findSighting(db, actor, input);
      demandEnrolment(sighting);
      const { lesson, seen, edition } = sighting;
      if (lesson.kind !== 'quiz') throw notAQuiz();
      const { textDigest, submission, answers, at } = input;
      const named = { submission, lessonId: lesson.id, textDigest, answers };
      const before = findSubmission(db, sighting.actor, named);
      if (!before && seen.revision < lesson.revision) throw lessonChanged();
      const graded =
        before ??
        gradeAttempt(db, sighting.actor, {
          ...named,
          editionId: seen.editionId,
          locale: seen.locale,
          // The mark of the quiz, or of its course, in the edition that was on the page.
          mark: readText(db, edition.courseId, textDigest).quiz?.pass ?? editionById(db, seen.editionId).mark,
          at,
        });
      if (graded.passed && !graded.repeated) keepCompletion(db, sighting, at);
      return { ...settleCourse(db, sighting, at), attempt: graded.id, passed: graded.passed };
    },
    { behavior: 'immediate' },
  );
}
