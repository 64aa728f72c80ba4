// Whose key a proof names: from the name itself (did:key, did:jwk), from the keys known beforehand, or from the issuer's own server.
import { ECDH } from 'node:crypto';
import { decode, encode } from 'base58-universal';
import type { JWK } from 'jose';
import type { PublicKey } from '../issuer';
import { ed25519Jwk } from '../keys/multikey';
import type { Fetcher } from './fetch-public.server';
import { idOf, isObject, listOf, parseObject, textOf } from './parse-json';

/** Why a key is not known: nobody was asked, or asking did not lead to it. */
export class KeyUnknown extends Error {
  override name = 'KeyUnknown';
  constructor(readonly about: string) {
    super(`the key ${about} is not known`);
  }
}

export type Method = { id: string; controller: string; jwk: JWK; revoked: boolean };
export type Controller = { id: string; assertionMethod: string[]; methods: Method[] };

export type Resolver = {
  /** Who a DID or address names. Throws KeyUnknown. */
  controller(id: string): Promise<Controller>;
  /** The key that a DID URL or address names. Throws KeyUnknown. */
  method(id: string): Promise<Method>;
};

/** Whether the key of that name, such as `did:web:…#z6Mk…` or `https://…/issuer/keys/…`, is one of the ring. */
export function ringKey(ring: readonly PublicKey[], method: string): PublicKey | undefined {
  const name = method.startsWith('did:web:') ? method.split('#')[1] : method.split('/').at(-1);
  return ring.find(({ id }) => id === name);
}

/** Knows the keys of `ring` under any did:web: a record issued at a former address of this site names that address. */
export function ringResolver(ring: readonly PublicKey[]): Resolver {
  const methodOf = (id: string): Method => {
    const key = ringKey(ring, id);
    if (!key) throw new KeyUnknown(id);
    const controller = id.split('#')[0] ?? '';
    return { id, controller, jwk: key.kind === 'RSA' ? key.jwk : ed25519Jwk(key.id), revoked: false };
  };
  return {
    method: async (id) => methodOf(id),
    controller: async (id) => {
      const methods = ring.map((key) => methodOf(`${id}#${key.id}`));
      return { id, methods, assertionMethod: methods.map((method) => method.id) };
    },
  };
}

/** Works keys out of did:key and did:jwk, and asks for did:web and https addresses where `web` may. */
export function webResolver(web: Fetcher | null): Resolver {
  const fetched = async (id: string, address: string): Promise<Record<string, unknown>> => {
    if (!web) throw new KeyUnknown(id);
    const text = await web.text(address, 'application/did+json, application/json, */*;q=0.5').catch(() => {
      throw new KeyUnknown(id);
    });
    const document = parseObject(text);
    if (typeof document === 'string') throw new KeyUnknown(id);
    return document;
  };
  async function controller(id: string): Promise<Controller> {
    if (id.startsWith('did:key:')) return alone(id, `${id}#${id.slice('did:key:'.length)}`, multibaseJwk(id));
    if (id.startsWith('did:jwk:')) return alone(id, `${id}#0`, jwkIn(id));
    const address = id.startsWith('did:web:') ? didWebAddress(id) : id.startsWith('https://') ? id : null;
    if (address === null) throw new KeyUnknown(id);
    const document = await fetched(id, address);
    // A document says who it is of; one of somebody else does not count here.
    if (document.id !== id) throw new KeyUnknown(id);
    return readController(id, document);
  }
  return {
    controller,
    async method(id) {
      const [of = '', fragment] = id.split('#');
      if (fragment === undefined && of.startsWith('https://')) {
        const method = readMethod(of, of, await fetched(id, of));
        if (!method) throw new KeyUnknown(id);
        return method;
      }
      const { methods } = await controller(of);
      const method = methods.find((each) => each.id === id);
      if (!method) throw new KeyUnknown(id);
      return method;
    },
  };
}

const alone = (id: string, method: string, jwk: JWK): Controller => ({
  id,
  assertionMethod: [method],
  methods: [{ id: method, controller: id, jwk, revoked: false }],
});

/** Where a did:web's document is (did:web Method Specification, Read). */
export function didWebAddress(did: string): string {
  const [host = '', ...path] = did.slice('did:web:'.length).split(':').map(decodePart);
  return path.length === 0
    ? `https://${host}/.well-known/did.json`
    : `https://${host}/${path.map(encodeURIComponent).join('/')}/did.json`;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new KeyUnknown(part);
  }
}

function readController(id: string, document: Record<string, unknown>): Controller {
  const absolute = (name: string) => (name.startsWith('#') ? id + name : name);
  const methods = [...listOf(document.verificationMethod), ...listOf(document.assertionMethod)]
    .filter(isObject)
    .slice(0, 100)
    .flatMap((each) => readMethod(absolute(textOf(each.id) ?? ''), id, each) ?? []);
  const assertionMethod = listOf(document.assertionMethod).flatMap((each) => {
    const name = idOf(each);
    return name === null ? [] : [absolute(name)];
  });
  return { id, methods, assertionMethod };
}

function readMethod(id: string, fallback: string, document: Record<string, unknown>): Method | null {
  const controller = idOf(document.controller) ?? fallback;
  const revoked = document.revoked !== undefined;
  try {
    // A bare JWK, as a VC-JWT's `kid` leads to; or one inside a verification method; or a Multikey.
    const jwk = textOf(document.kty)
      ? document
      : isObject(document.publicKeyJwk)
        ? document.publicKeyJwk
        : textOf(document.publicKeyMultibase)
          ? multibaseJwk(String(document.publicKeyMultibase))
          : textOf(document.publicKeyBase58)
            ? base58Jwk(String(document.publicKeyBase58))
            : null;
    return jwk === null ? null : { id, controller, jwk: publicHalf(jwk as JWK), revoked };
  } catch {
    return null;
  }
}

/** What is needed of a JWK, and no secret that somebody published with it. */
const publicHalf = ({ kty = '', crv, x, y, n, e }: JWK): JWK =>
  Object.fromEntries(
    Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => typeof value === 'string'),
  ) as JWK;

/** The key of a did:key or a Multikey: Ed25519 or P-256. Throws KeyUnknown. */
function multibaseJwk(name: string): JWK {
  const multibase = name.replace(/^did:key:/, '').split('#')[0] ?? '';
  if (multibase.length > 200) throw new KeyUnknown(name.slice(0, 100));
  try {
    const bytes = decode(multibase.slice(1));
    // Multicodec `p256-pub`, 0x1200, as a varint; the point is compressed.
    if (multibase.startsWith('z') && bytes[0] === 0x80 && bytes[1] === 0x24) {
      const point = ECDH.convertKey(bytes.slice(2), 'prime256v1', undefined, undefined, 'uncompressed');
      const part = (from: number) => (point as Buffer).subarray(from, from + 32).toString('base64url');
      return { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) };
    }
    return ed25519Jwk(multibase);
  } catch {
    throw new KeyUnknown(name);
  }
}

function base58Jwk(text: string): JWK {
  const bytes = decode(text.slice(0, 100));
  if (bytes.length !== 32) throw new KeyUnknown(text);
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') };
}

function jwkIn(did: string): JWK {
  const encoded = did.slice('did:jwk:'.length).split('#')[0] ?? '';
  const jwk = parseObject(Buffer.from(encoded.slice(0, 4000), 'base64url').toString('utf8'));
  if (typeof jwk === 'string' || !textOf(jwk.kty)) throw new KeyUnknown(did.slice(0, 100));
  return publicHalf(jwk as JWK);
}

/** An Ed25519 JWK as a Multikey (Controlled Identifiers §2.2.2); null for another kind of key. */
export function multikeyOf({ kty, crv, x }: JWK): string | null {
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return null;
  return `z${encode(Uint8Array.of(0xed, 0x01, ...Buffer.from(x, 'base64url')))}`;
}
