import type { Queryable } from '~db/open.server';
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
  db.insert(entries)
    .values({
      at: entry.at,
      actorId: actor.kind === 'account' ? actor.id : null,
      action: entry.action,
      entity: entry.entity,
      entityId: String(entry.entityId),
      detail: entry.detail ?? {},
    })
    .run();
}
