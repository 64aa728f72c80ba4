import type { Actor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { currentEdition, readText } from '~/domain/courses/index.server';
import { DomainError } from '~/domain/error';
import type { Db } from '~db/open.server';
import { reflections } from '~db/schema';
import { reflectionUnknown } from './errors';
import { findSighting, type SeenLesson } from './finish-lesson.server';
import { noteLimit } from './rules';

export type ReflectionInput = SeenLesson & {
  /** The `id` of the Reflect in the text. */
  reflection: string;
  /** At most `noteLimit` characters. */
  note: string;
  at: number;
};

/**
 * Keeps the actor's private note under a Reflect; the last one written wins. Who may read the lesson may keep a note, enrolled or
 * not. Throws `forbidden`, `not-found`, `not-enrolled`, `text-unknown`, `reflection-unknown`, and `note-too-long` on field `note`.
 */
export function saveReflection(db: Db, actor: Actor, input: ReflectionInput): void {
  currentEdition(db, input.course);
  db.transaction(
    (tx) => {
      const { actor: account, edition, lesson } = findSighting(db, actor, input);
      const known = readText(db, edition.courseId, input.textDigest).reflections;
      if (!known.some(({ id }) => id === input.reflection)) throw reflectionUnknown();
      if (input.note.length > noteLimit) {
        throw new DomainError('note-too-long', 'invalid', { fields: { note: 'note-too-long' } });
      }
      const kept = { note: input.note, updatedAt: input.at };
      tx.insert(reflections)
        .values({ accountId: account.id, lessonId: lesson.id, reflectId: input.reflection, ...kept })
        .onConflictDoUpdate({
          target: [reflections.accountId, reflections.lessonId, reflections.reflectId],
          set: kept,
        })
        .run();
      writeEntry(tx, account, {
        action: 'reflection.saved',
        entity: 'lesson',
        entityId: lesson.id,
        detail: { reflection: input.reflection },
        at: input.at,
      });
    },
    { behavior: 'immediate' },
  );
}
