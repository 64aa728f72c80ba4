import { and, eq } from 'drizzle-orm';
import type { Actor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { currentEdition, readText } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import { reflections } from '~db/schema';
import { noteMovedOn, noteTooLong, reflectionUnknown } from './errors';
import { findSighting, type SeenLesson } from './finish-lesson.server';
import { joinNotes } from './join-notes';
import { noteLimit } from './rules';

export type ReflectionInput = SeenLesson & {
  /** The `id` of the Reflect in the text. */
  reflection: string;
  /** At most `noteLimit` characters. */
  note: string;
  /** The version it was written from; 0 for none yet. Left out: whatever is stored was known. */
  version?: number | undefined;
  /** What stands between two texts when both are kept, in the reader's language. */
  divider: string;
  at: number;
};

export type SavedReflection = {
  version: number;
  note: string;
  /** Another device had written in between: `note` is not simply what was sent. */
  merged: boolean;
};

/**
 * Keeps the actor's private note under a Reflect. What was written from an older version than the stored one never replaces it: both texts
 * are kept, up to twice the limit; the next save is asked to be shorter. Who may read the lesson may keep a note, enrolled or not.
 * Throws `forbidden`, `not-found`, `not-enrolled`, `text-unknown`, `reflection-unknown`, `note-moved-on`, and `note-too-long` on
 * field `note`.
 */
export function saveReflection(db: Db, actor: Actor, input: ReflectionInput): SavedReflection {
  currentEdition(db, input.course);
  return db.transaction(
    (tx) => {
      const { actor: account, edition, lesson } = findSighting(db, actor, input);
      const known = readText(db, edition.courseId, input.textDigest).reflections;
      if (!known.some(({ id }) => id === input.reflection)) throw reflectionUnknown();
      if (input.note.length > noteLimit) throw noteTooLong();
      const key = { accountId: account.id, lessonId: lesson.id, reflectId: input.reflection };
      const own = and(
        eq(reflections.accountId, key.accountId),
        eq(reflections.lessonId, key.lessonId),
        eq(reflections.reflectId, key.reflectId),
      );
      const stored = tx.select().from(reflections).where(own).get();
      const latest = !stored || input.version === undefined || input.version >= stored.version;
      const note = latest ? input.note : joinNotes(stored.note, input.note, input.divider);
      if (note.length > 2 * noteLimit) throw noteMovedOn();
      const merged = note !== input.note;
      if (stored?.note === note) return { version: stored.version, note, merged };
      const kept = { note, updatedAt: input.at, version: (stored?.version ?? 0) + 1 };
      if (stored) tx.update(reflections).set(kept).where(own).run();
      else
        tx.insert(reflections)
          .values({ ...key, ...kept })
          .run();
      writeEntry(tx, account, {
        action: 'reflection.saved',
        entity: 'lesson',
        entityId: lesson.id,
        detail: { reflection: input.reflection, version: kept.version },
        at: input.at,
      });
      return { version: kept.version, note, merged };
    },
    { behavior: 'immediate' },
  );
}
