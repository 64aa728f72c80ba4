// What people are told: mail waiting to be sent, written in the same transaction as the change it tells of.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    recipient: text().notNull(),
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    template: text({
      enum: [
        'invitation',
        'confirm-sign-up',
        'already-registered',
        'reset-password',
        'password-changed',
        'record-issued',
        'record-corrected',
        'record-renewed',
        'record-revoked',
        'record-reinstated',
        'record-expiring',
      ],
    }).notNull(),
    /** The template's values; emptied once the mail is sent, since they hold one-time links. */
    values: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    createdAt: integer().notNull(),
    /** Not before this time; moved on after a failed delivery. */
    dueAt: integer().notNull(),
    attempts: integer().notNull().default(0),
    sentAt: integer(),
    lastError: text(),
  },
  (t) => [index('outbox_due').on(t.sentAt, t.dueAt)],
);

/** One holder at a time per job, so that two processes do not send one mail twice. */
export const leases = sqliteTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  expiresAt: integer().notNull(),
});
