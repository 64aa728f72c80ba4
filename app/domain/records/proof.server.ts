// The libraries that sign and check. Loaded only when there is something to do, since that takes a sixth of a second.
// Nothing here ever asks the network: what a document names is one of ours or is refused.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { knownContext } from './contexts.server';
import { didDocument, type IssuerKeys, keyDocument, type PublicKey } from './issuer';

/**
 * Finds the contexts and the keys of `ring`. A key is found under any did:web: a record that was issued at a former address of
 * this server names that address, and is still signed with one of these keys.
 */
const loaderFor = (ring: readonly PublicKey[]) => {
  return async (url: string) => {
    const found = { contextUrl: null, documentUrl: url };
    const context = knownContext(url);
    // `static` lets the JSON-LD processor keep what it made of a context.
    if (context) return { ...found, document: context, tag: 'static' as const };
    const [issuer = '', key] = url.split('#');
    if (/^did:web:[^#/?]+$/.test(issuer)) {
      const document = key === undefined ? didDocument({ issuer, ring }) : keyDocument({ issuer, ring }, key);
      if (document) return { ...found, document };
    }
    throw new Error(`${url} is not known here, and nothing is fetched.`);
  };
};

/**
 * The credential with a Data Integrity proof of the suite `eddsa-rdfc-2022` (Data Integrity EdDSA Cryptosuites §3.2), dated
 * `created`. Ed25519 has no randomness: the same input gives the same signature. `proof` is a list of one, as Open Badges 3.0
 * (Serialization) wants of a property that may have several values.
 */
export async function addProof(keys: IssuerKeys, credential: object, created: string): Promise<object> {
  const signer = {
    id: keys.verificationMethod,
    algorithm: 'Ed25519',
    sign: ({ data }: { data: Uint8Array }) => keys.sign(data),
  };
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: created });
  const { proof, ...signed } = await vc.issue({
    credential,
    suite,
    documentLoader: loaderFor(keys.ring),
    now: created,
  });
  return { ...signed, proof: [proof] };
}

/**
 * Whether the credential's proof holds for a key of the ring and its issuer at `now` (VC Data Model 2.0 §7.1 Verification). A key that
 * was compromised vouches for nothing, unless the ring says that it was not.
 */
export async function proofHolds(
  ring: readonly PublicKey[],
  credential: object,
  now: Date,
): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite });
  const result = await vc.verifyCredential({
    credential,
    suite,
    documentLoader: loaderFor(ring),
    now,
    // What the lists say is read from our own rows, by those who ask for a record's standing.
    checkStatus: async () => ({ verified: true }),
  });
  return result.verified;
}
