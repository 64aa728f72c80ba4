import type { Statement } from 'better-sqlite3';
import type { Db } from '~db/open.server';

const prepared = new WeakMap<Db, Statement<[number, string], string | null>>();

/**
 * A string that is another once anything has changed that the public page of the record of that id shows. Null where there is no such
 * record, or one not signed yet. `at`: epoch milliseconds, since time alone makes a record expire.
 */
export function recordVersion(db: Db, id: string, at: number): string | null {
  let statement = prepared.get(db);
  if (!statement) {
    statement = db.$client
      .prepare<[number, string], string | null>(
        `select credential_id || ' ' || hidden || ' ' || coalesce(revoked_at, '') || ' ' || reason_public || ' '
           || coalesce(replaced_by, '') || ' ' || coalesce(valid_until < ?, '')
         from records where id = ?`,
      )
      .pluck();
    prepared.set(db, statement);
  }
  return statement.get(at, id) ?? null;
}
