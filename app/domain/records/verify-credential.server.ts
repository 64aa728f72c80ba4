import { LRUCache } from 'lru-cache';
import { type Credential, credentialDigest, credentialShape, keyOf } from './credential';
import type { IssuerKeys } from './issuer';
import type { Unverified } from './schema';

export type Verification =
  /** `expired`: it was valid and is no more. `key`: the name of the key that signed it. `digest`: see `credentialDigest`. */
  | {
      verified: true;
      credential: Credential;
      expired: boolean;
      key: string;
      digest: string;
      checkedAt: number;
    }
  | { verified: false; reason: Unverified; checkedAt: number };

type Verified = { credential: Credential; key: string; digest: string; checkedAt: number };

// A proof that held for these very bytes holds for ever, so a page seen often is checked once.
const checked = new WeakMap<IssuerKeys, LRUCache<string, Verified>>();

/**
 * Checks a credential, given as JSON, against our keys: that it is one of ours in form, that the signature is right and
 * covers everything in it (unknown properties are refused), and that the issuer it names holds the key. Whether it is revoked is not
 * in the credential; see `findRecord`. What a compromised key signed holds only if `loggedAt` says that the log took it in before
 * (epoch milliseconds). `at`: epoch milliseconds; `checkedAt` says when these bytes were in fact checked.
 */
export async function verifyCredential(
  keys: IssuerKeys,
  json: string,
  { at, loggedAt = () => null }: { at: number; loggedAt?: (digest: string) => number | null },
): Promise<Verification> {
  const found = await check(keys, json, at);
  if ('reason' in found) return { verified: false, ...found };
  const { credential } = found;
  const compromised = keys.ring.find(({ id }) => id === found.key)?.compromised ?? null;
  if (compromised !== null) {
    const logged = loggedAt(found.digest);
    if (logged === null || logged >= compromised) {
      return { verified: false, reason: 'key', checkedAt: found.checkedAt };
    }
  }
  const expired = credential.validUntil !== undefined && at > Date.parse(credential.validUntil);
  return { verified: true, ...found, expired };
}

async function check(
  keys: IssuerKeys,
  json: string,
  at: number,
): Promise<Verified | { reason: Unverified; checkedAt: number }> {
  let cache = checked.get(keys);
  if (!cache) {
    cache = new LRUCache({ max: 2_000 });
    checked.set(keys, cache);
  }
  const kept = cache.get(json);
  if (kept) return kept;
  const document = parse(json);
  const shaped = credentialShape.safeParse(document);
  if (!shaped.success) return { reason: 'unreadable', checkedAt: at };
  const credential = shaped.data;
  const { proofHolds } = await import('./proof.server');
  // The whole document is checked, not what the shape kept of it. That it has expired does not make it less genuine, and what was
  // compromised is looked at by the caller.
  const until = Date.parse(credential.validUntil ?? '9999-12-31T00:00:00Z');
  const ring = keys.ring.map((key) => ({ ...key, compromised: null }));
  if (!(await proofHolds(ring, document as object, new Date(Math.min(at, until))))) {
    return { reason: 'signature', checkedAt: at };
  }
  const result = {
    credential,
    key: keyOf(credential),
    digest: credentialDigest(document as object),
    checkedAt: at,
  };
  cache.set(json, result);
  return result;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
