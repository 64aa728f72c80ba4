// The courses domain's door: what is taught, in which editions, and how a folder becomes one.
export { checkCourse } from './check-course.server';
export { describeCourse } from './describe-course.server';
export { CourseRefused } from './errors';
export { findAsset } from './find-asset.server';
export { currentEdition, editionById, findManifest, listCurrentEditions } from './find-edition.server';
export { faceRules, findFace } from './find-face.server';
export { type Finding, lineOf } from './findings';
export { freshen } from './freshen-text.server';
export { refreshSearch } from './index-for-search.server';
export { listCourseFolders } from './list-course-folders.server';
export { type PublishOutcome, publishCourses } from './publish-courses.server';
export { type Rendering, readText } from './read-text.server';
export { catalogueVersion } from './read-version.server';
export { cardOf, findLesson, lessonsOf, matches, pickText, viewOf } from './rules';
export type { Edition, EditionLesson } from './schema';
