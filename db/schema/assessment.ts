// Questions with their keys, and what people answered. Keys and feedback leave this table only after grading.
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
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

/**
 * An attempt that has been started and not yet submitted: what is in it survives a closed browser. A learner has at most one at
 * a lesson; submitting removes it and leaves an attempt under the same id.
 */
export const sittings = sqliteTable(
  'sittings',
  {
    /** A UUID; the attempt's `submission` later. */
    id: text().primaryKey(),
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
    /** Decides the order of questions and choices where they are shuffled. */
    seed: integer().notNull(),
    /** Half-done answers, as attempts keep them. */
    answers: text({ mode: 'json' }).$type<Record<string, string[]>>().notNull(),
    /** Counts the times it was saved, so that two tabs notice each other. */
    version: integer().notNull().default(1),
    startedAt: integer().notNull(),
    /** When the server stops taking answers; null without a time limit. */
    dueAt: integer(),
    savedAt: integer().notNull(),
  },
  (t) => [uniqueIndex('sittings_account_lesson').on(t.accountId, t.lessonId)],
);

/** One submitted quiz, pinned to the text it was answered on. Written once, graded, never changed. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** The sitting it was, so that one sitting sent twice is one attempt. */
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
    /** As the sitting had it, so that a review shows the same order. */
    seed: integer().notNull().default(0),
    startedAt: integer(),
  },
  (t) => [index('attempts_account_lesson').on(t.accountId, t.lessonId, t.submittedAt)],
);
