import { eq } from 'drizzle-orm';
import type { Db, Queryable } from '~db/open.server';
import { accounts, records } from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { editionById } from '../courses/index.server';
import { forbidden, notFound } from '../error';
import { type Deed, demandInPark, may } from '../identity/permissions';
import { alreadyReplaced, alreadyRevoked, notRevoked } from './errors';
import { tell } from './issue-record.server';
import { logEvent } from './log/log-event.server';

/**
 * Revokes a record until it is reinstated. The holder may read `reason`; anyone may where it is `public`. `at`: epoch
 * milliseconds. Throws `forbidden`, `not-found`, `record-already-revoked`, `record-replaced`.
 */
export function revokeRecord(
  db: Db,
  actor: Actor,
  input: { id: string; reason: string; public?: boolean; at: number },
): void {
  const { id, reason, at } = input;
  db.transaction(
    (tx) => {
      const row = demandRecord(tx, actor, 'revoke:record', id);
      if (row.replacedFor === 'correction') throw alreadyReplaced();
      if (row.revokedAt !== null) throw alreadyRevoked();
      tx.update(records)
        .set({ revokedAt: at, revokedReason: reason, reasonPublic: input.public ?? false })
        .where(eq(records.id, id))
        .run();
      logEvent(tx, { event: 'revoked', recordId: id, at });
      writeEntry(tx, actor, { action: 'record.revoked', entity: 'record', entityId: id, at });
      tell(tx, 'record-revoked', aboutRow(db, row, at));
    },
    { behavior: 'immediate' },
  );
}

/** Takes a revocation back; the record is valid as before. Throws `forbidden`, `not-found`, `record-not-revoked`. */
export function reinstateRecord(db: Db, actor: Actor, input: { id: string; at: number }): void {
  const { id, at } = input;
  db.transaction(
    (tx) => {
      const row = demandRecord(tx, actor, 'revoke:record', id);
      if (row.revokedAt === null) throw notRevoked();
      tx.update(records).set({ revokedAt: null, reinstatedAt: at }).where(eq(records.id, id)).run();
      logEvent(tx, { event: 'reinstated', recordId: id, at });
      writeEntry(tx, actor, { action: 'record.reinstated', entity: 'record', entityId: id, at });
      tell(tx, 'record-reinstated', aboutRow(db, row, at));
    },
    { behavior: 'immediate' },
  );
}

export type RecordRow = typeof records.$inferSelect;

/** The record, where `actor` may do `deed` in its holder's park. Throws `forbidden`, also where it is not there, unless the actor may everywhere: then `not-found`. */
export function demandRecord(tx: Queryable, actor: Actor, deed: Deed, id: string): RecordRow {
  const found = tx
    .select({ row: records, parkId: accounts.parkId })
    .from(records)
    .innerJoin(accounts, eq(accounts.id, records.accountId))
    .where(eq(records.id, id))
    .get();
  if (!found) throw may(actor, `${deed}:any-park`) ? notFound() : forbidden();
  demandInPark(actor, deed, found.parkId);
  return found.row;
}

/** What a letter about the record is filled with. */
export const aboutRow = (db: Db, { accountId, holder, editionId, id }: RecordRow, at: number) => ({
  accountId,
  name: holder,
  titles: editionById(db, editionId).titles,
  id,
  at,
});
