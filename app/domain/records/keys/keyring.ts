// The keyring as it stands in its file: every key that ever signed, with from when until when, and the secrets still kept.
import { z } from 'zod';

const span = {
  /** ISO 8601; null: from the beginning. */
  from: z.iso.datetime().nullable(),
  until: z.iso.datetime().nullable(),
  compromised: z.iso.datetime().nullable(),
};

const ed25519 = z.object({
  kind: z.literal('Ed25519'),
  /** Multikey, `z6Mk…`. */
  public: z.string(),
  /** Multikey; null for a key that is configured and not kept here, or that signs no more. */
  secret: z.string().nullable(),
  ...span,
});

const rsa = z.object({
  kind: z.literal('RSA'),
  public: z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }),
  /** PKCS #8 in PEM; null for a key that signs no more. */
  secret: z.string().nullable(),
  ...span,
});

export const keyringShape = z.object({
  format: z.literal(1),
  keys: z.array(z.discriminatedUnion('kind', [ed25519, rsa])),
});
export type Keyring = z.infer<typeof keyringShape>;
export type RingKey = Keyring['keys'][number];
export type Ed25519Key = Extract<RingKey, { kind: 'Ed25519' }>;
export type RsaKey = Extract<RingKey, { kind: 'RSA' }>;

/** The key of that kind which is in use. */
export const inUse = <Kind extends RingKey['kind']>(ring: Keyring, kind: Kind) =>
  ring.keys.find((key): key is Extract<RingKey, { kind: Kind }> => key.kind === kind && key.until === null);

/** The ring with `fresh` in use, and what was in use before retired at `at` (epoch milliseconds). Retired keys sign nothing, so their secrets go. */
export function retire(ring: Keyring, fresh: RingKey, at: number): Keyring {
  const time = new Date(at).toISOString();
  const keys = ring.keys.map((key) =>
    key.kind === fresh.kind && key.until === null ? { ...key, secret: null, until: time } : key,
  );
  return { ...ring, keys: [...keys, { ...fresh, from: time }] };
}
