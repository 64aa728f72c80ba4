// What earlier editions forbid the next one: a lesson is a lasting thing, whose kind stays and whose revision only rises.
import type { Db } from '~db/open.server';
import type { Finding } from './findings';
import type { CourseSource } from './read-course.server';
import type { LessonKind } from './schema';

type Last = { slug: string; kind: LessonKind; revision: number };

/** Holds the lessons of `course` against the last edition that each was in. */
export function checkHistory(db: Db, course: CourseSource): Finding[] {
  const last = new Map(
    db.$client
      .prepare<[string], Last>(
        `select l.slug, e.kind, e.revision from courses c
         join lessons l on l.course_id = c.id
         join edition_lessons e on e.lesson_id = l.id
         where c.slug = ? order by e.edition_id`,
      )
      .all(course.slug)
      .map((row) => [row.slug, row]),
  );
  return course.file.modules.flatMap((module, m) =>
    module.lessons.flatMap((lesson, l) => {
      const before = last.get(lesson.id);
      const findings: Finding[] = [];
      const say = (key: string, message: string) =>
        findings.push({ ...course.at(['modules', m, 'lessons', l, key]), message });
      if (before && before.kind !== lesson.kind) {
        say(
          'kind',
          `Lesson ${lesson.id} was published as ${before.kind}, and a lesson's kind stays: give the new lesson another id.`,
        );
      }
      if (before && before.revision > lesson.revision) {
        say(
          'revision',
          `Lesson ${lesson.id} was published with revision ${before.revision}, and revisions only rise: write ${before.revision}, or ${before.revision + 1} if the change is major.`,
        );
      }
      return findings;
    }),
  );
}
