// Questions with their keys, and what people answered. Keys and feedback leave this table only after grading.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { editions, lessons, texts } from './courses';
import { accounts } from './identity';

export const questions = sqliteTable(
  'questions',
  {
    textDigest: text()
      .notNull()
      .references(() => texts.digest),
    questionId: text().notNull(),
    position: integer().notNull(),
    /** JSON of app/mdx's Question: type, prompt, choices with key and feedback. */
    definition: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.textDigest, t.questionId] })],
);

/** One submitted quiz, pinned to the text it was answered on. Written once, graded, never changed. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Made with the form, so that one form sent twice is one attempt. */
    submission: text().notNull().unique(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    lessonId: integer()
      .notNull()
      .references(() => lessons.id),
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    textDigest: text()
      .notNull()
      .references(() => texts.digest),
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    /** Question id to the ids of the choices taken. */
    answers: text({ mode: 'json' }).$type<Record<string, string[]>>().notNull(),
    correct: integer().notNull(),
    total: integer().notNull(),
    /** Percent needed to pass when this was graded. */
    mark: integer().notNull(),
    passed: integer({ mode: 'boolean' }).notNull(),
    submittedAt: integer().notNull(),
  },
  (t) => [index('attempts_account_lesson').on(t.accountId, t.lessonId, t.submittedAt)],
);
