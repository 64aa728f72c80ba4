import { eq } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { records } from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { notFound } from '../error';
import { demand } from '../identity/permissions';
import { alreadyRevoked } from './errors';

/**
 * Revokes a record for good. The reason stays with the row, for those who may ask, and is in no public answer. `at`: epoch
 * milliseconds. Throws `forbidden`, `not-found`, `record-already-revoked`.
 */
export function revokeRecord(db: Db, actor: Actor, input: { id: string; reason: string; at: number }): void {
  demand(actor, 'revoke:record:any-park');
  const { id, reason, at } = input;
  db.transaction(
    (tx) => {
      const row = tx.select({ revokedAt: records.revokedAt }).from(records).where(eq(records.id, id)).get();
      if (!row) throw notFound();
      if (row.revokedAt !== null) throw alreadyRevoked();
      tx.update(records).set({ revokedAt: at, revokedReason: reason }).where(eq(records.id, id)).run();
      writeEntry(tx, actor, { action: 'record.revoked', entity: 'record', entityId: id, at });
    },
    { behavior: 'immediate' },
  );
}
