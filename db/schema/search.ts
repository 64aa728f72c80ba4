// What is searched: every lesson, course and glossary term of the newest editions, a row for each language. The full-text index over
// `words` is an FTS5 table, which only SQL can declare (migration 0003).
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { courses, lessons } from './courses';

export const searchDocuments = sqliteTable(
  'search_documents',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    courseId: integer()
      .notNull()
      .references(() => courses.id),
    kind: text({ enum: ['course', 'lesson', 'term'] }).notNull(),
    /** The lesson's; null for a course or a term. */
    lessonId: integer().references(() => lessons.id),
    /** The same for one thing in every language: `course`, `lesson/<slug>`, `term/<id>`. */
    key: text().notNull(),
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    title: text().notNull(),
    /** Plain text, a paragraph a line. */
    body: text().notNull(),
  },
  (t) => [index('search_documents_course').on(t.courseId, t.key, t.locale)],
);
