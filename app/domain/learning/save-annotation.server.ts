import { createHash } from 'node:crypto';
import { and, count, eq } from 'drizzle-orm';
import type { AccountActor, Actor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { currentEdition } from '~/domain/courses/index.server';
import { forbidden } from '~/domain/error';
import type { Db, Queryable } from '~db/open.server';
import { annotations } from '~db/schema';
import { annotationsFull, noteTooLong, quoteTooLong } from './errors';
import { findSighting, type SeenLesson } from './finish-lesson.server';
import { joinNotes } from './join-notes';
import { type AnnotationKind, annotationLimit, noteLimit, quoteLimit } from './rules';

export type AnnotationInput = SeenLesson & {
  /** A UUID made by the device. */
  id: string;
  kind: AnnotationKind;
  /** `data-block` of the paragraph. */
  block: number;
  /** The words it is put on, at most `quoteLimit` characters. */
  quote: string;
  /** Where they begin in the paragraph's text, in UTF-16 units; null for the whole paragraph. */
  quoteStart: number | null;
  /** At most `noteLimit` characters. */
  note: string;
  /** The version it was written from; 0 for a new one. */
  version: number;
  /** What stands between two texts when both are kept, in the reader's language. */
  divider: string;
  at: number;
};

export type SavedNote = {
  id: string;
  version: number;
  note: string;
  /** Another device had written in between: `note` is not simply what was sent. */
  merged: boolean;
};

/**
 * Keeps a note, highlight or bookmark of the actor's own. Sending it again changes nothing. What was written from an older version
 * than the stored one never replaces it: both texts are kept, in a second note where one would be too long. Who may read the lesson
 * may annotate it. Throws `forbidden`, `not-found`, `not-enrolled`, `text-unknown`, `annotations-full`, `quote-too-long`, and
 * `note-too-long` on field `note`.
 */
export function saveAnnotation(db: Db, actor: Actor, input: AnnotationInput): SavedNote {
  currentEdition(db, input.course);
  return db.transaction(
    (tx) => {
      const { actor: account, lesson, seen } = findSighting(db, actor, input);
      if (input.note.length > noteLimit) throw noteTooLong();
      if (input.quote.length > quoteLimit) throw quoteTooLong();
      const stored = tx.select().from(annotations).where(eq(annotations.id, input.id)).get();
      if (stored) {
        if (stored.accountId !== account.id || stored.lessonId !== lesson.id) throw forbidden();
        return updateNote(tx, account, stored, input);
      }
      const held = tx
        .select({ count: count() })
        .from(annotations)
        .where(and(eq(annotations.accountId, account.id), eq(annotations.lessonId, lesson.id)))
        .get();
      if ((held?.count ?? 0) >= annotationLimit) throw annotationsFull();
      const { id, kind, block, textDigest, quote, quoteStart, note } = input;
      return insertNote(tx, account, {
        ...{ id, kind, block, textDigest, quote, quoteStart, note, at: input.at },
        ...{ lessonId: lesson.id, locale: seen.locale },
      });
    },
    { behavior: 'immediate' },
  );
}

type Stored = typeof annotations.$inferSelect;
type Fresh = Pick<
  Stored,
  'id' | 'lessonId' | 'kind' | 'block' | 'textDigest' | 'locale' | 'quote' | 'quoteStart' | 'note'
>;

function insertNote(
  tx: Queryable,
  account: AccountActor,
  { at, ...fresh }: Fresh & { at: number },
): SavedNote {
  tx.insert(annotations)
    .values({ ...fresh, accountId: account.id, version: 1, createdAt: at, updatedAt: at })
    .run();
  logNote(tx, account, { ...fresh, version: 1 }, at);
  return { id: fresh.id, version: 1, note: fresh.note, merged: false };
}

/**
 * Writes on an annotation that is there and the account's own. Call it inside the transaction that read it. A `kind` that is left out
 * stays as it is.
 */
export function updateNote(
  tx: Queryable,
  account: AccountActor,
  stored: Stored,
  input: { note: string; version: number; kind?: AnnotationKind; divider: string; at: number },
): SavedNote {
  const latest = input.version >= stored.version;
  let note = latest ? input.note : joinNotes(stored.note, input.note, input.divider);
  if (!latest && note.length > noteLimit) {
    keepBeside(tx, account, stored, input);
    note = stored.note;
  }
  const kind = latest && input.kind ? input.kind : stored.kind;
  const merged = note !== input.note;
  if (note === stored.note && kind === stored.kind) {
    return { id: stored.id, version: stored.version, note, merged };
  }
  const version = stored.version + 1;
  tx.update(annotations)
    .set({ note, kind, version, updatedAt: input.at })
    .where(eq(annotations.id, stored.id))
    .run();
  logNote(tx, account, { ...stored, kind, version }, input.at);
  return { id: stored.id, version, note, merged };
}

/** The other text as a note of its own. Its id follows from what it says, so that sending it again keeps it once. */
function keepBeside(
  tx: Queryable,
  account: AccountActor,
  stored: Stored,
  { note, at }: { note: string; at: number },
): void {
  const hex = createHash('sha256').update(`${stored.id} ${note}`).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  if (tx.select({ id: annotations.id }).from(annotations).where(eq(annotations.id, id)).get()) return;
  const { lessonId, block, textDigest, locale, quote, quoteStart } = stored;
  insertNote(tx, account, {
    ...{ id, lessonId, block, textDigest, locale, quote, quoteStart },
    ...{ kind: 'note', note, at },
  });
}

/** The log says that there was a note, never what it says. */
function logNote(
  tx: Queryable,
  account: AccountActor,
  { id, lessonId, kind, version }: Pick<Stored, 'id' | 'lessonId' | 'kind' | 'version'>,
  at: number,
): void {
  writeEntry(tx, account, {
    action: 'annotation.saved',
    entity: 'annotation',
    entityId: id,
    detail: { lesson: lessonId, kind, version },
    at,
  });
}
