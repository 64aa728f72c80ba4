import { LRUCache } from 'lru-cache';
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import type { Credential } from './credential';
import { type RecordFile, recordJson } from './find-record.server';
import type { IssuerKeys } from './issuer';

// Signing with RSA takes a while, and the same credential always gives the same token.
const signed = new WeakMap<IssuerKeys, LRUCache<string, string>>();

/**
 * The record's credential as a VC-JWT (Open Badges 3.0 §8.2 JSON Web Token Proof Format): RS256, the credential itself as the payload
 * with the registered claims beside it, without the embedded proof. Its digest is that of the JSON form. How the record stands is told
 * as by `recordJson`. Throws `not-found`.
 */
export async function recordJwt(
  db: Db,
  keys: IssuerKeys,
  actor: Actor,
  input: { id: string; at: number },
): Promise<RecordFile & { jwt: string }> {
  const { json, ...rest } = await recordJson(db, keys, actor, input);
  let cache = signed.get(keys);
  if (!cache) {
    cache = new LRUCache({ max: 500 });
    signed.set(keys, cache);
  }
  const jwt = cache.get(json) ?? (await keys.signJwt(claimsOf(JSON.parse(json))));
  cache.set(json, jwt);
  return { jwt, ...rest };
}

/** The payload (Open Badges 3.0 §8.2.4.1 JWT Payload Format). Records of earlier versions have no subject `id`, and so no `sub`. */
function claimsOf({ proof: _proof, ...credential }: Credential): Record<string, unknown> {
  const { id: subject } = credential.credentialSubject;
  return {
    ...credential,
    iss: credential.issuer.id,
    jti: credential.id,
    nbf: Date.parse(credential.validFrom) / 1000,
    ...(credential.validUntil === undefined ? {} : { exp: Date.parse(credential.validUntil) / 1000 }),
    ...(subject === undefined ? {} : { sub: subject }),
  };
}

/** The credential that a VC-JWT's payload is, without the registered claims: what `credentialDigest` is taken of. */
export function credentialIn(payload: Record<string, unknown>): Record<string, unknown> {
  const { iss: _iss, jti: _jti, nbf: _nbf, exp: _exp, sub: _sub, iat: _iat, ...credential } = payload;
  return credential;
}
