// The learning domain's door: who studies what, how far they are, and when they are done.
export { completeLesson } from './complete-lesson.server';
export { enrol } from './enrol.server';
export { type EnrolmentState, findEnrolmentState } from './find-enrolment-state.server';
export { type MyCourse, myCourses } from './my-courses.server';
export { openAttempt } from './open-attempt.server';
export { type OpenedLesson, openLesson } from './open-lesson.server';
export { readChanges } from './read-changes.server';
export { recordVisit } from './record-visit.server';
export { saveReflection } from './save-reflection.server';
export { submitQuiz } from './submit-quiz.server';
