import type { Actor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { currentEdition } from '~/domain/courses/index.server';
import { forbidden, notFound } from '~/domain/error';
import type { Db } from '~db/open.server';
import { enrolments } from '~db/schema';

/** Enrols the actor in a course; who is enrolled already stays as they are. Throws `forbidden` and `not-found`. */
export function enrol(db: Db, actor: Actor, input: { course: string; at: number }): { created: boolean } {
  if (actor.kind !== 'account') throw forbidden();
  const edition = currentEdition(db, input.course);
  if (!edition) throw notFound();
  return db.transaction(
    (tx) => {
      const made = tx
        .insert(enrolments)
        .values({
          accountId: actor.id,
          courseId: edition.courseId,
          enrolledAt: input.at,
          lastActivityAt: input.at,
        })
        .onConflictDoNothing()
        .returning({ id: enrolments.id })
        .get();
      if (!made) return { created: false };
      writeEntry(tx, actor, {
        action: 'enrolment.created',
        entity: 'enrolment',
        entityId: made.id,
        detail: { course: edition.courseId, edition: edition.id },
        at: input.at,
      });
      return { created: true };
    },
    { behavior: 'immediate' },
  );
}
