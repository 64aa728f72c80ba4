// What completing a reading and passing a quiz have in common: the text is checked, the completion kept, the course settled.
import { eq } from 'drizzle-orm';
import type { AccountActor, Actor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import {
  currentEdition,
  type Edition,
  type EditionLesson,
  findLesson,
  lessonsOf,
} from '~/domain/courses/index.server';
import { forbidden, notFound } from '~/domain/error';
import { issueRecord } from '~/domain/records/index.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { enrolments } from '~db/schema';
import { notEnrolled, textUnknown } from './errors';
import { finishRenewal } from './finish-renewal.server';
import { gatherEvidence } from './gather-evidence.server';
import { type Completed, isComplete, isFinished, progressOf, resumeAt } from './rules';
import { statements } from './statements.server';

/** A lesson as a form names it, and the exact text that was on the page. */
export type SeenLesson = { course: string; lesson: string; textDigest: string };

type Enrolment = {
  id: number;
  courseId: number;
  completedAt: number | null;
  renewalAt: number | null;
  recordId: string | null;
};

/** A lesson in the newest edition, and where the text that the learner saw was published. */
export type Sighting = {
  actor: AccountActor;
  edition: Edition;
  lesson: EditionLesson;
  textDigest: string;
  enrolment: Enrolment | null;
  /** The actor's completions in this course. */
  completions: Completed[];
  /** The newest edition that holds the text, the lesson's revision there and the text's language. */
  seen: { editionId: number; revision: number; locale: Locale };
};

/**
 * Looks up what a lesson's form speaks of. Call it inside the transaction that acts on it.
 * Throws `forbidden` (signed out), `not-found` and `text-unknown`.
 */
export function findSighting(db: Db, actor: Actor, input: SeenLesson): Sighting {
  if (actor.kind !== 'account') throw forbidden();
  const edition = currentEdition(db, input.course);
  const lesson = edition && findLesson(edition, input.lesson);
  if (!edition || !lesson) throw notFound();
  const { completions, enrolment, published } = statements(db);
  const key = { account: actor.id, course: edition.courseId };
  const found = enrolment.get(key) ?? null;
  if (!found && !lesson.preview) throw notEnrolled(false);
  const seen = published.get({ course: edition.courseId, lesson: lesson.id, text: input.textDigest });
  if (!seen) throw textUnknown();
  return {
    actor,
    edition,
    lesson,
    textDigest: input.textDigest,
    enrolment: found,
    completions: found ? completions.all(key) : [],
    seen,
  };
}

/** The enrolment of a sighting. Throws `not-enrolled`. */
export function demandEnrolment({ enrolment, lesson }: Sighting): Enrolment {
  if (!enrolment) throw notEnrolled(lesson.preview);
  return enrolment;
}

/** The highest revision of the lesson that the actor has completed; 0 for none. */
export const completedRevision = ({ completions, lesson }: Sighting): number =>
  Math.max(
    0,
    ...completions.filter(({ lessonId }) => lessonId === lesson.id).map(({ revision }) => revision),
  );

/** Keeps the completion of the lesson as it was seen; a revision that is complete already stays as it is. */
export function keepCompletion(db: Db, sighting: Sighting, at: number): void {
  const { actor, edition, lesson, seen, textDigest, completions } = sighting;
  const { complete, visit } = statements(db);
  const { changes } = complete.run({
    account: actor.id,
    lesson: lesson.id,
    revision: seen.revision,
    edition: seen.editionId,
    text: textDigest,
    locale: seen.locale,
    at,
  });
  if (changes === 0) return;
  completions.push({
    lessonId: lesson.id,
    revision: seen.revision,
    textDigest,
    locale: seen.locale,
    completedAt: at,
  });
  visit.run({ account: actor.id, course: edition.courseId, lesson: lesson.id, at });
  writeEntry(db, actor, {
    action: 'lesson.completed',
    entity: 'lesson',
    entityId: lesson.id,
    detail: {
      course: edition.courseId,
      edition: seen.editionId,
      revision: seen.revision,
      text: textDigest,
      locale: seen.locale,
    },
    at,
  });
}

export type Settled = {
  /** Whether the course is complete. */
  courseCompleted: boolean;
  /** The record's id once the course is complete. */
  recordId: string | null;
  /** Whether this very call issued the record: it then wants its signature. */
  issued: boolean;
  /** Slug of the lesson to go on with; null when the course has just been completed, or nothing is left. */
  next: string | null;
};

/**
 * Completes the enrolment and issues the record when nothing required is left, or renews the one that is being renewed. Call it inside an immediate transaction, so
 * that of two devices that finish the last two lessons at once, the second sees what the first wrote.
 */
export function settleCourse(db: Db, sighting: Sighting, at: number): Settled {
  const { actor, edition, lesson, seen } = sighting;
  const enrolment = demandEnrolment(sighting);
  const lessons = lessonsOf(edition);
  const { states, all } = progressOf(lessons, sighting.completions, isFinished(enrolment));
  const following = lessons[lessons.findIndex(({ id }) => id === lesson.id) + 1];
  const open = resumeAt(lessons, states, lesson.id);
  const left = open && !isComplete(states.get(open.id)?.state) ? open : undefined;
  const next = (following ?? left)?.slug ?? null;
  if (enrolment.renewalAt !== null && all) {
    const recordId = finishRenewal(db, actor, { enrolment, edition, completions: sighting.completions, at });
    return { courseCompleted: true, recordId, issued: recordId !== enrolment.recordId, next: null };
  }
  if (enrolment.completedAt !== null) {
    return { courseCompleted: true, recordId: enrolment.recordId, issued: false, next };
  }
  if (!all) return { courseCompleted: false, recordId: null, issued: false, next };
  db.update(enrolments).set({ completedAt: at }).where(eq(enrolments.id, enrolment.id)).run();
  const recordId = issueRecord(db, {
    account: actor,
    course: { id: edition.courseId },
    edition,
    locale: seen.locale,
    evidence: gatherEvidence(db, {
      accountId: actor.id,
      edition,
      completions: sighting.completions,
      locale: seen.locale,
    }),
    at,
  });
  writeEntry(db, actor, {
    action: 'enrolment.completed',
    entity: 'enrolment',
    entityId: enrolment.id,
    detail: { course: edition.courseId, edition: edition.id, record: recordId },
    at,
  });
  return { courseCompleted: true, recordId, issued: true, next: null };
}
