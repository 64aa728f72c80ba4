import type { Actor } from '~/domain/actor';
import { publicQuestions } from '~/domain/assessment/index.server';
import {
  currentEdition,
  type Edition,
  type EditionLesson,
  editionById,
  findLesson,
  lessonsOf,
  readText,
} from '~/domain/courses/index.server';
import { DomainError, notFound } from '~/domain/error';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { blocksOf, blocksOfQuestion, compareTexts } from './changes';
import { findEnrolmentState } from './find-enrolment-state.server';
import type { Difference } from './schema';
import { statements } from './statements.server';

export type Changes = {
  /** The newest edition, which is compared: its number is what `reviewChanges` is told has been seen. */
  edition: Edition;
  lesson: EditionLesson;
  /** `changed` and `again` as on the lesson's page; null where nothing is to be seen (any more). */
  state: 'changed' | 'again' | null;
  completedAt: number;
  /** The language that is compared; null where there is none that both texts are in. */
  locale: Locale | null;
  /** The language the lesson was completed in, which is the one compared wherever it changed in that. */
  completedIn: Locale;
  /** When the actor last looked at changes (epoch milliseconds): those shown are since then; null for since the completion. */
  reviewedAt: number | null;
  differences: Difference[];
  /** How many more there are than are given. */
  more: number;
};

const mostShown = 200;

/**
 * What changed in a lesson since the actor knows it: since they completed it, or last looked at its changes. Compared in the
 * language it was completed in; where it did not change in that, or is no longer taught in it, in `locale` or the first other one in
 * which both texts are. Null for who never completed it; throws `not-found`.
 */
export function readChanges(
  db: Db,
  actor: Actor,
  input: { course: string; lesson: string; locale: Locale },
): Changes | null {
  const edition = currentEdition(db, input.course);
  const lesson = edition && findLesson(edition, input.lesson);
  if (!edition || !lesson) throw notFound();
  if (actor.kind !== 'account') return null;
  const known = statements(db).lastSeen.get({ account: actor.id, lesson: lesson.id });
  const enrolment = findEnrolmentState(db, actor, edition);
  if (!known || !enrolment) return null;
  const then = lessonsOf(editionById(db, known.editionId)).find(({ id }) => id === lesson.id);
  const pairs = [...new Set([known.locale, input.locale, ...edition.languages])].flatMap((language) => {
    const before = language === known.locale ? known.textDigest : then?.texts[language]?.digest;
    const after = lesson.texts[language]?.digest;
    return before && after ? [{ language, before, after }] : [];
  });
  const pair = pairs.find(({ before, after }) => before !== after) ?? pairs[0];
  const before = pair && wordsAt(db, edition, pair.before);
  const after = pair && wordsAt(db, edition, pair.after);
  const found = before && after ? compareTexts(before, after, pair.language) : [];
  return {
    edition,
    lesson,
    state: enrolment.again.includes(lesson.slug)
      ? 'again'
      : enrolment.changed.includes(lesson.slug)
        ? 'changed'
        : null,
    completedAt: known.completedAt,
    locale: before && after ? pair.language : null,
    completedIn: known.locale,
    reviewedAt: known.reviewedAt,
    differences: found.slice(0, mostShown),
    more: Math.max(0, found.length - mostShown),
  };
}

/** A text's words with the wording of its questions, never their keys; null for one that was never rendered. */
function wordsAt(db: Db, edition: Edition, digest: string): string[] | null {
  try {
    const text = readText(db, edition.courseId, digest);
    const asked = publicQuestions(db, digest).flatMap(blocksOfQuestion);
    return [text.title, text.summary, ...text.objectives, ...blocksOf(text.segments), ...asked];
  } catch (error) {
    if (error instanceof DomainError && error.refusal === 'not-found') return null;
    throw error;
  }
}
