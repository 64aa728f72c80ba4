import type { Statement } from 'better-sqlite3';
import type { Db } from '~db/open.server';

const prepared = new WeakMap<Db, Statement<[], number>>();

/**
 * A number that is another after every publication and for every park there is, since courses name parks; by whichever process.
 * Two looks at an index.
 */
export function catalogueVersion(db: Db): number {
  let statement = prepared.get(db);
  if (!statement) {
    statement = db.$client
      .prepare<[], number>(
        'select (select coalesce(max(id), 0) from editions) * 1000000 + (select coalesce(max(id), 0) from parks)',
      )
      .pluck();
    prepared.set(db, statement);
  }
  return statement.get() ?? 0;
}
