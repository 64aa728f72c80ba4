export { attemptsMade, beginSitting } from './begin-sitting.server';
export { bestPasses } from './best-passes.server';
export { checkAnswers, findSubmission, gradeSitting } from './grade-attempt.server';
export { type AttemptLine, type AttemptResult, latestAttempts, readAttempt } from './read-attempt.server';
export { countQuestions, publicQuestions, shownQuestions } from './read-questions.server';
export { dropSitting, isOver, saveAnswers } from './save-answers.server';
export { findSitting, type Sitting } from './statements.server';
