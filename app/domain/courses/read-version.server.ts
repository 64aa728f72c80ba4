import type { Statement } from 'better-sqlite3';
import type { Db } from '~db/open.server';

const prepared = new WeakMap<Db, Statement<[], number>>();

/** A number that is another after every publication, by whichever process; 0 before the first. One look at an index. */
export function catalogueVersion(db: Db): number {
  let statement = prepared.get(db);
  if (!statement) {
    statement = db.$client.prepare<[], number>('select coalesce(max(id), 0) from editions').pluck();
    prepared.set(db, statement);
  }
  return statement.get() ?? 0;
}
