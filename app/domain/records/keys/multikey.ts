// Public keys as other standards write them.
import { decode } from 'base58-universal';

/** A Multikey's (Controlled Identifiers §2.2.2) Ed25519 public key as a JWK (RFC 8037 §2). Throws for what is none. */
export function ed25519Jwk(multibase: string): { kty: 'OKP'; crv: 'Ed25519'; x: string } {
  const bytes = decode(multibase.slice(1));
  // Multicodec `ed25519-pub`, 0xed, as a varint.
  if (!multibase.startsWith('z') || bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01) {
    throw new Error('not an Ed25519 public key');
  }
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes.slice(2)).toString('base64url') };
}
