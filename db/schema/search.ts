// What is searched: every lesson, course and glossary term of the newest editions, a row for each language. The full-text index over
// their words is an FTS5 table, which only SQL can declare (migration 0003).
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { courses, lessons } from './courses';

export const searchDocuments = sqliteTable(
  'search_documents',
  {
    /**
     * The rowid of its words in `search_index`. It says what was found before the row is read: 16 × the thing, the same in every
     * language, + 4 × the kind + the language, both by their place in the lists below.
     */
    id: integer().primaryKey(),
    courseId: integer()
      .notNull()
      .references(() => courses.id),
    kind: text({ enum: ['course', 'lesson', 'term'] }).notNull(),
    /** The lesson; of a term, the first lesson that uses it; null for a course. */
    lessonId: integer().references(() => lessons.id),
    /** The same for one thing in every language: `course`, `lesson/<slug>`, `term/<id>`. */
    key: text().notNull(),
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    /** What the row was made from, and by which way of indexing: the same again means that nothing is to be done. */
    source: text().notNull(),
    /** Whether people who are not signed in find its text; its title and summary they always find. */
    open: integer({ mode: 'boolean' }).notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    /** JSON: for each line of `body`, the id on the lesson's page that it stands at, or an empty string. */
    anchors: text().notNull(),
    /** Plain text, a paragraph a line. Last, so that reading the columns before it stays cheap. */
    body: text().notNull(),
  },
  (t) => [uniqueIndex('search_documents_key').on(t.courseId, t.key, t.locale)],
);
