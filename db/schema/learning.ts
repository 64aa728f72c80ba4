// Who studies what and how far they are: enrolments, completions, private notes.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { courses, editions, lessons, texts } from './courses';
import { accounts } from './identity';

export const enrolments = sqliteTable(
  'enrolments',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    courseId: integer()
      .notNull()
      .references(() => courses.id),
    enrolledAt: integer().notNull(),
    lastActivityAt: integer().notNull(),
    /** The lesson opened last, where `/my` resumes. */
    lastLessonId: integer().references(() => lessons.id),
    /** When every required lesson was first complete; never taken away. */
    completedAt: integer(),
  },
  (t) => [
    uniqueIndex('enrolments_account_course').on(t.accountId, t.courseId),
    index('enrolments_course').on(t.courseId, t.accountId),
    /** The people page in order of last activity, filtered without touching the rows. */
    index('enrolments_activity').on(t.lastActivityAt, t.accountId, t.courseId),
  ],
);

/** A lesson finished: at which revision, on which exact text, in which language, when. */
export const completions = sqliteTable(
  'completions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    lessonId: integer()
      .notNull()
      .references(() => lessons.id),
    revision: integer().notNull(),
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    textDigest: text()
      .notNull()
      .references(() => texts.digest),
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    completedAt: integer().notNull(),
  },
  (t) => [uniqueIndex('completions_account_lesson_revision').on(t.accountId, t.lessonId, t.revision)],
);

/** The private note a learner wrote under a lesson's Reflect. Nobody else ever sees it. */
export const reflections = sqliteTable(
  'reflections',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    lessonId: integer()
      .notNull()
      .references(() => lessons.id),
    /** The `id` of the Reflect in the text, the same in every language. */
    reflectId: text().notNull(),
    note: text().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.lessonId, t.reflectId] })],
);
