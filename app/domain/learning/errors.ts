// What this domain refuses, by name.
import { DomainError } from '../error';

/** The actor is not enrolled. A preview lesson may say so, since its page is open to all; any other says only 403. */
export const notEnrolled = (preview: boolean) =>
  new DomainError('not-enrolled', preview ? 'conflict' : 'forbidden');
/** The text on the page was never part of this lesson. */
export const textUnknown = () => new DomainError('text-unknown', 'invalid');
/** A major change was published after the page was opened. */
export const lessonChanged = () => new DomainError('lesson-changed', 'conflict');
/** A quiz is completed by passing it. */
export const quizNotPassed = () => new DomainError('quiz-not-passed', 'conflict');
export const notAQuiz = () => new DomainError('not-a-quiz', 'conflict');
export const reflectionUnknown = () => new DomainError('reflection-unknown', 'gone');
