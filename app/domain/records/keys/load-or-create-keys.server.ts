// The issuer's keys as the server signs with them: from the keyring's file, which the first start makes, and from configuration.
import type { KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, SignJWT } from 'jose';
import { KeysUnusable } from '../errors';
import { didOf, type IssuerKeys, keyUrl, type PublicKey } from '../issuer';
import {
  damaged,
  folderOf,
  makeFolder,
  readEarlierKey,
  readRing,
  ringFile,
  writeRing,
} from './key-files.server';
import { inUse, type Keyring, type RingKey, retire } from './keyring';
import { makeEd25519, makeRsa, pairOf, rsaOf } from './make-keys.server';

/**
 * The issuer's keys. They live in `<dataDir>/keys/keyring.json` (mode 0600 in a folder of 0700), which is made if there is none: with
 * the key of an earlier version's `issuer.json` where that is there. `configured` is an Ed25519 Multikey secret (`z…`, Controlled
 * Identifiers §2.2.2) that is used instead of one in the file and written nowhere; when it is another than before, the one before is
 * retired at `at` (epoch milliseconds). Of several processes that start at once on an empty folder all get the same keys. `origin` says
 * which did:web the keys speak for. Throws KeysUnusable, with a message for the operator, for a key that is wrong, missing,
 * retired, unreadable or open to other users.
 */
export async function loadOrCreateKeys(options: {
  dataDir: string;
  origin: string;
  configured?: string | undefined;
  name?: string | undefined;
  at?: number;
}): Promise<IssuerKeys> {
  const { dataDir, origin, configured, name = 'Parkbridge', at = Date.now() } = options;
  const issuer = didOf(origin);
  const own = configured === undefined ? undefined : await pairOf(configured, 'ISSUER_KEY', issuer);
  const folder = folderOf(dataDir);
  await makeFolder(folder);
  let ring = (await readRing(folder)) ?? (await createRing(folder, own?.publicKeyMultibase));
  if (own) ring = await takeConfigured(folder, ring, own.publicKeyMultibase, at);
  const signing = inUse(ring, 'Ed25519');
  if (!signing) throw new KeysUnusable(damaged(ringFile(folder)));
  if (!own && signing.secret === null) {
    throw new KeysUnusable(
      `Records are signed with a key that is configured (${signing.public}), and ISSUER_KEY is not set. Set it, or take a new key into use: npm run records -- rotate-keys`,
    );
  }
  const pair = own ?? (await pairOf(signing.secret ?? '', ringFile(folder), issuer));
  if (pair.publicKeyMultibase !== signing.public) throw new KeysUnusable(damaged(ringFile(folder)));
  const signer = pair.signer();
  const keys = await Promise.all(ring.keys.map(publicOf));
  const rsa = readRsa(ring, ringFile(folder));
  const kid = keyUrl(origin, await thumbprint(rsa.public));
  return {
    origin,
    name,
    issuer,
    verificationMethod: `${issuer}#${pair.publicKeyMultibase}`,
    publicKeyMultibase: pair.publicKeyMultibase,
    from: time(signing.from),
    ring: keys,
    sign: (data) => signer.sign({ data }),
    signJwt: (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(rsa.privateKey),
  };
}

/** The first ring: the key of an earlier version where there is one, or the configured one, or a new one; and a new RSA key. */
async function createRing(folder: string, configured: string | undefined): Promise<Keyring> {
  const always = { from: null, until: null, compromised: null };
  const earlier = await readEarlierKey(folder);
  const first: RingKey =
    earlier !== undefined && (configured === undefined || configured === earlier.public)
      ? { kind: 'Ed25519', ...earlier, ...(configured ? { secret: null } : {}), ...always }
      : configured !== undefined
        ? { kind: 'Ed25519', public: configured, secret: null, ...always }
        : await makeEd25519();
  const ring: Keyring = { format: 1, keys: [first, await makeRsa()] };
  if (await writeRing(folder, ring, { first: true })) return ring;
  const theirs = await readRing(folder);
  if (!theirs) throw new KeysUnusable(damaged(ringFile(folder)));
  return theirs;
}

/** The ring with the configured key in use. Throws KeysUnusable for one that was retired. */
async function takeConfigured(
  folder: string,
  ring: Keyring,
  configured: string,
  at: number,
): Promise<Keyring> {
  const known = ring.keys.find((key) => key.kind === 'Ed25519' && key.public === configured);
  if (known?.until === null) return ring;
  if (known) {
    throw new KeysUnusable(
      `ISSUER_KEY is a key that was taken out of use on ${known.until}. Set it to the key in use, or to a new one.`,
    );
  }
  const fresh: RingKey = {
    kind: 'Ed25519',
    public: configured,
    secret: null,
    from: null,
    until: null,
    compromised: null,
  };
  const turned = retire(ring, fresh, at);
  await writeRing(folder, turned, { first: false });
  return turned;
}

function readRsa(
  ring: Keyring,
  file: string,
): { privateKey: KeyObject; public: { kty: 'RSA'; n: string; e: string } } {
  const key = inUse(ring, 'RSA');
  try {
    const pair = rsaOf(key?.secret ?? '');
    if (pair.public.n === key?.public.n) return pair;
  } catch {
    // Said below.
  }
  throw new KeysUnusable(damaged(file));
}

const thumbprint = (jwk: { kty: 'RSA'; n: string; e: string }): Promise<string> =>
  calculateJwkThumbprint(jwk, 'sha256');

async function publicOf(key: RingKey): Promise<PublicKey> {
  const span = { from: time(key.from), until: time(key.until), compromised: time(key.compromised) };
  return key.kind === 'Ed25519'
    ? { kind: 'Ed25519', id: key.public, ...span }
    : { kind: 'RSA', id: await thumbprint(key.public), jwk: key.public, ...span };
}

const time = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));
