import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { AccountActor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { DomainError } from '~/domain/error';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { attempts } from '~db/schema';
import { readQuestions } from './read-questions.server';
import { type Answers, answersTo, countRight, misfits, passes } from './rules';

export type GradeInput = {
  /** Made with the form. The same form with the same answers is one attempt, however often it is sent. */
  submission: string;
  lessonId: number;
  editionId: number;
  textDigest: string;
  locale: Locale;
  answers: Answers;
  /** Percent needed to pass. */
  mark: number;
  at: number;
};

export type Graded = {
  id: number;
  correct: number;
  total: number;
  passed: boolean;
  /** It had been graded before; nothing was written. */
  repeated: boolean;
};

/**
 * Grades `answers` against the key of the text and keeps the attempt. Call it inside a transaction of `db`, whose caller has
 * checked that the actor may take this quiz. Throws DomainError `answers-unfit` (invalid) with a field for each question
 * that could not have been answered so, and `quiz-missing` (gone) for a text without questions; nothing is kept then.
 */
export function gradeAttempt(db: Db, actor: AccountActor, input: GradeInput): Graded {
  const before = findSubmission(db, actor, input);
  if (before) return before;
  const questions = readQuestions(db, input.textDigest);
  if (questions.length === 0) throw new DomainError('quiz-missing', 'gone');
  const fields = misfits(questions, input.answers);
  if (Object.keys(fields).length > 0) throw new DomainError('answers-unfit', 'invalid', { fields });
  const correct = countRight(questions, input.answers);
  const passed = passes(correct, questions.length, input.mark);
  const { id } = db
    .insert(attempts)
    .values({
      submission: submissionKey(actor, input),
      accountId: actor.id,
      lessonId: input.lessonId,
      editionId: input.editionId,
      textDigest: input.textDigest,
      locale: input.locale,
      answers: Object.fromEntries(
        questions.map((question) => [question.id, [...answersTo(input.answers, question.id)]]),
      ),
      correct,
      total: questions.length,
      mark: input.mark,
      passed,
      submittedAt: input.at,
    })
    .returning({ id: attempts.id })
    .get();
  writeEntry(db, actor, {
    action: 'attempt.graded',
    entity: 'attempt',
    entityId: id,
    detail: { lesson: input.lessonId, text: input.textDigest, correct, total: questions.length, passed },
    at: input.at,
  });
  return { id, correct, total: questions.length, passed, repeated: false };
}

/** The attempt that this very form with these answers already became, whatever was published since; else null. */
export function findSubmission(
  db: Db,
  actor: AccountActor,
  input: Pick<GradeInput, 'submission' | 'lessonId' | 'textDigest' | 'answers'>,
): Graded | null {
  const { id, correct, total, passed } = attempts;
  const found = db
    .select({ id, correct, total, passed })
    .from(attempts)
    .where(eq(attempts.submission, submissionKey(actor, input)))
    .get();
  return found ? { ...found, repeated: true } : null;
}

/**
 * What is unique about a submission. The answers belong to it, so that somebody who goes back in the browser, changes an
 * answer and sends the same form again is graded again; the account does, so that nobody can reach another's attempt.
 */
function submissionKey(
  actor: AccountActor,
  input: Pick<GradeInput, 'submission' | 'lessonId' | 'textDigest' | 'answers'>,
): string {
  const answers = Object.entries(input.answers)
    .map(([question, taken]) => [question, [...taken].sort()] as const)
    .filter(([, taken]) => taken.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([actor.id, input.lessonId, input.textDigest, input.submission, answers]))
    .digest('hex');
}
