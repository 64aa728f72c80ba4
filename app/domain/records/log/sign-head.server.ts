// Signed heads: what the log is as of a time, said so that it cannot be unsaid.
import canonicalize from 'canonicalize';
import { desc, eq } from 'drizzle-orm';
import { compactVerify } from 'jose';
import type { Db } from '~db/open.server';
import { logHeads } from '~db/schema';
import { badRange, logBroken } from '../errors';
import type { IssuerKeys, PublicKey } from '../issuer';
import { ed25519Jwk } from '../keys/multikey';
import { logSize, rootOf } from './read-log.server';

/** `root`: hex. `at`: epoch milliseconds. `jws`: compact JWS (RFC 7515, EdDSA) over `{ at, issuer, root, size }` in RFC 8785 form. */
export type Head = { size: number; root: string; at: number; jws: string };

/** How long a head stands for the log before the next is made, in milliseconds. */
const shelfLife = 60_000;

/** The newest head of each database, stored or only restated. */
const newest = new WeakMap<Db, Head>();

/**
 * The log's head, no older than a minute; or that of its first `size` entries; or one that covers at least `atLeast`. What is signed for a
 * size first is stored and stays what is handed out for that size; that the log has not grown since is said again with a new time.
 * `at`: epoch milliseconds. Throws `log-range` for more entries than there are, and `log-broken` where the log is not what an earlier
 * head says: then nothing is signed.
 */
export async function logHead(
  db: Db,
  keys: IssuerKeys,
  { at, size, atLeast = 0 }: { at: number; size?: number | undefined; atLeast?: number },
): Promise<Head> {
  if (size !== undefined) return stored(db, size) ?? (await sign(db, keys, size, at));
  const last = newest.get(db);
  if (last && last.size >= atLeast && at >= last.at && at - last.at < shelfLife) return last;
  const head = await sign(db, keys, logSize(db), at);
  newest.set(db, head);
  return head;
}

const stored = (db: Db, size: number): Head | undefined =>
  db.select().from(logHeads).where(eq(logHeads.size, size)).get();

async function sign(db: Db, keys: IssuerKeys, size: number, at: number): Promise<Head> {
  const root = db.transaction((tx) => {
    const now = logSize(tx);
    // What was promised before still holds, or nothing more is promised.
    const last = tx.select().from(logHeads).orderBy(desc(logHeads.size)).limit(1).get();
    if (last && (last.size > now || rootOf(tx, last.size).toString('hex') !== last.root)) throw logBroken();
    if (size > now) throw badRange();
    return rootOf(tx, size).toString('hex');
  });
  const payload = canonicalize({ at: new Date(at).toISOString(), issuer: keys.issuer, root, size }) ?? '';
  const head = { size, root, at, jws: await signText(keys, payload) };
  db.insert(logHeads).values(head).onConflictDoNothing().run();
  return head;
}

/** A compact JWS over the text by the issuer's key in use (RFC 8037 §3.1); `kid` is its DID URL. */
export async function signText(keys: IssuerKeys, text: string): Promise<string> {
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: keys.verificationMethod })).toString(
    'base64url',
  );
  const body = `${header}.${Buffer.from(text).toString('base64url')}`;
  const signature = await keys.sign(Buffer.from(body));
  return `${body}.${Buffer.from(signature).toString('base64url')}`;
}

/** The text that one of the ring's keys signed, none that was compromised; null for anything else. */
export async function signedText(ring: readonly PublicKey[], jws: string): Promise<string | null> {
  try {
    const { payload } = await compactVerify(
      jws,
      (header) => {
        const name = String(header.kid).split('#')[1];
        const key = ring.find(({ id, compromised }) => id === name && compromised === null);
        if (key?.kind !== 'Ed25519') throw new Error('no key of ours');
        return ed25519Jwk(key.id);
      },
      { algorithms: ['EdDSA'] },
    );
    return new TextDecoder().decode(payload);
  } catch {
    return null;
  }
}
