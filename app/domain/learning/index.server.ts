// The learning domain's door: who studies what, how far they are, and when they are done.

export { changeNote } from './change-note.server';
export { closeQuiz } from './close-quiz.server';
export { completeLesson } from './complete-lesson.server';
export { deliver } from './deliver.server';
export { enrol } from './enrol.server';
export { exportNotes } from './export-notes.server';
export { type EnrolmentState, findEnrolmentState } from './find-enrolment-state.server';
export { issueOwed, listOwed } from './issue-owed.server';
export { deviceOwner, keepableCourses } from './keepable-courses.server';
export { listNotes } from './list-notes.server';
export { listPastLessons } from './list-past-lessons.server';
export { type MyCourse, myCourses } from './my-courses.server';
export { openAttempt } from './open-attempt.server';
export { type OpenedLesson, openLesson } from './open-lesson.server';
export type { OpenedQuiz } from './open-quiz.server';
export { readChanges } from './read-changes.server';
export { readMarks } from './read-marks.server';
export { recordVisit } from './record-visit.server';
export { removeAnnotation } from './remove-annotation.server';
export { listRenewals, renewRecord } from './renew-record.server';
export { reviewChanges } from './review-changes.server';
export { saveAnnotation } from './save-annotation.server';
export { savePosition } from './save-position.server';
export { saveQuiz } from './save-quiz.server';
export { saveReflection } from './save-reflection.server';
export { startQuiz } from './start-quiz.server';
export { submitQuiz } from './submit-quiz.server';
