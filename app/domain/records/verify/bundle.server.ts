// What is needed to verify this issuer's records without asking it: keys, profile, lists, log, as of a time, and signed.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { asc } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '~db/open.server';
import { logEntries, statusLists } from '~db/schema';
import { didDocument, type IssuerKeys, type PublicKey, profileDocument } from '../issuer';
import { inclusionSpans, subtreesIn } from '../log/proofs';
import { logHead, signedText, signText } from '../log/sign-head.server';
import { leafHash, nodeHash, rootOver } from '../log/tree';
import { purposes, revocationListUrl, statusListUrl } from '../status/addresses';
import { revocationList, statusList } from '../status/status-lists.server';
import { checkSignature, credentialOf } from './check-credential.server';
import { checkStatus } from './check-status.server';
import { findInLog, type Home } from './home.server';
import { idOf, listOf, parseObject, textOf } from './parse-json';
import type { Finding } from './schema';

/** Leaves that go with a bundle: all of them or, of a longer log, none. Some four megabytes. */
const mostLeaves = 20_000;

const keyShape = z.object({
  id: z.string(),
  from: z.number().nullable(),
  until: z.number().nullable(),
  compromised: z.number().nullable(),
});

const shape = z.object({
  format: z.literal(1),
  /** ISO 8601: as of when all of it holds. */
  at: z.iso.datetime(),
  did: z.looseObject({ id: z.string() }),
  profile: z.looseObject({ id: z.string(), name: z.string() }),
  /** Every key that ever signed, with from when until when. */
  keys: z.array(
    z.union([
      keyShape.extend({ kind: z.literal('Ed25519') }),
      keyShape.extend({
        kind: z.literal('RSA'),
        jwk: z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }),
      }),
    ]),
  ),
  /** By address, to the byte as they are served. */
  lists: z.record(z.string(), z.string()),
  log: z.object({
    /** Compact JWS. */
    head: z.string(),
    /** The log's leaves in order; null where there are too many. */
    leaves: z.array(z.string()).nullable(),
  }),
  /** Compact JWS over `{ digest, issuer }`: SHA-256 (hex) of the rest in RFC 8785 form. */
  signature: z.string(),
});
export type Bundle = z.infer<typeof shape>;

/** The bundle as of `at` (epoch milliseconds), JSON. Throws `log-broken`. */
export async function makeBundle(db: Db, keys: IssuerKeys, at: number): Promise<string> {
  const lists: Record<string, string> = {
    [revocationListUrl(keys.origin)]: await revocationList(db, keys, at),
  };
  for (const { number } of db.select({ number: statusLists.number }).from(statusLists).all()) {
    for (const purpose of purposes) {
      const json = await statusList(db, keys, { purpose, list: number, at });
      if (json !== null) lists[statusListUrl(keys.origin, purpose, number)] = json;
    }
  }
  const head = await logHead(db, keys, { at });
  const leaves =
    head.size > mostLeaves
      ? null
      : db
          .select({ leaf: logEntries.leaf })
          .from(logEntries)
          .orderBy(asc(logEntries.position))
          .limit(head.size)
          .all()
          .map(({ leaf }) => leaf);
  const unsigned = {
    format: 1 as const,
    at: new Date(at).toISOString(),
    did: didDocument(keys),
    profile: profileDocument(keys),
    keys: [...keys.ring],
    lists,
    log: { head: head.jws, leaves },
  };
  const signature = await signText(keys, statement(unsigned, keys.issuer));
  return JSON.stringify({ ...unsigned, signature });
}

const statement = (unsigned: object, issuer: string): string =>
  canonicalize({
    digest: createHash('sha256')
      .update(canonicalize(unsigned) ?? '')
      .digest('hex'),
    issuer,
  }) ?? '';

/** The bundle in the text, whole and signed by a key that it names itself; null for anything else. Whose it is, is for the reader to know. */
export async function readBundle(text: string): Promise<Bundle | null> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = shape.safeParse(document);
  if (!parsed.success) return null;
  const { signature, ...unsigned } = document as Bundle;
  const signed = await signedText(parsed.data.keys, signature);
  return signed !== null && signed === statement(unsigned, parsed.data.did.id) ? parsed.data : null;
}

/** What is known of an issuer from a bundle alone. */
export function homeOfBundle(bundle: Bundle): Home {
  const ring: readonly PublicKey[] = bundle.keys;
  const at = Date.parse(bundle.at);
  const { leaves } = bundle.log;
  const issuedAs = (digest: string) =>
    leaves?.findIndex((leaf) => {
      const entry = parseObject(leaf);
      return typeof entry !== 'string' && entry.credential === digest && entry.event === 'issued';
    }) ?? -1;
  const home: Home = {
    issuer: bundle.did.id,
    name: bundle.profile.name,
    ring,
    loggedAt: (digest) => {
      const entry = parseObject(leaves?.[issuedAs(digest)] ?? '');
      return typeof entry === 'string' ? null : Date.parse(textOf(entry.at) ?? '');
    },
    async examine(credential, { digest }) {
      return {
        page: null,
        findings: [
          ...(await status(credential)),
          ...manifest(credential),
          ...(await logged(bundle, issuedAs(digest), credential, digest)),
        ],
      };
    },
  };
  const status = (credential: Record<string, unknown>): Promise<Finding[]> =>
    checkStatus(
      credential,
      {
        text: async (address) => {
          const text = bundle.lists[address];
          return text === undefined ? null : { text, at };
        },
        signed: async (text, issuer) => {
          const document = parseObject(text);
          if (typeof document === 'string') return null;
          const form = { document };
          const list = credentialOf(form);
          if (list === null || list === 'too-deep' || idOf(list.issuer) !== issuer) return null;
          return (await checkSignature(form, list, home, null)).proof.state === 'holds';
        },
      },
      { asked: true, at },
    );
  return home;
}

/** A bundle has no editions; that one is not looked at speaks neither for nor against a record. */
const manifest = (credential: Record<string, unknown>): Finding[] =>
  listOf(credential.relatedResource).length === 0 ? [] : [{ outcome: 'note', code: 'edition-not-at-hand' }];

async function logged(
  { keys, log: { head, leaves } }: Bundle,
  position: number,
  credential: Record<string, unknown>,
  digest: string,
): Promise<Finding[]> {
  if (leaves === null) return [{ outcome: 'open', code: 'log-not-at-hand' }];
  const leaf = leaves[position];
  if (leaf === undefined) return [{ outcome: 'fails', code: 'log-lacks' }];
  const tree = treeOf(leaves);
  const hashOver = (span: { from: number; to: number }) =>
    rootOver(subtreesIn(span).map(({ level, position }) => tree[level]?.[position] ?? Buffer.alloc(0)));
  const proof = {
    position,
    size: leaves.length,
    leaf,
    leafHash: leafHash(leaf).toString('hex'),
    path: inclusionSpans(position, leaves.length).map((span) => hashOver(span).toString('hex')),
    root: hashOver({ from: 0, to: leaves.length }).toString('hex'),
  };
  return findInLog(proof, await signedText(keys, head), credential, digest);
}

/** The hashes of all complete subtrees, by level and position. */
function treeOf(leaves: readonly string[]): Buffer[][] {
  const levels: Buffer[][] = [leaves.map((leaf) => leafHash(leaf))];
  for (let below = levels[0] ?? []; below.length > 1; ) {
    const level: Buffer[] = [];
    for (let at = 0; at + 1 < below.length; at += 2)
      level.push(nodeHash(below[at] ?? Buffer.alloc(0), below[at + 1] ?? Buffer.alloc(0)));
    levels.push(level);
    below = level;
  }
  return levels;
}

/** The home of someone who has neither a bundle nor a database. */
export const nobody: Home = {
  issuer: '',
  name: '',
  ring: [],
  loggedAt: () => null,
  examine: async () => ({ findings: [], page: null }),
};
