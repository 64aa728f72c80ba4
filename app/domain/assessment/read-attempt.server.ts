import { and, eq } from 'drizzle-orm';
import type { Actor } from '~/domain/actor';
import { readText } from '~/domain/courses/index.server';
import { forbidden } from '~/domain/error';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { attempts } from '~db/schema';
import { readQuestions } from './read-questions.server';
import { review } from './review';
import { scoreOf, showsKey } from './rules';
import type { ReviewedQuestion } from './schema';
import { arrange } from './shuffle';
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
  /** Whether right answers are in the questions; and where not, whether passing shows them. */
  key: 'shown' | 'after-pass' | 'never';
  questions: ReviewedQuestion[];
};

/**
 * The learner's own graded attempt at a lesson, in the order in which it was shown. Throws `forbidden` for anyone else's and for
 * one that does not exist alike.
 */
export function readAttempt(
  db: Db,
  actor: Actor,
  input: { courseId: number; lessonId: number; attempt: number },
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
  const { id, locale, correct, total, mark, passed, submittedAt, seed, textDigest } = found;
  const rules = readText(db, input.courseId, textDigest).quiz;
  const shown = showsKey(rules?.review, passed);
  const questions = arrange(readQuestions(db, textDigest), seed, rules?.shuffle);
  return {
    id,
    locale,
    correct,
    total,
    score: scoreOf(correct, total),
    mark,
    passed,
    submittedAt,
    key: shown ? 'shown' : rules?.review === 'never' ? 'never' : 'after-pass',
    questions: review(questions, found.answers, shown, seed),
  };
}

export type AttemptLine = Pick<AttemptResult, 'id' | 'correct' | 'total' | 'mark' | 'passed' | 'submittedAt'>;

/** The learner's own latest attempts at a lesson, newest first. */
export const latestAttempts = (db: Db, accountId: number, lessonId: number, limit: number): AttemptLine[] =>
  statements(db).attempts.all({ account: accountId, lesson: lessonId, limit });
