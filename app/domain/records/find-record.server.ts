import { eq, sql } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { records } from '~db/schema';
import { notFound } from '../error';
import { readFacts } from './credential';
import type { IssuerKeys } from './issuer';
import type { RecordView } from './schema';
import { signRecord } from './sign-record.server';
import { verifyCredential } from './verify-credential.server';

const prepare = (db: Db) =>
  db
    .select({ credential: records.credential, revokedAt: records.revokedAt })
    .from(records)
    .where(eq(records.id, sql.placeholder('id')))
    .prepare();
const prepared = new WeakMap<Db, ReturnType<typeof prepare>>();

/**
 * The record of that id as its credential tells it, with the outcome of checking it: what is shown is what is signed, never
 * the row beside it. Signs a record that a crash left unsigned. Throws `not-found`.
 */
export async function findRecord(
  db: Db,
  keys: IssuerKeys,
  { id, at }: { id: string; at: number },
): Promise<RecordView> {
  const { json, revokedAt } = await recordJson(db, keys, id);
  const result = await verifyCredential(keys, json, { at });
  const { checkedAt } = result;
  if (!result.verified) return { id, revokedAt, checkedAt, verified: false, reason: result.reason };
  const facts = readFacts(result.credential);
  // A genuine credential in another's place would name somebody else at this address.
  if (facts.id !== id) return { id, revokedAt, checkedAt, verified: false, reason: 'unreadable' };
  const issuerNow = facts.issuer.id === keys.issuer ? null : keys.issuer;
  return { id, revokedAt, checkedAt, verified: true, facts, issuerNow };
}

/** The credential's JSON, to the byte as it was signed, and when it was revoked (epoch milliseconds, or null). Throws `not-found`. */
export async function recordJson(
  db: Db,
  keys: IssuerKeys,
  id: string,
): Promise<{ json: string; revokedAt: number | null }> {
  let statement = prepared.get(db);
  if (!statement) {
    statement = prepare(db);
    prepared.set(db, statement);
  }
  const row = statement.get({ id });
  if (!row) throw notFound();
  return { json: row.credential ?? (await signRecord(db, keys, id)), revokedAt: row.revokedAt };
}
