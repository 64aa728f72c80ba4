// Prepared statements, made once per database.
import type Database from 'better-sqlite3';
import type { Db } from '~db/open.server';

type Statement = Database.Statement<unknown[]>;
const kept = new WeakMap<Db, Map<string, Statement>>();

/** The rows of `sql`, prepared once. `sql` must come from a closed set: values belong in `values`. */
export function rows<Row>(db: Db, sql: string, values: readonly unknown[] = []): Row[] {
  return statement(db, sql).all(...values) as Row[];
}

/** The first row of `sql`, or undefined. */
export function row<Row>(db: Db, sql: string, values: readonly unknown[] = []): Row | undefined {
  return statement(db, sql).get(...values) as Row | undefined;
}

function statement(db: Db, sql: string): Statement {
  let statements = kept.get(db);
  if (!statements) {
    statements = new Map();
    kept.set(db, statements);
  }
  let known = statements.get(sql);
  if (!known) {
    known = db.$client.prepare(sql);
    statements.set(sql, known);
  }
  return known;
}
