import type { AccountActor, Actor } from '~/domain/actor';
import { currentEdition, type EditionLesson, findLesson } from '~/domain/courses/index.server';
import { forbidden, notFound } from '~/domain/error';
import type { Db } from '~db/open.server';
import { notEnrolled } from './errors';
import { type AnnotationRow, type Enrolment, statements } from './statements.server';

export type Marks = {
  /** The paragraph one was at last, on whichever device. */
  position: { block: number; updatedAt: number } | null;
  /** In the order of the text. */
  annotations: AnnotationRow[];
  /** How often the answer to each Reflect was saved, by its id. */
  reflections: Record<string, number>;
};

/** The actor's own marks in a lesson, from one moment. Throws `forbidden`, `not-found` and `not-enrolled`. */
export function readMarks(db: Db, actor: Actor, input: { course: string; lesson: string }): Marks {
  const { account, lesson } = readable(db, actor, input);
  const { position, annotations, notes } = statements(db);
  const key = { account: account.id, lesson: lesson.id };
  return db.transaction(() => ({
    position: position.get(key) ?? null,
    annotations: annotations.all(key),
    reflections: Object.fromEntries(notes.all(key).map(({ id, version }) => [id, version])),
  }));
}

/** The lesson, when the actor is signed in and may read it. Throws `forbidden`, `not-found` and `not-enrolled`. */
export function readable(
  db: Db,
  actor: Actor,
  input: { course: string; lesson: string },
): { account: AccountActor; courseId: number; lesson: EditionLesson; enrolled: Enrolment | undefined } {
  if (actor.kind !== 'account') throw forbidden();
  const edition = currentEdition(db, input.course);
  const lesson = edition && findLesson(edition, input.lesson);
  if (!edition || !lesson) throw notFound();
  const enrolled = statements(db).enrolment.get({ account: actor.id, course: edition.courseId });
  if (!enrolled && !lesson.preview) throw notEnrolled(false);
  return { account: actor, courseId: edition.courseId, lesson, enrolled };
}
