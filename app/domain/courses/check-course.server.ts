import { adviseCourse } from './advise-course';
import { type Finding, inOrder } from './findings';
import { readCourse } from './read-course.server';
import { renderCourse } from './render-course.server';

export type CourseCheck = {
  /** Whatever keeps the course from being published, in order of place. */
  findings: Finding[];
  /** What an author should know and may publish with: translations that have fallen behind, and what would make the course better. */
  warnings: Finding[];
};

/** Checks a course folder whole, without a database: what `publishCourses` would refuse, but for what earlier editions forbid. */
export async function checkCourse(folder: string): Promise<CourseCheck> {
  const { course, findings } = await readCourse(folder);
  if (!course) return { findings: inOrder(findings), warnings: [] };
  const rendered = await renderCourse(course, () => null);
  return {
    findings: inOrder([...findings, ...rendered.findings]),
    warnings: inOrder([...rendered.warnings, ...adviseCourse(course, rendered.made)]),
  };
}
