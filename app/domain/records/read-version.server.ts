import type { Statement } from 'better-sqlite3';
import type { Db } from '~db/open.server';

type Row = { credential: string | null; revokedAt: number | null };
const prepared = new WeakMap<Db, Statement<[string], Row>>();

/**
 * Everything that can change about the record of that id, as one string: whether it stands, and the very bytes of its
 * credential. Null where there is no such record, or one not signed yet.
 */
export function recordVersion(db: Db, id: string): string | null {
  let statement = prepared.get(db);
  if (!statement) {
    statement = db.$client.prepare<[string], Row>(
      'select credential, revoked_at as revokedAt from records where id = ?',
    );
    prepared.set(db, statement);
  }
  const row = statement.get(id);
  return row?.credential ? `${row.revokedAt ?? 'stands'} ${row.credential}` : null;
}
