import type { Actor } from '~/domain/actor';
import { currentEdition } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import { lessonChanged, quizNotPassed } from './errors';
import {
  completedRevision,
  demandEnrolment,
  findSighting,
  keepCompletion,
  type SeenLesson,
  type Settled,
  settleCourse,
} from './finish-lesson.server';

/**
 * Completes a lesson on the exact text that was on the page (its digest), and the course with it when nothing required is
 * left. Again is as once. Throws `forbidden`, `not-found`, `not-enrolled`, `text-unknown`, `lesson-changed` (the text is of
 * a revision before a major change) and `quiz-not-passed`.
 */
export function completeLesson(db: Db, actor: Actor, input: SeenLesson & { at: number }): Settled {
  // Read before the transaction, where editions are kept for the next time.
  currentEdition(db, input.course);
  return db.transaction(
    () => {
      const sighting = findSighting(db, actor, input);
      demandEnrolment(sighting);
      const { lesson, seen } = sighting;
      if (completedRevision(sighting) < lesson.revision) {
        if (seen.revision < lesson.revision) throw lessonChanged();
        if (lesson.kind === 'quiz') throw quizNotPassed();
        keepCompletion(db, sighting, input.at);
      }
      return settleCourse(db, sighting, input.at);
    },
    { behavior: 'immediate' },
  );
}
