import type { Db, Queryable } from '~db/open.server';
import { entries } from '~db/schema';
import type { Actor } from '../actor';

export type Entry = {
  /** `noun.verb` in the past tense, such as `lesson.completed`. */
  action: string;
  entity: string;
  entityId: string | number;
  /** Facts, never names, addresses or anything a learner typed. */
  detail?: Record<string, unknown>;
  /** Epoch milliseconds. */
  at: number;
};

/** Adds one line to the audit log. Call it inside the transaction of the change it tells of. */
export function writeEntry(db: Queryable, actor: Actor, entry: Entry): void {
  const { at, action, entity, detail = {} } = entry;
  const actorId = actor.kind === 'account' ? actor.id : null;
  const entityId = String(entry.entityId);
  if (isHandle(db)) insertOf(db).run(at, actorId, action, entity, entityId, JSON.stringify(detail));
  else db.insert(entries).values({ at, actorId, action, entity, entityId, detail }).run();
}

/** A transaction's own object has no connection to prepare on; the handle it was begun on has, and writes into it as well. */
const isHandle = (db: Queryable): db is Db => '$client' in db;

type Values = [number, number | null, string, string, string, string];
type Insert = { run(...values: Values): unknown };
const prepared = new WeakMap<Db, Insert>();

function insertOf(db: Db): Insert {
  let insert = prepared.get(db);
  if (!insert) {
    insert = db.$client.prepare<Values>(
      'insert into entries (at, actor_id, action, entity, entity_id, detail) values (?, ?, ?, ?, ?, ?)',
    );
    prepared.set(db, insert);
  }
  return insert;
}
