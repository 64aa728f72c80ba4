// What every command on a quiz begins with: the lesson is a quiz, its reader enrolled, and the sitting their own.
import type { AccountActor, Actor } from '~/domain/actor';
import { sittingUnknown } from '~/domain/assessment/errors';
import { findSitting, type Sitting } from '~/domain/assessment/index.server';
import {
  currentEdition,
  type Edition,
  type EditionLesson,
  editionById,
  findLesson,
  readText,
} from '~/domain/courses/index.server';
import { forbidden, notFound } from '~/domain/error';
import type { Db } from '~db/open.server';
import { lessonChanged, notAQuiz } from './errors';
import { demandEnrolment, findSighting, type Sighting } from './finish-lesson.server';

export type QuizName = { course: string; lesson: string };

/** A quiz in the newest edition and who asks for it. Throws `forbidden` (signed out), `not-found` and `not-a-quiz`. */
export function findQuiz(
  db: Db,
  actor: Actor,
  input: QuizName,
): { account: AccountActor; edition: Edition; lesson: EditionLesson } {
  if (actor.kind !== 'account') throw forbidden();
  const edition = currentEdition(db, input.course);
  const lesson = edition && findLesson(edition, input.lesson);
  if (!edition || !lesson) throw notFound();
  if (lesson.kind !== 'quiz') throw notAQuiz();
  return { account: actor, edition, lesson };
}

/**
 * The open sitting of that id, and where its text was published. Throws `not-enrolled`, `sitting-unknown`, and what `findQuiz`
 * throws.
 */
export function demandSitting(
  db: Db,
  actor: Actor,
  input: QuizName & { sitting: string },
): { sitting: Sitting; sighting: Sighting } {
  const { account, lesson } = findQuiz(db, actor, input);
  const sitting = findSitting(db, account.id, lesson.id);
  if (!sitting || sitting.id !== input.sitting) {
    demandReader(db, actor, input);
    throw sittingUnknown();
  }
  const sighting = findSighting(db, actor, { ...input, textDigest: sitting.textDigest });
  demandEnrolment(sighting);
  return { sitting, sighting };
}

/** Throws `not-enrolled` for who is not. */
export function demandReader(db: Db, actor: Actor, input: QuizName): Sighting {
  const { edition, lesson } = findQuiz(db, actor, input);
  const [text] = Object.values(lesson.texts);
  const sighting = findSighting(db, actor, { ...input, textDigest: text?.digest ?? '' });
  demandEnrolment(sighting);
  return { ...sighting, edition };
}

/** Throws `lesson-changed` for a sitting on a text from before a major change: what was answered is kept, and not graded. */
export function demandRevision({ seen, lesson }: Sighting): void {
  if (seen.revision < lesson.revision) throw lessonChanged();
}

/** Percent needed: the quiz's own mark, or that of its course in the edition that was on the page. */
export const markOf = (db: Db, { edition, seen, textDigest }: Sighting): number =>
  readText(db, edition.courseId, textDigest).quiz?.pass ?? editionById(db, seen.editionId).mark;
