import { and, eq } from 'drizzle-orm';
import type { AccountActor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import type { Db } from '~db/open.server';
import { attempts, sittings } from '~db/schema';
import { misfits, missingAnswers, unclearAnswers } from './check-answers';
import { answersMissing, answersUnclear, answersUnfit, quizMissing } from './errors';
import { countRight } from './grading';
import { readQuestions } from './read-questions.server';
import { type Answers, answerField, answersTo, differing, passes } from './rules';
import type { Sitting } from './statements.server';

export type Graded = {
  id: number;
  textDigest: string;
  correct: number;
  total: number;
  passed: boolean;
};

/**
 * Throws what must be asked back before grading: `answers-unfit` (invalid) with a field for each question that could not have been
 * answered so, `answers-unclear` (invalid) for what could mean two things, and unless `partly`, `answers-missing` (conflict).
 */
export function checkAnswers(db: Db, input: { textDigest: string; answers: Answers; partly: boolean }): void {
  const questions = readQuestions(db, input.textDigest);
  const unfit = misfits(questions, input.answers);
  if (Object.keys(unfit).length > 0) throw answersUnfit(unfit);
  const unclear = unclearAnswers(questions, input.answers);
  if (Object.keys(unclear).length > 0) throw answersUnclear(unclear);
  const missing = input.partly ? [] : missingAnswers(questions, input.answers);
  if (missing.length > 0) {
    throw answersMissing(Object.fromEntries(missing.map((id) => [answerField(id), 'not-answered'])));
  }
}

/**
 * Grades a sitting by the key of its own text and puts the attempt in its place, so that one sitting is never two attempts. Call it
 * inside an immediate transaction whose caller has checked that the actor may take this quiz. Throws `quiz-missing` (gone) for a
 * text without questions.
 */
export function gradeSitting(
  db: Db,
  actor: AccountActor,
  sitting: Sitting,
  input: {
    answers: Answers;
    /** Percent needed to pass. */
    mark: number;
    /** When it was handed in. */
    submittedAt: number;
    at: number;
  },
): Graded {
  const questions = readQuestions(db, sitting.textDigest);
  if (questions.length === 0) throw quizMissing();
  const { lessonId, editionId, textDigest, locale, seed, startedAt } = sitting;
  const correct = countRight(questions, input.answers);
  const passed = passes(correct, questions.length, input.mark);
  db.delete(sittings).where(eq(sittings.id, sitting.id)).run();
  const { id } = db
    .insert(attempts)
    .values({
      submission: sitting.id,
      accountId: actor.id,
      lessonId,
      editionId,
      textDigest,
      locale,
      seed,
      startedAt,
      answers: Object.fromEntries(
        questions.map((question) => [question.id, [...answersTo(input.answers, question.id)]]),
      ),
      correct,
      total: questions.length,
      mark: input.mark,
      passed,
      submittedAt: input.submittedAt,
    })
    .returning({ id: attempts.id })
    .get();
  writeEntry(db, actor, {
    action: 'attempt.graded',
    entity: 'attempt',
    entityId: id,
    detail: {
      lesson: lessonId,
      text: textDigest,
      sitting: sitting.id,
      correct,
      total: questions.length,
      passed,
      late: input.submittedAt !== input.at,
    },
    at: input.at,
  });
  return { id, textDigest, correct, total: questions.length, passed };
}

/** The attempt that a sitting already became, and whether `answers` are what was graded; else null. */
export function findSubmission(
  db: Db,
  actor: AccountActor,
  input: { sitting: string; lessonId: number; answers: Answers },
): (Graded & { same: boolean }) | null {
  const { id, textDigest, correct, total, passed, answers } = attempts;
  const found = db
    .select({ id, textDigest, correct, total, passed, answers })
    .from(attempts)
    .where(
      and(
        eq(attempts.submission, input.sitting),
        eq(attempts.accountId, actor.id),
        eq(attempts.lessonId, input.lessonId),
      ),
    )
    .get();
  if (!found) return null;
  const { answers: graded, ...rest } = found;
  return { ...rest, same: differing(graded, input.answers).length === 0 };
}
