// Completion records and what makes them last: each signed form, places in status lists, and the append-only log.
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { courses, editions } from './courses';
import { accounts } from './identity';

/** What of a course its holder did, as it was when the record was issued. Times are epoch milliseconds. */
export type Evidence = {
  lessons: {
    slug: string;
    title: string;
    kind: string;
    locale: 'en' | 'ms' | 'zh-Hans';
    completedAt: number;
    /** Of a quiz: the best attempt that passed. */
    score?: { correct: number; total: number; mark: number };
  }[];
};

/**
 * One issuance to one account for one course. A row is written in the transaction that completes the course; its signature follows
 * at once. A correction or a renewal is a row of its own; an account has one row in a course that nothing has replaced.
 */
export const records = sqliteTable(
  'records',
  {
    /** Random UUID: a public address that cannot be guessed. */
    id: text().primaryKey(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    courseId: integer()
      .notNull()
      .references(() => courses.id),
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    /** The language the course was finished in. */
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    /** The holder's name and address as they were when the record was issued. */
    holder: text().notNull(),
    email: text().notNull(),
    /** Whether the credential holds salted hashes of name and address, or names its holder, or shows both. */
    identity: text({ enum: ['hashed', 'named', 'shown'] }).notNull(),
    /** 128 random bits in hex, for the hashes. */
    salt: text().notNull(),
    /** Null in records of the version that had none. */
    evidence: text({ mode: 'json' }).$type<Evidence>(),
    /** When the course was completed: before the issue, where that is a correction or came late. */
    completedAt: integer().notNull(),
    issuedAt: integer().notNull(),
    /** From when on it is expired; null: never. */
    validUntil: integer(),
    /** The signed form that stands for the record now; null between the decision and the signature. */
    credentialId: integer().references((): AnySQLiteColumn => recordCredentials.id),
    /** Its place in the status lists, the same in each of them. */
    statusList: integer().notNull(),
    statusIndex: integer().notNull(),
    /** The record that this one took the place of. */
    replaces: text().references((): AnySQLiteColumn => records.id),
    replacedBy: text().references((): AnySQLiteColumn => records.id),
    /** A correction revokes what it replaces for good; a renewal leaves it to expire. */
    replacedFor: text({ enum: ['correction', 'renewal'] }),
    replacedAt: integer(),
    /** An administrator's revocation; null while the record stands. It may be taken back. */
    revokedAt: integer(),
    /** Of the last revocation, also when it was taken back. */
    revokedReason: text(),
    /** Whether anyone may read that reason. */
    reasonPublic: integer({ mode: 'boolean' }).notNull().default(false),
    reinstatedAt: integer(),
    /** The holder does not show it. It stays valid. */
    hidden: integer({ mode: 'boolean' }).notNull().default(false),
    /** The reminder of its expiry that was sent last: how many days before. */
    remindedDays: integer(),
  },
  (t) => [
    uniqueIndex('records_current').on(t.accountId, t.courseId).where(sql`"replaced_by" is null`),
    index('records_account_course').on(t.accountId, t.courseId),
    uniqueIndex('records_status').on(t.statusList, t.statusIndex),
    uniqueIndex('records_replaces').on(t.replaces),
    index('records_unsigned').on(t.issuedAt).where(sql`"credential_id" is null`),
    index('records_expiry').on(t.validUntil).where(sql`"valid_until" is not null`),
    /** The registry, newest first, whole or of one course. */
    index('records_issued').on(t.issuedAt, t.id),
    index('records_course_issued').on(t.courseId, t.issuedAt, t.id),
    /** The few whose bit is set in a status list. */
    index('records_set')
      .on(t.statusList, t.statusIndex)
      .where(sql`"revoked_at" is not null or "replaced_for" = 'correction'`),
  ],
);

/** A signed form of a record. Never changed and never deleted (see migrations): what was handed out can always be shown again. */
export const recordCredentials = sqliteTable(
  'record_credentials',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    recordId: text()
      .notNull()
      .references((): AnySQLiteColumn => records.id),
    identity: text({ enum: ['hashed', 'named', 'shown'] }).notNull(),
    /**
     * SHA-256 (hex) of the RFC 8785 form of the credential without its proof, by which the log knows it. Null only for what an earlier
     * version signed, until this one's first start has put it into the log.
     */
    digest: text(),
    /** The signed credential, JSON, to the byte as it was handed out. */
    json: text().notNull(),
    /** The public key (Multikey) that it was signed with. */
    key: text().notNull(),
    signedAt: integer().notNull(),
  },
  (t) => [
    index('record_credentials_record').on(t.recordId, t.identity, t.id),
    index('record_credentials_digest').on(t.digest),
    index('record_credentials_unlogged').on(t.id).where(sql`"digest" is null`),
  ],
);

/** A status list: how many of its places are taken, and how often a bit in it has changed. */
export const statusLists = sqliteTable('status_lists', {
  number: integer().primaryKey(),
  taken: integer().notNull(),
  version: integer().notNull().default(0),
});

/** The log's leaves (RFC 9162 §2.1), in order from 0. Triggers refuse to update or delete one. */
export const logEntries = sqliteTable(
  'log_entries',
  {
    /** The leaf's index. */
    position: integer().primaryKey(),
    at: integer().notNull(),
    event: text({ enum: ['issued', 'revoked', 'reinstated', 'replaced'] }).notNull(),
    recordId: text()
      .notNull()
      .references(() => records.id),
    /** Of the signed form it speaks of. */
    digest: text().notNull(),
    /** RFC 8785 JSON, the bytes that are hashed: `at`, `credential` (digest), `event`, `record` (address). */
    leaf: text().notNull(),
  },
  (t) => [index('log_entries_record').on(t.recordId, t.position), index('log_entries_digest').on(t.digest)],
);

/** Hashes of the log's complete subtrees: node `position` of `level` spans the leaves from position × 2^level on. */
export const logNodes = sqliteTable(
  'log_nodes',
  {
    level: integer().notNull(),
    position: integer().notNull(),
    hash: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.position] })],
);

/** Heads of the log that were signed and handed out; each is a promise that nothing before it changes. */
export const logHeads = sqliteTable('log_heads', {
  size: integer().primaryKey(),
  /** Hex. */
  root: text().notNull(),
  at: integer().notNull(),
  /** Compact JWS (EdDSA) over size, root and time. */
  jws: text().notNull(),
});
