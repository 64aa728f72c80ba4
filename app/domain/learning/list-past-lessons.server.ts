import type { Actor } from '~/domain/actor';
import { type Edition, readText } from '~/domain/courses/index.server';
import { DomainError } from '~/domain/error';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { statements } from './statements.server';

/** `locale`: the language it was completed in, and of the title. */
export type PastLesson = { title: string; locale: Locale; completedAt: number };

/** Lessons the actor completed that `edition` no longer has, the last one first: what was done stays done. */
export function listPastLessons(db: Db, actor: Actor, edition: Edition): PastLesson[] {
  if (actor.kind !== 'account') return [];
  return statements(db)
    .pastCompletions.all({ account: actor.id, course: edition.courseId, edition: edition.id })
    .map(({ textDigest, slug, locale, completedAt }) => ({
      title: titleAt(db, edition.courseId, textDigest) ?? slug,
      locale,
      completedAt,
    }));
}

function titleAt(db: Db, courseId: number, digest: string): string | null {
  try {
    return readText(db, courseId, digest).title;
  } catch (error) {
    if (error instanceof DomainError && error.refusal === 'not-found') return null;
    throw error;
  }
}
