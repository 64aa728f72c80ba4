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
/** Who has not completed a lesson has no changes to look at. */
export const notCompleted = () => new DomainError('not-completed', 'conflict');
export const notAQuiz = () => new DomainError('not-a-quiz', 'conflict');
export const reflectionUnknown = () => new DomainError('reflection-unknown', 'gone');
/** A lesson can hold only so many notes, highlights and bookmarks of one person. */
export const annotationsFull = () => new DomainError('annotations-full', 'conflict');
export const noteTooLong = () =>
  new DomainError('note-too-long', 'invalid', { fields: { note: 'note-too-long' } });
export const quoteTooLong = () => new DomainError('quote-too-long', 'invalid');
/** Two devices wrote so much that both texts together do not fit in one answer. */
export const noteMovedOn = () => new DomainError('note-moved-on', 'conflict');
/** What was written under one account is sent by another. */
export const otherAccount = () => new DomainError('other-account', 'conflict');
