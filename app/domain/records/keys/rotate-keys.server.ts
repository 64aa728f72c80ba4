import { calculateJwkThumbprint } from 'jose';
import { KeysUnusable } from '../errors';
import { folderOf, makeFolder, readRing, writeRing } from './key-files.server';
import { inUse, type Keyring, type RingKey, retire } from './keyring';
import { makeEd25519, makeRsa } from './make-keys.server';

/**
 * Takes a new Ed25519 and a new RSA key into use in the keyring of `dataDir`; what was in use before is retired at `at` (epoch
 * milliseconds) and goes on vouching for what it signed. `compromised` names a key (`z6Mk…`, or an RSA key's thumbprint) that somebody
 * else may have signed with `since` then: it vouches for nothing any more; only when it is in use are keys of its kind changed with it.
 * `configured`: whether the Ed25519 key comes from ISSUER_KEY, which is then for the operator to change. A running server has
 * to be started again. Returns the names of the keys that are new. Throws KeysUnusable.
 */
export async function rotateKeys(options: {
  dataDir: string;
  configured: boolean;
  compromised?: { key: string; since: number } | undefined;
  at: number;
}): Promise<{ fresh: string[] }> {
  const { dataDir, configured, compromised, at } = options;
  const folder = folderOf(dataDir);
  await makeFolder(folder);
  let ring = await readRing(folder);
  if (!ring) throw new KeysUnusable('There are no keys yet: the first start makes them.');
  const kinds = compromised ? await kindsToChange(ring, compromised.key) : (['Ed25519', 'RSA'] as const);
  if (configured && kinds.includes('Ed25519')) {
    throw new KeysUnusable(
      'The Ed25519 key comes from ISSUER_KEY: set that to a new key and start again, and the one before is retired.',
    );
  }
  const fresh: string[] = [];
  for (const kind of kinds) {
    const key = kind === 'Ed25519' ? await makeEd25519() : await makeRsa();
    ring = retire(ring, key, at);
    fresh.push(await nameOf(key));
  }
  if (compromised) ring = await condemn(ring, compromised);
  await writeRing(folder, ring, { first: false });
  return { fresh };
}

async function kindsToChange(ring: Keyring, name: string): Promise<RingKey['kind'][]> {
  const key = await find(ring, name);
  return inUse(ring, key.kind) === key ? [key.kind] : [];
}

async function condemn(ring: Keyring, { key, since }: { key: string; since: number }): Promise<Keyring> {
  const found = await find(ring, key);
  const compromised = new Date(since).toISOString();
  return { ...ring, keys: ring.keys.map((one) => (one === found ? { ...one, compromised } : one)) };
}

async function find(ring: Keyring, name: string): Promise<RingKey> {
  for (const key of ring.keys) if ((await nameOf(key)) === name) return key;
  throw new KeysUnusable(`The keyring has no key ${name}. See /issuer for the keys there are.`);
}

const nameOf = async (key: RingKey): Promise<string> =>
  key.kind === 'Ed25519' ? key.public : calculateJwkThumbprint(key.public, 'sha256');
