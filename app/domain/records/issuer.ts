// The issuer as others see it: its DID, its keys, its profile. Pure documents, made from the origin and the public keys.
import type { PublicKey } from './schema';

export type { PublicKey, RsaJwk } from './schema';

export type IssuerKeys = {
  /** Scheme, host and port that addresses in records start with. */
  origin: string;
  /** The issuer's name for people. */
  name: string;
  /** The issuer's DID, `did:web:<host>`. */
  issuer: string;
  /** The DID URL of the key in use, `<issuer>#<publicKeyMultibase>`. */
  verificationMethod: string;
  /** The public key in use as a Multikey (Controlled Identifiers §2.2.2), `z6Mk…`. */
  publicKeyMultibase: string;
  /** Since when that key signs (epoch milliseconds); null: from the beginning. */
  from: number | null;
  /** Every key that ever signed, the ones in use included, oldest first. */
  ring: readonly PublicKey[];
  /** Signs bytes with Ed25519. The secret key itself is not to be had. */
  sign(data: Uint8Array): Promise<Uint8Array>;
  /** Signs claims as a JWT (RS256, RFC 7515 Compact Serialization); the header's `kid` is the key's address. */
  signJwt(claims: Record<string, unknown>): Promise<string>;
};

type Identity = Pick<IssuerKeys, 'issuer' | 'ring'>;

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
export const badgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** Defines 1EdTech's own types of schema and status. */
export const extensionsContext = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
const multikeyContext = 'https://w3id.org/security/multikey/v1';
const jwkContext = 'https://w3id.org/security/jwk/v1';

/** The did:web of an origin: the host, with a port's colon percent-encoded (did:web Method Specification, Method-specific identifier). */
export const didOf = (origin: string): string => `did:web:${new URL(origin).host.replace(':', '%3A')}`;

/** Where a key is to be had alone. For an RSA key, what is there is the JWK that a VC-JWT's `kid` leads to. */
export const keyUrl = (origin: string, id: string): string => `${origin}/issuer/keys/${id}`;

/** A key under the DID of `issuer`, as a verification method (Controlled Identifiers §2.2). */
const methodOf = (issuer: string, key: PublicKey) => ({
  id: `${issuer}#${key.id}`,
  ...(key.kind === 'Ed25519'
    ? { type: 'Multikey', controller: issuer, publicKeyMultibase: key.id }
    : { type: 'JsonWebKey', controller: issuer, publicKeyJwk: { ...key.jwk, alg: 'RS256', use: 'sig' } }),
  ...(key.compromised === null ? {} : { revoked: new Date(key.compromised).toISOString() }),
});

/**
 * The document that `/.well-known/did.json` serves (DID Core §5; did:web Method Specification, Read): every key. Those that
 * were rotated out still vouch for what they signed; one that was compromised is named as `revoked` and vouches for nothing.
 */
export const didDocument = ({ issuer, ring }: Identity) => ({
  '@context': ['https://www.w3.org/ns/did/v1', multikeyContext, jwkContext],
  id: issuer,
  verificationMethod: ring.map((key) => methodOf(issuer, key)),
  assertionMethod: ring.filter((key) => key.compromised === null).map((key) => `${issuer}#${key.id}`),
});

/** A key alone, for those who fetch it by plain HTTPS; undefined where the issuer never had it. An Ed25519 key keeps its DID URL, which is what a record's proof names. */
export function keyDocument({ issuer, ring }: Identity, id: string) {
  const key = ring.find((one) => one.id === id);
  if (!key) return undefined;
  if (key.kind === 'RSA') return { ...key.jwk, kid: key.id, alg: 'RS256', use: 'sig' };
  return { '@context': multikeyContext, ...methodOf(issuer, key) };
}

/** The issuer inside a credential (Open Badges 3.0, Data Models, Profile). */
export const profileOf = ({ origin, issuer, name }: Pick<IssuerKeys, 'origin' | 'issuer' | 'name'>) => ({
  id: issuer,
  type: ['Profile'],
  name,
  url: `${origin}/issuer`,
});

/** The issuer on its own, as `/issuer.json` serves it. */
export const profileDocument = (keys: Pick<IssuerKeys, 'origin' | 'issuer' | 'name'>) => ({
  '@context': [credentialsContext, badgesContext],
  ...profileOf(keys),
});
