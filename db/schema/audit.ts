// What happened: one line for every state change. Triggers refuse to update or delete a line (see migrations).
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const entries = sqliteTable(
  'entries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    /** Null when nobody signed in did it: the system, or a person before they had an account. */
    actorId: integer(),
    /** `noun.verb` in the past tense, such as `lesson.completed`. */
    action: text().notNull(),
    entity: text().notNull(),
    entityId: text().notNull(),
    /** Facts about the change. Never names, addresses or anything typed by a learner. */
    detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('entries_entity').on(t.entity, t.entityId), index('entries_actor').on(t.actorId, t.at)],
);
