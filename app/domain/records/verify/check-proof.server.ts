// Data Integrity proofs of JSON credentials, ours and others'. Loaded only when there is one to check.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as rdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsigs from 'jsonld-signatures';
import { knownContext } from '../contexts.server';
import type { Fetcher } from './fetch-public.server';
import { isObject, listOf, parseObject, textOf } from './parse-json';
import { type Controller, KeyUnknown, type Method, multikeyOf, type Resolver } from './resolve-key.server';

export type ProofOutcome =
  /** `suite`: what it was signed by. `controller`: who the key belongs to. `strange`: a context that only its author knows. */
  | { state: 'holds'; suite: string; method: string; controller: string; strange: string | null }
  | { state: 'fails' | 'missing' }
  | { state: 'unsupported' | 'key-unknown' | 'context-unknown'; about: string };

const suites = {
  'eddsa-rdfc-2022': () => new DataIntegrityProof({ cryptosuite: rdfc }),
  'eddsa-jcs-2022': () => new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
  Ed25519Signature2020: () => new Ed25519Signature2020(),
};
type Suite = keyof typeof suites;

/** Proofs of one document. */
const most = 5;

/** The proofs of a document: their suites and the keys they name. */
export function proofsOf(document: Record<string, unknown>): { suite: string; method: string | null }[] {
  return listOf(document.proof)
    .filter(isObject)
    .map((proof) => ({
      suite: textOf(proof.cryptosuite) ?? textOf(proof.type) ?? '?',
      method:
        textOf(proof.verificationMethod) ??
        (isObject(proof.verificationMethod) ? textOf(proof.verificationMethod.id) : null),
    }));
}

class ContextUnknown extends Error {
  constructor(readonly about: string) {
    super(`the context ${about} is not known`);
  }
}

/**
 * Checks every proof of the document (VC Data Integrity §4.6 Verify Proof Sets and Chains: a set), each for the purpose of asserting and
 * by a key that its controller says may assert. Contexts that are not kept here are asked for where `web` may.
 */
export async function checkProof(
  document: Record<string, unknown>,
  resolver: Resolver,
  web: Fetcher | null,
): Promise<ProofOutcome> {
  const proofs = proofsOf(document);
  const [first] = proofs;
  if (!first) return { state: 'missing' };
  const unknown = proofs.find(({ suite }) => !(suite in suites));
  if (unknown) return { state: 'unsupported', about: unknown.suite };
  if (proofs.length > most) return { state: 'fails' };
  // The library gives errors as texts, so what stood in the way is noted here.
  let obstacle: KeyUnknown | ContextUnknown | undefined;
  const documentLoader = async (url: string) => {
    try {
      return { contextUrl: null, documentUrl: url, ...(await load(url, resolver, web)) };
    } catch (error) {
      if (error instanceof KeyUnknown || error instanceof ContextUnknown) obstacle ??= error;
      throw error;
    }
  };
  const result = await jsigs.verify(document, {
    suite: [...new Set(proofs.map(({ suite }) => suite as Suite))].map((suite) => suites[suite]()),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader,
  });
  const results = result.results ?? [];
  if (result.verified && results.length === proofs.length && results.every(({ verified }) => verified)) {
    const controller = results[0]?.purposeResult?.controller?.id ?? '';
    const same = results.every((each) => each.purposeResult?.controller?.id === controller);
    if (!same) return { state: 'fails' };
    const strange = first.suite === 'eddsa-jcs-2022' ? null : strangeContext(document);
    return { state: 'holds', suite: first.suite, method: first.method ?? '', controller, strange };
  }
  if (obstacle instanceof KeyUnknown) return { state: 'key-unknown', about: obstacle.about };
  if (obstacle) return { state: 'context-unknown', about: obstacle.about };
  return { state: 'fails' };
}

/**
 * The first context that is not one of those kept here. What a document signs in this way is the meaning of its words; a context of
 * its author's own can make words mean what no reader takes them for.
 */
function strangeContext(document: Record<string, unknown>): string | null {
  const nested = (value: unknown, depth: number): string | null => {
    if (Array.isArray(value)) {
      for (const each of value) {
        const found = nested(each, depth);
        if (found !== null) return found;
      }
      return null;
    }
    if (!isObject(value)) return null;
    for (const [name, inner] of Object.entries(value)) {
      if (name === '@context') {
        const odd = listOf(inner).find((each) => typeof each !== 'string' || !knownContext(each));
        if (odd !== undefined) return typeof odd === 'string' ? odd : '{…}';
      } else {
        const found = nested(inner, depth + 1);
        if (found !== null) return found;
      }
    }
    return null;
  };
  return nested(document, 0);
}

async function load(
  url: string,
  resolver: Resolver,
  web: Fetcher | null,
): Promise<{ document: object; tag?: 'static' }> {
  const context = knownContext(url);
  if (context) return { document: context, tag: 'static' };
  if (url.startsWith('did:')) {
    return {
      document: url.includes('#')
        ? multikey(await resolver.method(url))
        : did(await resolver.controller(url)),
    };
  }
  if (!web) throw new ContextUnknown(url);
  const text = await web.text(url, 'application/ld+json, application/json').catch(() => {
    throw new ContextUnknown(url);
  });
  const document = parseObject(text);
  if (typeof document === 'string') throw new ContextUnknown(url);
  // A key that is to be had by plain HTTPS.
  if (document['@context'] === undefined || document.controller !== undefined) {
    const method = await resolver.method(url);
    return { document: multikey(method) };
  }
  return {
    document: document.assertionMethod === undefined ? document : did(await resolver.controller(url)),
  };
}

function multikey({ id, controller, jwk, revoked }: Method): object {
  if (revoked) throw new Error('the key was revoked');
  const publicKeyMultibase = multikeyOf(jwk);
  if (publicKeyMultibase === null) throw new KeyUnknown(id);
  return {
    '@context': 'https://w3id.org/security/multikey/v1',
    id,
    type: 'Multikey',
    controller,
    publicKeyMultibase,
  };
}

const did = ({ id, assertionMethod }: Controller): object => ({
  '@context': ['https://www.w3.org/ns/did/v1'],
  id,
  assertionMethod,
});
