import { LRUCache } from 'lru-cache';
import { type Credential, credentialShape } from './credential';
import type { IssuerKeys } from './issuer';

export type Verification =
  | { verified: true; credential: Credential; checkedAt: number }
  /** `unreadable`: not a credential as we issue them. `signature`: altered since, or signed by someone else. */
  | { verified: false; reason: 'unreadable' | 'signature'; checkedAt: number };

type Verified = Extract<Verification, { verified: true }>;

// A proof that held for these very bytes holds for ever, so a page seen often is checked once.
const checked = new WeakMap<IssuerKeys, LRUCache<string, Verified>>();

/**
 * Checks a credential, given as JSON, against our key: that it is one of ours in form, that the signature is right and
 * covers everything in it (unknown properties are refused), and that the issuer it names holds the key. Revocation is not
 * in the credential; see `findRecord`. `at`: epoch milliseconds; `checkedAt` says when these bytes were in fact checked.
 */
export async function verifyCredential(
  keys: IssuerKeys,
  json: string,
  { at }: { at: number },
): Promise<Verification> {
  let cache = checked.get(keys);
  if (!cache) {
    cache = new LRUCache({ max: 2_000 });
    checked.set(keys, cache);
  }
  const kept = cache.get(json);
  if (kept) return kept;
  const document = parse(json);
  const shaped = credentialShape.safeParse(document);
  if (!shaped.success) return { verified: false, reason: 'unreadable', checkedAt: at };
  const { proofHolds } = await import('./proof.server');
  // The whole document is checked, not what the shape kept of it.
  if (!(await proofHolds(keys, document as object, new Date(at)))) {
    return { verified: false, reason: 'signature', checkedAt: at };
  }
  const result: Verified = { verified: true, credential: shaped.data, checkedAt: at };
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
