import type { Statement } from 'better-sqlite3';
import type { Db } from '~db/open.server';

const prepared = new WeakMap<Db, Statement<[string], string | null>>();

/**
 * A string that is another once the record of that id is revoked. Null where there is no such record, or one not signed yet: its
 * credential, once there, never changes.
 */
export function recordVersion(db: Db, id: string): string | null {
  let statement = prepared.get(db);
  if (!statement) {
    statement = db.$client
      .prepare<[string], string | null>(
        `select coalesce(revoked_at, 'stands') || ' ' || octet_length(credential) from records where id = ?`,
      )
      .pluck();
    prepared.set(db, statement);
  }
  return statement.get(id) ?? null;
}
