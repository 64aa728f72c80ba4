// The search domain's door: what can be found, and finding it. It knows no other domain; the courses domain tells it what to index.
export { type Findable, indexCourse } from './index-course.server';
export { paragraphsOf } from './read-paragraphs';
export { search } from './search.server';
