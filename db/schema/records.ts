// Completion records. A row is written in the transaction that completes the course; its signature follows at once.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { courses, editions } from './courses';
import { accounts } from './identity';

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
    /** The holder's name as it was when the record was issued. */
    holder: text().notNull(),
    issuedAt: integer().notNull(),
    /** The signed credential, JSON; null for the instant between the decision and the signature. */
    credential: text(),
    revokedAt: integer(),
    revokedReason: text(),
  },
  (t) => [
    uniqueIndex('records_account_course').on(t.accountId, t.courseId),
    index('records_unsigned').on(t.credential, t.issuedAt),
  ],
);
