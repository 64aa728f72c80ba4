import { asc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { recordCredentials, records } from '~db/schema';
import { credentialDigest } from './credential';
import type { IssuerKeys } from './issuer';
import { appendEntry } from './log/append-entry.server';
import { signRecord } from './sign-record.server';

/**
 * Brings signatures and log up to date: takes into the log what an earlier version signed, signs anew what only a compromised key vouches
 * for, and signs whatever a crash left between the commit and the signature. `at`: epoch milliseconds. Returns how many
 * were signed.
 */
export async function signPending(db: Db, keys: IssuerKeys, at: number): Promise<number> {
  logEarlier(db, at);
  withdrawCompromised(db, keys);
  const pending = db
    .select({ id: records.id })
    .from(records)
    .where(isNull(records.credentialId))
    .orderBy(asc(records.issuedAt))
    .all();
  for (const { id } of pending) await signRecord(db, keys, { id, at });
  return pending.length;
}

const batch = 500;

/** Gives what earlier versions signed its digest and its place in the log, in the order of issue. */
function logEarlier(db: Db, at: number): void {
  for (let done = batch; done === batch; ) {
    done = db.transaction(
      (tx) => {
        const forms = tx
          .select({
            id: recordCredentials.id,
            json: recordCredentials.json,
            recordId: recordCredentials.recordId,
            revokedAt: records.revokedAt,
          })
          .from(recordCredentials)
          .innerJoin(records, eq(records.id, recordCredentials.recordId))
          .where(isNull(recordCredentials.digest))
          .orderBy(asc(recordCredentials.id))
          .limit(batch)
          .all();
        for (const { id, json, recordId, revokedAt } of forms) {
          const credential = JSON.parse(json) as { id: string };
          const digest = credentialDigest(credential);
          tx.update(recordCredentials).set({ digest }).where(eq(recordCredentials.id, id)).run();
          const entry = { recordId, address: credential.id, digest, at };
          appendEntry(tx, { event: 'issued', ...entry });
          if (revokedAt !== null) appendEntry(tx, { event: 'revoked', ...entry });
        }
        return forms.length;
      },
      { behavior: 'immediate' },
    );
  }
}

/**
 * Signs everything anew that a key had signed which is no longer in the ring, since it was lost: for the operator, who knows that this is
 * so and not that the wrong keys are in place. `at`: epoch milliseconds. Returns how many records that were.
 */
export async function signLost(db: Db, keys: IssuerKeys, at: number): Promise<number> {
  const known = keys.ring.map(({ id }) => id);
  const lost = db
    .select({ id: recordCredentials.id })
    .from(recordCredentials)
    .where(notInArray(recordCredentials.key, known));
  db.update(records).set({ credentialId: null }).where(inArray(records.credentialId, lost)).run();
  return signPending(db, keys, at);
}

/** Leaves records unsigned whose signature nobody else trusts any more; what they say stays in the log as it was. */
function withdrawCompromised(db: Db, keys: IssuerKeys): void {
  const names = keys.ring.filter(({ compromised }) => compromised !== null).map(({ id }) => id);
  if (names.length === 0) return;
  const compromised = db
    .select({ id: recordCredentials.id })
    .from(recordCredentials)
    .where(inArray(recordCredentials.key, names));
  db.update(records).set({ credentialId: null }).where(inArray(records.credentialId, compromised)).run();
}
