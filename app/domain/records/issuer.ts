// The issuer as others see it: its DID, its key, its profile. Pure documents, made from the origin and the public key.

export type IssuerKeys = {
  /** Scheme, host and port that addresses in records start with. */
  origin: string;
  /** The issuer's name for people. */
  name: string;
  /** The issuer's DID, `did:web:<host>`. */
  issuer: string;
  /** The DID URL of the key, `<issuer>#<publicKeyMultibase>`. */
  verificationMethod: string;
  /** The public key as a Multikey (Controlled Identifiers §2.2.2), `z6Mk…`. */
  publicKeyMultibase: string;
  /** Signs bytes with Ed25519. The secret key itself is not to be had. */
  sign(data: Uint8Array): Promise<Uint8Array>;
};

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
export const badgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const multikeyContext = 'https://w3id.org/security/multikey/v1';

/** The did:web of an origin: the host, with a port's colon percent-encoded (did:web Method Specification, Method-specific identifier). */
export const didOf = (origin: string): string => `did:web:${new URL(origin).host.replace(':', '%3A')}`;

/** The key under the DID of `issuer`, as a verification method (Controlled Identifiers §2.2). */
const methodOf = (issuer: string, key: string) => ({
  id: `${issuer}#${key}`,
  type: 'Multikey',
  controller: issuer,
  publicKeyMultibase: key,
});

/** The document that `/.well-known/did.json` serves (DID Core §5; did:web Method Specification, Read). */
export const didDocument = ({
  issuer,
  publicKeyMultibase: key,
}: Pick<IssuerKeys, 'issuer' | 'publicKeyMultibase'>) => ({
  '@context': ['https://www.w3.org/ns/did/v1', multikeyContext],
  id: issuer,
  verificationMethod: [methodOf(issuer, key)],
  assertionMethod: [`${issuer}#${key}`],
});

/** The key alone, for those who fetch it by plain HTTPS. It keeps its DID URL, which is what a record's proof names. */
export const keyDocument = ({
  issuer,
  publicKeyMultibase: key,
}: Pick<IssuerKeys, 'issuer' | 'publicKeyMultibase'>) => ({
  '@context': multikeyContext,
  ...methodOf(issuer, key),
});

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
