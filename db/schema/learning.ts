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
    /** Since when the learner is renewing the record, and lessons that changed in substance are asked again; null: is not. */
    renewalAt: integer(),
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
    /** Counts the times it was saved, so that two devices notice each other. */
    version: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.lessonId, t.reflectId] })],
);

/** What a learner put on a paragraph: a note, a highlight or a bookmark. Nobody else ever sees it. */
export const annotations = sqliteTable(
  'annotations',
  {
    /** A UUID made by the device, so that sending it twice keeps it once. */
    id: text().primaryKey(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    lessonId: integer()
      .notNull()
      .references(() => lessons.id),
    kind: text({ enum: ['note', 'highlight', 'bookmark'] }).notNull(),
    /** The paragraph: `data-block` of the text, the same in every language. */
    block: integer().notNull(),
    /** The text it was put on, and its language. */
    textDigest: text()
      .notNull()
      .references(() => texts.digest),
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    /** The words it was put on: those highlighted, or the beginning of the paragraph. */
    quote: text().notNull(),
    /** Where the quote begins, in UTF-16 units of the paragraph's text; null for the whole paragraph. */
    quoteStart: integer(),
    note: text().notNull().default(''),
    version: integer().notNull().default(1),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [index('annotations_account_lesson').on(t.accountId, t.lessonId, t.block)],
);

/** The paragraph a learner was at last, on whichever device: a bookmark and no promise. */
export const positions = sqliteTable(
  'positions',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    lessonId: integer()
      .notNull()
      .references(() => lessons.id),
    block: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.lessonId] })],
);

/** A learner has looked at what a newer edition changed in a lesson they completed: it is not shown as changed up to that edition. */
export const changeReviews = sqliteTable(
  'change_reviews',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    lessonId: integer()
      .notNull()
      .references(() => lessons.id),
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    reviewedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.lessonId] })],
);

/** What a device wrote without a connection and has sent since, by the name the device gave it: sending it again is answered the same. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    /** A UUID made by the device. */
    id: text().notNull(),
    /** What was answered, as JSON. */
    reply: text().notNull(),
    receivedAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);
