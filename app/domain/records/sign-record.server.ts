import { and, desc, eq } from 'drizzle-orm';
import type { Db, Queryable } from '~db/open.server';
import { recordCredentials, records } from '~db/schema';
import { editionById } from '../courses/index.server';
import { notFound } from '../error';
import { composeCredential, credentialDigest, dateTime, recordUrl } from './credential';
import type { IssuerKeys } from './issuer';
import { appendEntry } from './log/append-entry.server';
import { loggedAt } from './log/read-log.server';
import type { Facts } from './schema';

type Row = typeof records.$inferSelect;

/**
 * Signs the record in the form that its holder chose, unless that is signed already, logs it, and returns its credential: JSON whose
 * bytes never change again. The same row and key always give the same bytes, so it does not matter who comes first or
 * how often it is tried. `at`: epoch milliseconds, for the log. Throws `not-found`.
 */
export async function signRecord(
  db: Db,
  keys: IssuerKeys,
  { id, at }: { id: string; at: number },
): Promise<string> {
  const row = db.select().from(records).where(eq(records.id, id)).get();
  if (!row) throw notFound();
  if (row.credentialId !== null) return readForm(db, row.credentialId);
  const credential = composeCredential(factsOf(db, row), keys);
  const { addProof } = await import('./proof.server');
  // A key signs nothing that is dated before it came into use.
  const created = dateTime(Math.max(row.issuedAt, keys.from ?? 0));
  const json = JSON.stringify(await addProof(keys, credential, created));
  const stored = db.transaction((tx) => storeForm(tx, keys, row, json, at), { behavior: 'immediate' });
  // The holder chose another form meanwhile.
  return stored ? json : signRecord(db, keys, { id, at });
}

/** Everything that the record of `row` attests. */
export function factsOf(db: Db, row: Row): Facts {
  const edition = editionById(db, row.editionId);
  const { id, holder, email, identity, salt, locale, completedAt, issuedAt, validUntil, evidence } = row;
  return {
    id,
    holder,
    email,
    identity,
    salt,
    locale,
    completedAt,
    issuedAt,
    validUntil,
    evidence,
    status: { list: row.statusList, index: row.statusIndex },
    course: {
      slug: edition.slug,
      title: edition.titles[locale],
      summary: edition.summaries[locale],
      languages: edition.languages,
    },
    edition,
  };
}

/** Keeps a form that was just signed and logs it. False where the record wants another form by now, or has this one. */
function storeForm(tx: Queryable, keys: IssuerKeys, row: Row, json: string, at: number): boolean {
  const { id: recordId, identity } = row;
  const now = tx.select().from(records).where(eq(records.id, recordId)).get();
  if (!now || now.credentialId !== null || now.identity !== identity) return false;
  const digest = credentialDigest(JSON.parse(json));
  const { id } = tx
    .insert(recordCredentials)
    .values({ recordId, identity, digest, json, key: keys.publicKeyMultibase, signedAt: at })
    .returning({ id: recordCredentials.id })
    .get();
  tx.update(records).set({ credentialId: id }).where(eq(records.id, recordId)).run();
  // Signed again with another key it says the same, and is in the log already.
  if (loggedAt(tx, digest) === null) {
    const entry = { recordId, address: recordUrl(keys.origin, recordId), digest, at };
    appendEntry(tx, { event: 'issued', ...entry });
    if (now.replacedFor === 'correction') appendEntry(tx, { event: 'replaced', ...entry });
    if (now.revokedAt !== null) appendEntry(tx, { event: 'revoked', ...entry });
  }
  return true;
}

/** The record's newest signed form of that identity by that key, if there is one. */
export function findForm(
  tx: Queryable,
  { recordId, identity, key }: { recordId: string; identity: Row['identity']; key: string },
): number | null {
  const form = tx
    .select({ id: recordCredentials.id, key: recordCredentials.key })
    .from(recordCredentials)
    .where(and(eq(recordCredentials.recordId, recordId), eq(recordCredentials.identity, identity)))
    .orderBy(desc(recordCredentials.id))
    .limit(1)
    .get();
  return form?.key === key ? form.id : null;
}

function readForm(db: Queryable, credentialId: number): string {
  const form = db
    .select({ json: recordCredentials.json })
    .from(recordCredentials)
    .where(eq(recordCredentials.id, credentialId))
    .get();
  if (!form) throw new Error('a record names a signed form that is not there');
  return form.json;
}
