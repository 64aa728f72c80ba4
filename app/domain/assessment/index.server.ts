export { findSubmission, gradeAttempt } from './grade-attempt.server';
export { type AttemptLine, type AttemptResult, latestAttempts, readAttempt } from './read-attempt.server';
export { publicQuestions } from './read-questions.server';
