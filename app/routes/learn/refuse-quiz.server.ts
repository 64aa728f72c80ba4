// What a form of the quiz answers when it is refused: why, where, and everything that was answered.
import { DomainError } from '~/domain/error';
import { statusOf } from '~/http/errors.server';
import type { Answers, QuizReply } from '~/ui/quiz/quiz-data';

type Refusal = Extract<QuizReply, { form: 'quiz' }>;

/** Throws on what is no refusal that a person can mend. */
export function refuseQuiz(error: unknown, answers: Answers): { reply: Refusal; init: ResponseInit } {
  if (!(error instanceof DomainError) || error.refusal === 'forbidden' || error.refusal === 'not-found') {
    throw error;
  }
  const { fields = {}, retryAfter } = error.details;
  return {
    reply: { form: 'quiz', error: error.code, fields, answers },
    init: {
      status: statusOf(error),
      ...(retryAfter ? { headers: { 'Retry-After': String(retryAfter) } } : {}),
    },
  };
}
