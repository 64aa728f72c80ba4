// What this domain refuses, by name.
import { DomainError } from '../error';

/** The text has no questions. */
export const quizMissing = () => new DomainError('quiz-missing', 'gone');
/** Answers that the quiz cannot have been given, by field. */
export const answersUnfit = (fields: Record<string, string>) =>
  new DomainError('answers-unfit', 'invalid', { fields });
/** Answers that could mean more than one thing, by field. Nothing was graded. */
export const answersUnclear = (fields: Record<string, string>) =>
  new DomainError('answers-unclear', 'invalid', { fields });
/** Some questions are not answered, by field, and nobody said that this is meant. */
export const answersMissing = (fields: Record<string, string>) =>
  new DomainError('answers-missing', 'conflict', { fields });
export const attemptsUsed = () => new DomainError('attempts-used', 'conflict');
/** The next attempt may begin only `retryAfter` seconds from now. */
export const tooSoon = (retryAfter: number) => new DomainError('attempt-too-soon', 'limited', { retryAfter });
/** There is no such open sitting. */
export const sittingUnknown = () => new DomainError('sitting-unknown', 'gone');
/** Its time is up, and it takes no more answers. */
export const sittingOver = () => new DomainError('sitting-over', 'gone');
