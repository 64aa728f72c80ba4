// Who people are: parks, units, accounts, roles, sessions, invitations and the tokens sent by mail.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Localised } from './localised';

export const parks = sqliteTable('parks', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  names: text({ mode: 'json' }).$type<Localised>().notNull(),
  createdAt: integer().notNull(),
});

/** A mail domain whose holders may sign up by themselves; a domain belongs to one park. */
export const parkDomains = sqliteTable('park_domains', {
  domain: text().primaryKey(),
  parkId: integer()
    .notNull()
    .references(() => parks.id, { onDelete: 'cascade' }),
});

export const units = sqliteTable(
  'units',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    parkId: integer()
      .notNull()
      .references(() => parks.id),
    slug: text().notNull(),
    names: text({ mode: 'json' }).$type<Localised>().notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [uniqueIndex('units_park_slug').on(t.parkId, t.slug)],
);

export const accounts = sqliteTable(
  'accounts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    parkId: integer()
      .notNull()
      .references(() => parks.id),
    unitId: integer().references(() => units.id),
    /** Lower-cased; what a person signs in with. */
    email: text().notNull().unique(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    timeZone: text().notNull(),
    /** When the learner agreed that the other parks' administrators may see name and progress; null: not agreed. */
    sharedAt: integer(),
    createdAt: integer().notNull(),
    disabledAt: integer(),
    /** How this person’s next records tell who they are: see `records.identity`. */
    recordIdentity: text({ enum: ['hashed', 'named', 'shown'] })
      .notNull()
      .default('hashed'),
  },
  (t) => [
    index('accounts_park_unit').on(t.parkId, t.unitId),
    /** The people page in order of name, filtered and searched without touching the rows. */
    index('accounts_name').on(sql`"name" collate nocase`, t.id, t.parkId, t.unitId, t.sharedAt),
  ],
);

export const accountRoles = sqliteTable(
  'account_roles',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    role: text({ enum: ['instructor', 'park-administrator', 'programme-administrator'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.role] })],
);

/** Signed-in sessions. `idHash` is the SHA-256 (hex) of the id in the cookie; the id itself is stored nowhere. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    userAgent: text().notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [index('sessions_account').on(t.accountId), index('sessions_expiry').on(t.expiresAt)],
);

/** An invitation to join; its link holds a token of which only the SHA-256 (hex) is kept. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    tokenHash: text().notNull().unique(),
    /** Null only for the first administrator, who names the park and the address on joining. */
    email: text(),
    parkId: integer().references(() => parks.id),
    unitId: integer().references(() => units.id),
    roles: text({ mode: 'json' })
      .$type<('instructor' | 'park-administrator' | 'programme-administrator')[]>()
      .notNull(),
    locale: text({ enum: ['en', 'ms', 'zh-Hans'] }).notNull(),
    invitedBy: integer().references(() => accounts.id),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    acceptedAt: integer(),
    acceptedBy: integer().references(() => accounts.id),
    revokedAt: integer(),
  },
  (t) => [index('invitations_park').on(t.parkId, t.createdAt)],
);

/** Single-use links sent by mail: confirming a sign-up, resetting a password. Only the token's SHA-256 (hex) is kept. */
export const mailTokens = sqliteTable(
  'mail_tokens',
  {
    tokenHash: text().primaryKey(),
    purpose: text({ enum: ['sign-up', 'reset'] }).notNull(),
    email: text().notNull(),
    accountId: integer().references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
    usedAt: integer(),
  },
  (t) => [index('mail_tokens_expiry').on(t.expiresAt)],
);

/** Counters of rate-limiter-flexible; keys hold hashes of addresses, never the addresses. */
export const rateLimits = sqliteTable('rate_limits', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: integer(),
});

/** What a signed-out person had typed when an action asked them to sign in; given back once, then gone. */
export const keptForms = sqliteTable(
  'kept_forms',
  {
    tokenHash: text().primaryKey(),
    action: text().notNull(),
    fields: text({ mode: 'json' }).$type<[string, string][]>().notNull(),
    createdAt: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (t) => [index('kept_forms_expiry').on(t.expiresAt)],
);

/** Facts about this installation, such as that the first administrator's link was used. */
export const installation = sqliteTable('installation', {
  key: text().primaryKey(),
  value: text().notNull(),
  at: integer().notNull().default(sql`(unixepoch() * 1000)`),
});
