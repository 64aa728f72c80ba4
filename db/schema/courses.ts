// What is taught: courses, their lasting lessons, and the immutable editions that pin every text and asset by digest.
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const courses = sqliteTable('courses', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  /** The newest edition; null only inside the transaction that publishes the first one. */
  currentEditionId: integer(),
  createdAt: integer().notNull(),
});

export const lessons = sqliteTable(
  'lessons',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    courseId: integer()
      .notNull()
      .references(() => courses.id),
    slug: text().notNull(),
  },
  (t) => [uniqueIndex('lessons_course_slug').on(t.courseId, t.slug)],
);

export const editions = sqliteTable(
  'editions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    courseId: integer()
      .notNull()
      .references(() => courses.id),
    number: integer().notNull(),
    /** SHA-256 (hex) of `manifest`'s UTF-8 bytes. */
    digest: text().notNull(),
    /** The edition in RFC 8785 canonical JSON: every lesson, text, question set and asset by digest. */
    manifest: text().notNull(),
    publishedAt: integer().notNull(),
    publishedBy: integer(),
  },
  (t) => [
    uniqueIndex('editions_course_number').on(t.courseId, t.number),
    index('editions_digest').on(t.digest),
  ],
);

/** A lesson as one edition has it. `revision` rises when an author calls a change major. */
export const editionLessons = sqliteTable(
  'edition_lessons',
  {
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    lessonId: integer()
      .notNull()
      .references(() => lessons.id),
    position: integer().notNull(),
    kind: text({ enum: ['reading', 'quiz'] }).notNull(),
    revision: integer().notNull(),
    required: integer({ mode: 'boolean' }).notNull(),
    preview: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.lessonId] })],
);

export const editionTexts = sqliteTable(
  'edition_texts',
  {
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    lessonId: integer()
      .notNull()
      .references(() => lessons.id),
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    textDigest: text()
      .notNull()
      .references(() => texts.digest),
    /** A translation of an older source text. */
    stale: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.lessonId, t.locale] })],
);

export const texts = sqliteTable('texts', {
  digest: text().primaryKey(),
  source: text().notNull(),
});

/** What a renderer made of a text for a course. Made again by a new renderer; never part of any digest. */
export const renderings = sqliteTable(
  'renderings',
  {
    textDigest: text()
      .notNull()
      .references(() => texts.digest),
    courseId: integer()
      .notNull()
      .references(() => courses.id),
    renderer: text().notNull(),
    /** JSON of the door of app/mdx: title, summary, segments, outline, words, minutes, reflections. No questions. */
    content: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.textDigest, t.courseId] })],
);

export const assets = sqliteTable('assets', {
  digest: text().primaryKey(),
  mediaType: text().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
});

export const editionAssets = sqliteTable(
  'edition_assets',
  {
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    path: text().notNull(),
    assetDigest: text()
      .notNull()
      .references(() => assets.digest),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.path] })],
);

/**
 * Pieces of the Chinese heading face, each cut to characters that published headings have (docs/decisions/0015). Made from what is
 * published, never part of any digest of it. A piece stays for who still has its address, even when a larger one took its place.
 */
export const faces = sqliteTable('faces', {
  id: integer().primaryKey({ autoIncrement: true }),
  /** SHA-256 (hex) of `bytes`, a WOFF2 file. */
  digest: text().notNull().unique(),
  characters: text().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  replaced: integer({ mode: 'boolean' }).notNull().default(false),
});
