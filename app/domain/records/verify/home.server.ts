// What this house knows of its own credentials: from its database, live.
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { recordCredentials, records } from '~db/schema';
import { findManifest } from '../../courses/index.server';
import { DomainError } from '../../error';
import { standingOf } from '../find-record.server';
import type { IssuerKeys, PublicKey } from '../issuer';
import { inclusionHolds } from '../log/proofs';
import { type Inclusion, proveInclusion } from '../log/prove.server';
import { loggedAt } from '../log/read-log.server';
import { signedText } from '../log/sign-head.server';
import { leafHash } from '../log/tree';
import { isObject, listOf, parseObject, textOf } from './parse-json';
import { timeOf } from './read-claims';
import type { Finding } from './schema';

/** What is known beforehand of one issuer: ourselves, or whoever a bundle is of. */
export type Home = {
  issuer: string;
  name: string;
  ring: readonly PublicKey[];
  /** When the log took the credential of that digest in; null: never, or unknown. */
  loggedAt(digest: string): number | null;
  /** What of a credential of this issuer its signature does not say: how it stands, what it is about, whether it is in the log. */
  examine(
    credential: Record<string, unknown>,
    about: { digest: string; at: number },
  ): Promise<{ findings: Finding[]; page: string | null }>;
};

export const homeOf = (db: Db, keys: IssuerKeys): Home => ({
  issuer: keys.issuer,
  name: keys.name,
  ring: keys.ring,
  loggedAt: (digest) => loggedAt(db, digest),
  async examine(credential, { digest, at }) {
    const id = recordIn(credential);
    const row =
      id === null
        ? undefined
        : db
            .select({ record: records })
            .from(records)
            .innerJoin(recordCredentials, eq(recordCredentials.recordId, records.id))
            .where(and(eq(records.id, id), eq(recordCredentials.digest, digest)))
            .get()?.record;
    if (!row) return { findings: [{ outcome: 'fails', code: 'record-unknown' }], page: null };
    return {
      page: `/records/${row.id}`,
      findings: [
        ...standing(row, keys.origin, at),
        ...editionOf(credential, (wanted) => findManifest(db, wanted)),
        ...(await logged(db, keys, credential, digest, at)),
      ],
    };
  },
});

/** The record that the credential's `id` is the address of. */
const recordIn = (credential: Record<string, unknown>): string | null =>
  /\/records\/([0-9a-f-]{36})$/.exec(textOf(credential.id) ?? '')?.[1] ?? null;

function standing(row: typeof records.$inferSelect, origin: string, at: number): Finding[] {
  const { state, revokedAt, reason, replacedBy, replacedFor, replacedAt } = standingOf(row, false, at);
  const hidden: Finding[] = row.hidden ? [{ outcome: 'note', code: 'record-hidden' }] : [];
  const address = `${origin}/records/${replacedBy}`;
  if (state === 'replaced')
    return [{ outcome: 'fails', code: 'status-replaced', about: address, at: replacedAt ?? at }, ...hidden];
  if (state === 'revoked')
    return [
      { outcome: 'fails', code: 'status-revoked', at: revokedAt ?? at, ...(reason ? { about: reason } : {}) },
      ...hidden,
    ];
  return [
    { outcome: 'holds', code: 'status-good', at },
    ...(replacedFor === 'renewal'
      ? [{ outcome: 'note', code: 'status-renewed', about: address, at: replacedAt ?? at } as const]
      : []),
    ...hidden,
  ];
}

/** Whether the edition's manifest, looked up and hashed again, is the one that was signed. */
export function editionOf(
  credential: Record<string, unknown>,
  find: (digest: string) => string | null,
): Finding[] {
  const [resource] = listOf(credential.relatedResource).filter(isObject);
  const digest = Buffer.from((textOf(resource?.digestSRI) ?? '').replace(/^sha256-/, ''), 'base64').toString(
    'hex',
  );
  if (!/^[0-9a-f]{64}$/.test(digest)) return [];
  const manifest = find(digest);
  if (manifest === null) return [{ outcome: 'open', code: 'edition-unknown', about: digest }];
  const same = createHash('sha256').update(manifest).digest('hex') === digest;
  return [
    { outcome: same ? 'holds' : 'fails', code: same ? 'edition-matches' : 'edition-differs', about: digest },
  ];
}

async function logged(
  db: Db,
  keys: IssuerKeys,
  credential: Record<string, unknown>,
  digest: string,
  at: number,
): Promise<Finding[]> {
  try {
    const { head, ...proof } = await proveInclusion(db, keys, { digest, at });
    return findInLog(proof, await signedText(keys.ring, head), credential, digest);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'log-broken') return [{ outcome: 'open', code: 'log-broken' }];
    return [{ outcome: 'fails', code: 'log-lacks' }];
  }
}

const dayLong = 24 * 60 * 60_000;

/** What a proof of inclusion says, if it holds for the head. `head`: what is signed of it. */
export function findInLog(
  proof: Inclusion,
  head: string | null,
  credential: Record<string, unknown>,
  digest: string,
): Finding[] {
  const said = parseObject(head ?? '');
  const leaf = parseObject(proof.leaf);
  const unhex = (text: string) => Buffer.from(text, 'hex');
  const holds =
    typeof said !== 'string' &&
    typeof leaf !== 'string' &&
    said.root === proof.root &&
    said.size === proof.size &&
    leaf.credential === digest &&
    leaf.event === 'issued' &&
    inclusionHolds({
      leaf: leafHash(proof.leaf),
      index: proof.position,
      size: proof.size,
      path: proof.path.map(unhex),
      root: unhex(proof.root),
    });
  if (!holds) return [{ outcome: 'fails', code: 'log-lacks' }];
  const at = timeOf(leaf.at) ?? 0;
  const dated = timeOf(credential.validFrom);
  return [
    { outcome: 'holds', code: 'log-contains', at, about: String(proof.position) },
    ...(dated !== null && at - dated > dayLong
      ? [{ outcome: 'note', code: 'log-later', at: dated } as const]
      : []),
  ];
}
