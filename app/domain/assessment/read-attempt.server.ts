import { and, eq } from 'drizzle-orm';
import type { Actor } from '~/domain/actor';
import { forbidden } from '~/domain/error';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { attempts } from '~db/schema';
import { readQuestions } from './read-questions.server';
import { type ReviewedQuestion, review, scoreOf } from './rules';
import { statements } from './statements.server';

export type AttemptResult = {
  id: number;
  /** The language of the questions. */
  locale: Locale;
  correct: number;
  total: number;
  /** Whole percent, rounded down. */
  score: number;
  /** Percent that was needed. */
  mark: number;
  passed: boolean;
  submittedAt: number;
  questions: ReviewedQuestion[];
};

/** The learner's own graded attempt at a lesson. Throws `forbidden` for anyone else's and for one that does not exist alike. */
export function readAttempt(
  db: Db,
  actor: Actor,
  input: { lessonId: number; attempt: number },
): AttemptResult {
  if (actor.kind !== 'account') throw forbidden();
  const found = db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.id, input.attempt),
        eq(attempts.accountId, actor.id),
        eq(attempts.lessonId, input.lessonId),
      ),
    )
    .get();
  if (!found) throw forbidden();
  const { id, locale, correct, total, mark, passed, submittedAt } = found;
  const questions = review(readQuestions(db, found.textDigest), found.answers, passed);
  return {
    id,
    locale,
    correct,
    total,
    score: scoreOf(correct, total),
    mark,
    passed,
    submittedAt,
    questions,
  };
}

export type AttemptLine = Pick<AttemptResult, 'id' | 'correct' | 'total' | 'mark' | 'passed' | 'submittedAt'>;

/** The learner's own latest attempts at a lesson, newest first. */
export const latestAttempts = (db: Db, accountId: number, lessonId: number, limit: number): AttemptLine[] =>
  statements(db).attempts.all({ account: accountId, lesson: lessonId, limit });
