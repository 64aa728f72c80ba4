// Key pairs: new ones, and the ones that text stands for.
import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { decode } from 'base58-universal';
import { KeysUnusable } from '../errors';
import type { RsaJwk } from '../issuer';
import type { Ed25519Key, RsaKey } from './keyring';

/** Multicodec `ed25519-priv`, 0x1300, as a varint: what every Multikey secret of this kind starts with. */
const secretPrefix = [0x80, 0x26];
const seedBytes = 32;
const rsaBits = 3072;

const always = { from: null, until: null, compromised: null };

export async function makeEd25519(): Promise<Ed25519Key> {
  const { publicKeyMultibase, secretKeyMultibase } = await generate({});
  return { kind: 'Ed25519', public: publicKeyMultibase, secret: secretKeyMultibase, ...always };
}

/** An RSA key of 3072 bits, which the standards trust beyond 2030 (NIST SP 800-57 part 1, table 2). */
export async function makeRsa(): Promise<RsaKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: rsaBits });
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { kind: 'RSA', public: jwkOf(publicKey.export({ format: 'jwk' })), secret, ...always };
}

/** The key pair of an Ed25519 Multikey secret. Throws KeysUnusable, naming `source` and not the secret. */
export const pairOf = (multibase: string, source: string, controller?: string) =>
  generate({ seed: seedOf(multibase, source), ...(controller === undefined ? {} : { controller }) });

/** The private key of a PEM, and its public half. Throws what node:crypto throws. */
export function rsaOf(pem: string) {
  const privateKey = createPrivateKey(pem);
  return { privateKey, public: jwkOf(createPublicKey(privateKey).export({ format: 'jwk' })) };
}

const jwkOf = ({ n = '', e = '' }: { n?: string; e?: string }): RsaJwk => ({ kty: 'RSA', n, e });

/** The 32 bytes of a secret. Some tools write the public half after it; it must then be the right one. */
function seedOf(multibase: string, source: string): Uint8Array {
  let bytes: Uint8Array | undefined;
  try {
    if (multibase.startsWith('z')) bytes = decode(multibase.slice(1));
  } catch {
    // Characters that base58 does not have: said below.
  }
  const right =
    bytes &&
    secretPrefix.every((byte, position) => bytes[position] === byte) &&
    [seedBytes, seedBytes * 2].includes(bytes.length - secretPrefix.length);
  if (!bytes || !right) {
    throw new KeysUnusable(
      `${source} is not an Ed25519 secret key in Multikey form (z…). Nothing can be signed without the right key.`,
    );
  }
  return bytes.slice(secretPrefix.length, secretPrefix.length + seedBytes);
}
