// Credentials as compact JWTs (Open Badges 3.0 §8.2; VC Data Model 1.1 §6.3.1 and 2.0 with JOSE).
import { compactVerify, decodeProtectedHeader, errors, importJWK, type JWK } from 'jose';
import { credentialIn } from '../record-jwt.server';
import type { ProofOutcome } from './check-proof.server';
import { idOf, isObject, parseObject, textOf } from './parse-json';
import { KeyUnknown, type Resolver } from './resolve-key.server';

export const algorithms = ['RS256', 'EdDSA', 'ES256'];

export type Token = {
  alg: string;
  /** The key that the header names; null where it carries one, or none. */
  kid: string | null;
  embedded: JWK | null;
  payload: Record<string, unknown>;
  /** The credential, with what only the registered claims say put in its place. */
  credential: Record<string, unknown>;
  /** Whether the registered claims and the credential say the same. */
  agrees: boolean;
};

/** The token's parts, unchecked; null for what is no JWT with a credential. */
export function readToken(text: string): Token | 'too-deep' | null {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(text);
  } catch {
    return null;
  }
  const payload = parseObject(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (payload === 'too-deep') return payload;
  if (payload === 'unreadable') return null;
  const inner = isObject(payload.vc) ? payload.vc : credentialIn(payload);
  const time = (seconds: unknown) =>
    typeof seconds === 'number' && Math.abs(seconds) < 8e12
      ? new Date(seconds * 1000).toISOString()
      : undefined;
  const credential: Record<string, unknown> = {
    ...inner,
    ...(inner.issuer === undefined && textOf(payload.iss) ? { issuer: payload.iss } : {}),
    ...(inner.id === undefined && textOf(payload.jti) ? { id: payload.jti } : {}),
    ...(inner.validFrom === undefined && inner.issuanceDate === undefined && time(payload.nbf)
      ? { validFrom: time(payload.nbf) }
      : {}),
    ...(inner.validUntil === undefined && inner.expirationDate === undefined && time(payload.exp)
      ? { validUntil: time(payload.exp) }
      : {}),
  };
  const agrees =
    (payload.iss === undefined || payload.iss === idOf(credential.issuer)) &&
    (payload.jti === undefined || payload.jti === credential.id);
  return {
    alg: String(header.alg),
    kid: textOf(header.kid),
    embedded: isObject(header.jwk) ? (header.jwk as JWK) : null,
    payload,
    credential,
    agrees,
  };
}

/** Checks the token's signature by the key that its header names. */
export async function checkJwt(text: string, token: Token, resolver: Resolver): Promise<ProofOutcome> {
  const { alg, kid, embedded } = token;
  if (!algorithms.includes(alg)) return { state: 'unsupported', about: `JWT ${alg}`.slice(0, 60) };
  if (!token.agrees) return { state: 'fails' };
  const issuer = idOf(token.credential.issuer) ?? '';
  try {
    if (kid === null || !/^(did:|https?:)/.test(kid)) {
      // Without an address to the key there is only the key inside, or the issuer's only one.
      if (embedded) {
        await verify(text, embedded, alg);
        return { state: 'holds', suite: `JWT ${alg}`, method: '', controller: '', strange: null };
      }
      const { methods, assertionMethod } = await resolver.controller(issuer);
      const method = methods.find(
        ({ id }) => assertionMethod.includes(id) && (kid === null || id === kid || id.endsWith(`#${kid}`)),
      );
      if (!method || method.revoked) return { state: 'key-unknown', about: kid ?? issuer };
      await verify(text, method.jwk, alg);
      return { state: 'holds', suite: `JWT ${alg}`, method: method.id, controller: issuer, strange: null };
    }
    const method = await resolver.method(kid);
    if (method.revoked) return { state: 'fails' };
    await verify(text, method.jwk, alg);
    let { controller } = method;
    if (kid.startsWith('did:')) {
      controller = kid.split('#')[0] ?? '';
      const { assertionMethod } = await resolver.controller(controller);
      if (!assertionMethod.includes(kid)) return { state: 'fails' };
    } else if (hostOf(kid) !== null && hostOf(kid) === hostOf(issuer)) {
      // A key by plain HTTPS belongs to whom the host belongs to.
      controller = issuer;
    }
    return { state: 'holds', suite: `JWT ${alg}`, method: kid, controller, strange: null };
  } catch (error) {
    if (error instanceof KeyUnknown) return { state: 'key-unknown', about: error.about };
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException)
      return { state: 'fails' };
    throw error;
  }
}

async function verify(text: string, jwk: JWK, alg: string): Promise<void> {
  await compactVerify(text, await importJWK(jwk, alg), { algorithms });
}

/** The host that an address or a did:web stands for. */
export function hostOf(id: string): string | null {
  if (id.startsWith('did:web:'))
    return decodeURIComponent(id.slice('did:web:'.length).split(/[:#]/)[0] ?? '');
  return URL.canParse(id) && id.startsWith('https:') ? new URL(id).host : null;
}
