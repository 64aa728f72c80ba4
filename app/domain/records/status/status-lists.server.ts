// The status lists as documents: made from the rows when one of them has changed, and kept until the next does.

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { Db } from '~db/open.server';
import { dateTime } from '../credential';
import { credentialsContext, type IssuerKeys } from '../issuer';
import { listSize, type Purpose, purposes, revocationListUrl, statusListUrl } from './addresses';

type Kept = { version: number; madeAt: number; json: string };

/** How long a list may be trusted without asking again, in milliseconds. Told to verifiers, and a list older than half of it is dated anew. */
const timeToLive = 60 * 60_000;
const lifetime = 24 * 60 * 60_000;

const prepare = ({ $client: client }: Db) => ({
  version: client.prepare<[number], number>('select version from status_lists where number = ?').pluck(),
  set: {
    revocation: client
      .prepare<[number], number>(
        `select status_index from records where status_list = ? and (revoked_at is not null or replaced_for = 'correction')
           and replaced_for = 'correction'`,
      )
      .pluck(),
    suspension: client
      .prepare<[number], number>(
        `select status_index from records where status_list = ? and (revoked_at is not null or replaced_for = 'correction')
           and revoked_at is not null`,
      )
      .pluck(),
  } satisfies Record<Purpose, Statement<[number], number>>,
  versions: client.prepare<[], number>('select coalesce(sum(version), 0) from status_lists').pluck(),
  revoked: client.prepare<
    [],
    { id: string; address: string | null; corrected: number; reason: string | null }
  >(
    `select r.id, json_extract(c.json, '$.id') as address, r.replaced_for is 'correction' as corrected,
       case when r.reason_public then r.revoked_reason end as reason
     from records r left join record_credentials c on c.id = r.credential_id
     where r.revoked_at is not null or r.replaced_for = 'correction' order by r.status_list, r.status_index`,
  ),
});

type Shelf = {
  statements: ReturnType<typeof prepare>;
  lists: LRUCache<string, Kept>;
};
const shelves = new WeakMap<Db, WeakMap<IssuerKeys, Shelf>>();

function shelfOf(db: Db, keys: IssuerKeys): Shelf {
  let ofDb = shelves.get(db);
  if (!ofDb) {
    ofDb = new WeakMap();
    shelves.set(db, ofDb);
  }
  let shelf = ofDb.get(keys);
  if (!shelf) {
    shelf = { statements: prepare(db), lists: new LRUCache({ max: 500 }) };
    ofDb.set(keys, shelf);
  }
  return shelf;
}

/**
 * The list of that purpose and number as a signed BitstringStatusListCredential (Bitstring Status List §2.2), JSON; null where there is
 * no such list. It is made anew once a bit of it has changed, or when half of its time to live is over. `at`: epoch milliseconds.
 */
export async function statusList(
  db: Db,
  keys: IssuerKeys,
  { purpose, list, at }: { purpose: string; list: number; at: number },
): Promise<string | null> {
  const known = purposes.find((one) => one === purpose);
  if (!known) return null;
  const { statements, lists } = shelfOf(db, keys);
  const version = statements.version.get(list);
  if (version === undefined) return null;
  return keep(lists, `${known} ${list}`, version, at, async () => {
    const id = statusListUrl(keys.origin, known, list);
    const credential = {
      '@context': [credentialsContext],
      id,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: keys.issuer,
      validFrom: dateTime(at),
      validUntil: dateTime(at + lifetime),
      credentialSubject: {
        id: `${id}#list`,
        type: 'BitstringStatusList',
        statusPurpose: known,
        encodedList: await encodeBits(statements.set[known].all(list)),
        ttl: timeToLive,
      },
    };
    const { addProof } = await import('../proof.server');
    return JSON.stringify(await addProof(keys, credential, dateTime(at)));
  });
}

/**
 * All records that are revoked, in 1EdTech's form (1EdTech Credential Status, Revocation List): by address, with the reason where it is
 * public. `at`: epoch milliseconds.
 */
export async function revocationList(db: Db, keys: IssuerKeys, at: number): Promise<string> {
  const { statements, lists } = shelfOf(db, keys);
  return keep(lists, 'revoked', statements.versions.get() ?? 0, at, async () =>
    JSON.stringify({
      id: revocationListUrl(keys.origin),
      issuer: keys.issuer,
      revokedCredential: statements.revoked.all().map(({ id, address, corrected, reason }) => ({
        id: address ?? `${keys.origin}/records/${id}`,
        revoked: true,
        ...(corrected === 1
          ? { revocationReason: 'replaced' }
          : reason === null
            ? {}
            : { revocationReason: reason }),
      })),
    }),
  );
}

async function keep(
  lists: Shelf['lists'],
  key: string,
  version: number,
  at: number,
  make: () => Promise<string>,
): Promise<string> {
  const kept = lists.get(key);
  if (kept?.version === version && at >= kept.madeAt && at - kept.madeAt < timeToLive / 2) return kept.json;
  // Rows that change while it is signed raise the version, so that it is not taken for fresh.
  const json = await make();
  lists.set(key, { version, madeAt: at, json });
  return json;
}

/** A list's bits, the first one the leftmost of the first byte, compressed and in multibase (Bitstring Status List §3.3). */
async function encodeBits(indexes: readonly number[]): Promise<string> {
  const bits = Buffer.alloc(listSize / 8);
  for (const index of indexes) {
    const byte = Math.floor(index / 8);
    bits[byte] = (bits[byte] ?? 0) | (0x80 >> (index % 8));
  }
  return `u${(await promisify(gzip)(bits)).toString('base64url')}`;
}
