import { and, eq } from 'drizzle-orm';
import type { Actor } from '~/domain/actor';
import { forbidden, notFound } from '~/domain/error';
import type { Db } from '~db/open.server';
import { annotations } from '~db/schema';
import { noteTooLong } from './errors';
import { noteLimit } from './rules';
import { type SavedNote, updateNote } from './save-annotation.server';

/**
 * Writes on a note that is there, wherever its lesson has gone since; otherwise as `saveAnnotation`.
 * Throws `forbidden`, `not-found` (also for somebody else's), and `note-too-long` on field `note`.
 */
export function changeNote(
  db: Db,
  actor: Actor,
  input: { id: string; note: string; version: number; divider: string; at: number },
): SavedNote {
  return db.transaction(
    (tx) => {
      if (actor.kind !== 'account') throw forbidden();
      const stored = tx
        .select()
        .from(annotations)
        .where(and(eq(annotations.id, input.id), eq(annotations.accountId, actor.id)))
        .get();
      if (!stored) throw notFound();
      if (input.note.length > noteLimit) throw noteTooLong();
      return updateNote(tx, actor, stored, input);
    },
    { behavior: 'immediate' },
  );
}
