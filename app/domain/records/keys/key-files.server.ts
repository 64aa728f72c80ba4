// The files that keys live in: private to their owner, whole or not there at all, never lost over a power cut.
import { randomUUID } from 'node:crypto';
import { constants, type FileHandle, link, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { KeysUnusable } from '../errors';
import { type Keyring, keyringShape } from './keyring';
import { pairOf } from './make-keys.server';

export const folderOf = (dataDir: string): string => path.join(dataDir, 'keys');
export const ringFile = (folder: string): string => path.join(folder, 'keyring.json');

/** What earlier versions had: one Ed25519 key. */
const earlierShape = z.object({
  type: z.literal('Multikey'),
  publicKeyMultibase: z.string(),
  secretKeyMultibase: z.string(),
});

/** Makes the folder where there is none. Throws KeysUnusable where others may write in it. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new KeysUnusable(`Cannot make the folder ${folder} for the issuer's key: ${said(error)}.`);
  });
  const { mode } = await stat(folder);
  if (mode & 0o022) {
    throw new KeysUnusable(
      `Other users may write in ${folder}, which holds the issuer's key. Run: chmod 700 ${folder}`,
    );
  }
}

/** The keyring of the folder, or undefined where there is none. Throws KeysUnusable for a damaged one. */
export async function readRing(folder: string): Promise<Keyring | undefined> {
  const file = ringFile(folder);
  const text = await readPrivate(file);
  if (text === undefined) return undefined;
  const parsed = keyringShape.safeParse(parseJson(text));
  if (!parsed.success) throw new KeysUnusable(damaged(file));
  return parsed.data;
}

/** The one key of an earlier version's `issuer.json`, or undefined where there is none. Throws KeysUnusable for a damaged one. */
export async function readEarlierKey(
  folder: string,
): Promise<{ public: string; secret: string } | undefined> {
  const file = path.join(folder, 'issuer.json');
  const text = await readPrivate(file);
  if (text === undefined) return undefined;
  const parsed = earlierShape.safeParse(parseJson(text));
  if (!parsed.success) throw new KeysUnusable(damaged(file));
  const { secretKeyMultibase, publicKeyMultibase } = parsed.data;
  const pair = await pairOf(secretKeyMultibase, file);
  if (pair.publicKeyMultibase !== publicKeyMultibase) throw new KeysUnusable(damaged(file));
  return { public: publicKeyMultibase, secret: secretKeyMultibase };
}

/**
 * Puts the ring in its file. `first`: only where there is none yet; of several processes one wins, and `false` says that it was
 * another. Otherwise it takes the place of the one that is there. It appears whole or not at all, and outlives a power cut.
 */
export async function writeRing(
  folder: string,
  ring: Keyring,
  { first }: { first: boolean },
): Promise<boolean> {
  const file = ringFile(folder);
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(ring, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      if (first) await link(draft, file);
      else await rename(draft, file);
    } finally {
      await unlink(draft).catch(() => {});
    }
    const made = await open(folder, constants.O_RDONLY);
    await made.sync().finally(() => made.close());
    return true;
  } catch (error) {
    if (first && codeOf(error) === 'EEXIST') return false;
    throw new KeysUnusable(`Cannot write the issuer's keys ${file}: ${said(error)}.`);
  }
}

/** The file's text, or undefined where there is none. Refuses one that other users may read or write. */
async function readPrivate(file: string): Promise<string | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(file, constants.O_RDONLY);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new KeysUnusable(
      `Cannot read the issuer's key ${file}: ${said(error)}. It must belong to the user who runs the server.`,
    );
  }
  try {
    // Asked of the open file, so that what is checked is what is read.
    const { mode } = await handle.stat();
    if (mode & 0o077) {
      throw new KeysUnusable(
        `Other users may read or write the issuer's key ${file}. Run: chmod 600 ${file} – and if anyone may have seen it, replace it.`,
      );
    }
    return await handle.readFile('utf8').catch((error: unknown) => {
      throw new KeysUnusable(`Cannot read the issuer's key ${file}: ${said(error)}.`);
    });
  } finally {
    await handle.close();
  }
}

export const damaged = (file: string) =>
  `The issuer's key ${file} is damaged. Restore it from a backup: a new key could not vouch for records issued so far.`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
