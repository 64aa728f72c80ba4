// Sessions at rest, for the adapter of http/session.server.ts. Reading one is on the path of every page, hence plain statements.
import type { Statement } from 'better-sqlite3';
import { eq, lte } from 'drizzle-orm';
import { isLocale } from '~/i18n/locales';
import type { Db, Queryable } from '~db/open.server';
import { sessions } from '~db/schema';
import { type AccountActor, type Role, roles } from '../actor';
import { writeEntry } from '../audit/index.server';
import { forbidden } from '../error';

type AccountRow = {
  accountId: number;
  parkId: number;
  unitId: number | null;
  email: string;
  name: string;
  locale: string;
  timeZone: string;
  disabledAt: number | null;
  roles: string | null;
};
type Row = AccountRow & { expiresAt: number };

export type FoundSession = {
  accountId: number;
  expiresAt: number /** Null when the account is disabled. */;
  actor: AccountActor | null;
};

const columns = `a.id as accountId, a.park_id as parkId, a.unit_id as unitId, a.email, a.name, a.locale, a.time_zone as timeZone,
  a.disabled_at as disabledAt, (select group_concat(r.role) from account_roles r where r.account_id = a.id) as roles`;

type Statements = { session: Statement<[string], Row>; account: Statement<[number], AccountRow> };
const prepared = new WeakMap<Db, Statements>();

function statementsOf(db: Db): Statements {
  let statements = prepared.get(db);
  if (!statements) {
    statements = {
      session: db.$client.prepare<[string], Row>(
        `select s.expires_at as expiresAt, ${columns} from sessions s join accounts a on a.id = s.account_id where s.id_hash = ?`,
      ),
      account: db.$client.prepare<[number], AccountRow>(`select ${columns} from accounts a where a.id = ?`),
    };
    prepared.set(db, statements);
  }
  return statements;
}

/** The session with this hash and whose it is, expired or not; null when there is none. */
export function findSession(db: Db, idHash: string): FoundSession | null {
  const row = statementsOf(db).session.get(idHash);
  return row ? { accountId: row.accountId, expiresAt: row.expiresAt, actor: actorOf(row) } : null;
}

/** The account as the actor it is; null when there is none or it is disabled. */
export function findActor(db: Db, accountId: number): AccountActor | null {
  const row = statementsOf(db).account.get(accountId);
  return row ? actorOf(row) : null;
}

function actorOf(row: AccountRow): AccountActor | null {
  if (row.disabledAt !== null) return null;
  const held: string[] = row.roles?.split(',') ?? [];
  return {
    kind: 'account',
    id: row.accountId,
    parkId: row.parkId,
    unitId: row.unitId,
    email: row.email,
    name: row.name,
    locale: isLocale(row.locale) ? row.locale : 'en',
    timeZone: row.timeZone,
    roles: held.filter((role): role is Role => roles.some((known) => known === role)),
  };
}

/** Begins a session. Throws `forbidden` for an account that was disabled since it signed in. */
export function beginSession(
  db: Db,
  session: { idHash: string; accountId: number; userAgent: string; expiresAt: number; at: number },
): void {
  db.transaction(
    (tx) => {
      const actor = findActor(db, session.accountId);
      if (!actor) throw forbidden();
      tx.insert(sessions)
        .values({ ...session, userAgent: session.userAgent.slice(0, 300), createdAt: session.at })
        .run();
      writeEntry(tx, actor, {
        action: 'session.begun',
        entity: 'account',
        entityId: actor.id,
        at: session.at,
      });
    },
    { behavior: 'immediate' },
  );
}

/** Moves a session's end. Not audited: nobody did anything but read a page. */
export function prolongSession(db: Db, idHash: string, expiresAt: number): void {
  db.update(sessions).set({ expiresAt }).where(eq(sessions.idHash, idHash)).run();
}

/** Clears away a session that is over: expired, or its account disabled. */
export function dropSession(db: Queryable, idHash: string): void {
  db.delete(sessions).where(eq(sessions.idHash, idHash)).run();
}

export function dropSessionsOf(db: Queryable, accountId: number): void {
  db.delete(sessions).where(eq(sessions.accountId, accountId)).run();
}

export function dropExpiredSessions(db: Queryable, at: number): void {
  db.delete(sessions).where(lte(sessions.expiresAt, at)).run();
}
