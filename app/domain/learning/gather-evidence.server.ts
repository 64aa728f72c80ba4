import { bestPasses } from '~/domain/assessment/index.server';
import { type Edition, lessonsOf } from '~/domain/courses/index.server';
import type { Evidence } from '~/domain/records/schema';
import type { Locale } from '~/i18n/locales';
import type { Queryable } from '~db/open.server';
import type { Completed } from './rules';

/**
 * What of the edition the account has done, in the order of the course: the snapshot that a record is issued with. Call it inside the
 * transaction that issues. Lessons are named in `locale` where they have a text in it.
 */
export function gatherEvidence(
  tx: Queryable,
  input: { accountId: number; edition: Edition; completions: readonly Completed[]; locale: Locale },
): Evidence {
  const { accountId, edition, completions, locale } = input;
  const done = lessonsOf(edition).flatMap((lesson) => {
    const own = completions.filter(({ lessonId }) => lessonId === lesson.id);
    const latest = own.sort((a, b) => b.revision - a.revision)[0];
    return latest ? [{ lesson, latest }] : [];
  });
  const quizzes = done.filter(({ lesson }) => lesson.kind === 'quiz').map(({ lesson }) => lesson.id);
  const scores = bestPasses(tx, { accountId, lessonIds: quizzes });
  return {
    lessons: done.map(({ lesson, latest }) => {
      const text = lesson.texts[locale] ?? lesson.texts[latest.locale] ?? Object.values(lesson.texts)[0];
      const score = scores.get(lesson.id);
      return {
        slug: lesson.slug,
        title: text?.title ?? lesson.slug,
        kind: lesson.kind,
        locale: latest.locale,
        completedAt: latest.completedAt,
        ...(score ? { score } : {}),
      };
    }),
  };
}
