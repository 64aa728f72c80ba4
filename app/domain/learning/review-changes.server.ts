import type { Actor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { currentEdition, findLesson } from '~/domain/courses/index.server';
import { forbidden, notFound } from '~/domain/error';
import type { Db } from '~db/open.server';
import { lessonChanged, notCompleted, notEnrolled, textUnknown } from './errors';
import { statements } from './statements.server';

/**
 * The actor has looked at what changed in a lesson they completed, up to the edition of that number: it is not shown as changed until a
 * later edition changes it again. Again is as once, and an older edition after a newer one is as nothing. Throws `forbidden`,
 * `not-found`, `not-enrolled`, `not-completed`, `text-unknown` (no such edition has the lesson), and `lesson-changed` for a
 * major change, which is done by completing the lesson again.
 */
export function reviewChanges(
  db: Db,
  actor: Actor,
  input: { course: string; lesson: string; edition: number; at: number },
): void {
  if (actor.kind !== 'account') throw forbidden();
  // Read before the transaction, where editions are kept for the next time.
  const current = currentEdition(db, input.course);
  const lesson = current && findLesson(current, input.lesson);
  if (!current || !lesson) throw notFound();
  const { enrolment, lastSeen, inEdition, review } = statements(db);
  db.transaction(
    () => {
      const enrolled = enrolment.get({ account: actor.id, course: current.courseId });
      if (!enrolled) throw notEnrolled(lesson.preview);
      const known = lastSeen.get({ account: actor.id, lesson: lesson.id });
      if (!known) throw notCompleted();
      const seen = inEdition.get({ course: current.courseId, lesson: lesson.id, number: input.edition });
      if (!seen) throw textUnknown();
      if (seen.revision > known.revision && enrolled.completedAt === null) throw lessonChanged();
      // What is older than the completion, or than the last review, has been seen already.
      if (seen.editionId <= known.editionId) return;
      review.run({ account: actor.id, lesson: lesson.id, edition: seen.editionId, at: input.at });
      writeEntry(db, actor, {
        action: 'changes.reviewed',
        entity: 'lesson',
        entityId: lesson.id,
        detail: { course: current.courseId, edition: seen.editionId },
        at: input.at,
      });
    },
    { behavior: 'immediate' },
  );
}
