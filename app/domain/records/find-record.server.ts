import { eq, sql } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { recordCredentials, records } from '~db/schema';
import type { Actor } from '../actor';
import { notFound } from '../error';
import { credentialDigest, readFacts } from './credential';
import type { IssuerKeys } from './issuer';
import { loggedAt } from './log/read-log.server';
import { stateOf } from './rules';
import type { RecordView, Standing } from './schema';
import { signRecord } from './sign-record.server';
import { verifyCredential } from './verify-credential.server';

const prepare = (db: Db) =>
  db
    .select({
      credential: recordCredentials.json,
      accountId: records.accountId,
      holder: records.holder,
      hidden: records.hidden,
      validUntil: records.validUntil,
      revokedAt: records.revokedAt,
      revokedReason: records.revokedReason,
      reasonPublic: records.reasonPublic,
      replacedBy: records.replacedBy,
      replacedFor: records.replacedFor,
      replacedAt: records.replacedAt,
    })
    .from(records)
    .leftJoin(recordCredentials, eq(recordCredentials.id, records.credentialId))
    .where(eq(records.id, sql.placeholder('id')))
    .prepare();
const prepared = new WeakMap<Db, ReturnType<typeof prepare>>();

/**
 * The record of that id as its credential tells it, with the outcome of checking it and how it stands: what is shown is what is
 * signed, never the row beside it. A record that its holder does not show is empty to others; the holder sees it, and the own name on
 * it. Signs a record that a crash left unsigned. Throws `not-found`.
 */
export async function findRecord(
  db: Db,
  keys: IssuerKeys,
  actor: Actor,
  { id, at }: { id: string; at: number },
): Promise<RecordView> {
  const row = readRow(db, id);
  const own = actor.kind === 'account' && actor.id === row.accountId;
  const json = row.credential ?? (await signRecord(db, keys, { id, at }));
  const result = await verifyCredential(keys, json, { at, loggedAt: (digest) => loggedAt(db, digest) });
  const { hidden } = row;
  const common = { id, standing: standingOf(row, own, at), checkedAt: result.checkedAt, own, hidden };
  if (!result.verified) return { ...common, verified: false, reason: result.reason };
  const facts = readFacts(result.credential);
  const { digest } = result;
  // A genuine credential in another's place would name somebody else at this address.
  if (facts.id !== id) return { ...common, verified: false, reason: 'unreadable' };
  const issuerNow = facts.issuer.id === keys.issuer ? null : keys.issuer;
  if (hidden && !own) return { ...common, verified: true, facts: null, name: null, issuerNow, digest };
  return {
    ...common,
    verified: true,
    facts,
    name: facts.holder ?? (own ? row.holder : null),
    issuerNow,
    digest,
  };
}

/** What goes with every file of a record. */
export type RecordFile = {
  standing: Standing;
  /** False where its holder does not show it and somebody else asks. */
  shown: boolean;
  own: boolean;
  /** Whether it says where its state is to be had; those of earlier versions do not. */
  tellsStatus: boolean;
  /** By which the log knows it, see `credentialDigest`. */
  digest: string;
};

/**
 * The credential's JSON, to the byte as it was signed, and how the record stands. Throws `not-found`.
 */
export async function recordJson(
  db: Db,
  keys: IssuerKeys,
  actor: Actor,
  { id, at }: { id: string; at: number },
): Promise<RecordFile & { json: string }> {
  const row = readRow(db, id);
  const own = actor.kind === 'account' && actor.id === row.accountId;
  const json = row.credential ?? (await signRecord(db, keys, { id, at }));
  const credential = JSON.parse(json) as object;
  return {
    json,
    digest: credentialDigest(credential),
    tellsStatus: 'credentialStatus' in credential,
    standing: standingOf(row, own, at),
    shown: own || !row.hidden,
    own,
  };
}

function readRow(db: Db, id: string) {
  let statement = prepared.get(db);
  if (!statement) {
    statement = prepare(db);
    prepared.set(db, statement);
  }
  const row = statement.get({ id });
  if (!row) throw notFound();
  return row;
}

type Facts = Pick<
  typeof records.$inferSelect,
  'validUntil' | 'revokedAt' | 'revokedReason' | 'reasonPublic' | 'replacedBy' | 'replacedFor' | 'replacedAt'
>;

/** How the row's record stands, for the holder (`own`) or for others. */
export function standingOf(row: Facts, own: boolean, at: number): Standing {
  const { revokedAt, replacedBy, replacedFor, replacedAt } = row;
  return {
    state: stateOf(row, at),
    revokedAt,
    reason: revokedAt !== null && (own || row.reasonPublic) ? row.revokedReason : null,
    replacedBy,
    replacedFor,
    replacedAt,
  };
}
