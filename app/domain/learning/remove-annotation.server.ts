import { and, eq } from 'drizzle-orm';
import type { Actor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { forbidden } from '~/domain/error';
import type { Db } from '~db/open.server';
import { annotations } from '~db/schema';

export type Removal =
  | { removed: true; gone: typeof annotations.$inferSelect | null }
  /** Another device has written on it since: what it says now. */
  | { removed: false; newer: { id: string; version: number; note: string } };

/**
 * Removes a note, highlight or bookmark of the actor's own; one that is not there is removed already. One whose words have changed
 * since `version` stays. Throws `forbidden` (signed out).
 */
export function removeAnnotation(
  db: Db,
  actor: Actor,
  input: { id: string; version: number; at: number },
): Removal {
  return db.transaction(
    (tx): Removal => {
      if (actor.kind !== 'account') throw forbidden();
      const own = and(eq(annotations.id, input.id), eq(annotations.accountId, actor.id));
      const stored = tx.select().from(annotations).where(own).get();
      if (!stored) return { removed: true, gone: null };
      const { id, version, note, kind, lessonId } = stored;
      if (version > input.version && note !== '') return { removed: false, newer: { id, version, note } };
      tx.delete(annotations).where(own).run();
      writeEntry(tx, actor, {
        action: 'annotation.removed',
        entity: 'annotation',
        entityId: id,
        detail: { lesson: lessonId, kind, version },
        at: input.at,
      });
      return { removed: true, gone: stored };
    },
    { behavior: 'immediate' },
  );
}
