// The issuer's key pair: from configuration, or from a file of its own that the first start makes.
import { randomUUID } from 'node:crypto';
import { constants, type FileHandle, link, mkdir, open, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { decode } from 'base58-universal';
import { z } from 'zod';
import { KeysUnusable } from './errors';
import { didOf, type IssuerKeys } from './issuer';

/** Multicodec `ed25519-priv`, 0x1300, as a varint: what every Multikey secret of this kind starts with. */
const secretPrefix = [0x80, 0x26];
const seedBytes = 32;

const keyFileShape = z.object({
  type: z.literal('Multikey'),
  publicKeyMultibase: z.string(),
  secretKeyMultibase: z.string(),
});

/**
 * The issuer's keys. `configured` is an Ed25519 Multikey secret (`z…`, Controlled Identifiers §2.2.2) and wins; otherwise
 * the key of `<dataDir>/keys/issuer.json` (mode 0600 in a folder of 0700) is used, and made if there is none. Of several
 * processes that start at once on an empty folder all get the same key. `origin` says which did:web the keys speak for.
 * Throws KeysUnusable, with a message for the operator, for a key that is wrong, unreadable or open to other users.
 */
export async function loadOrCreateKeys(options: {
  dataDir: string;
  origin: string;
  configured?: string | undefined;
  name?: string | undefined;
}): Promise<IssuerKeys> {
  const { dataDir, origin, configured, name = 'Parkbridge' } = options;
  const secret = configured
    ? { multibase: configured, source: 'ISSUER_KEY' }
    : await secretFromFile(path.join(dataDir, 'keys'));
  const issuer = didOf(origin);
  const pair = await generate({ seed: seedOf(secret.multibase, secret.source), controller: issuer });
  const signer = pair.signer();
  const { publicKeyMultibase } = pair;
  return {
    origin,
    name,
    issuer,
    verificationMethod: `${issuer}#${publicKeyMultibase}`,
    publicKeyMultibase,
    sign: (data) => signer.sign({ data }),
  };
}

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

async function secretFromFile(folder: string): Promise<{ multibase: string; source: string }> {
  const file = path.join(folder, 'issuer.json');
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new KeysUnusable(`Cannot make the folder ${folder} for the issuer's key: ${said(error)}.`);
  });
  const folderMode = (await stat(folder)).mode;
  if (folderMode & 0o022) {
    throw new KeysUnusable(
      `Other users may write in ${folder}, which holds the issuer's key. Run: chmod 700 ${folder}`,
    );
  }
  const text = (await readPrivate(file)) ?? (await create(file)) ?? (await readPrivate(file));
  const parsed = keyFileShape.safeParse(parseJson(text ?? ''));
  if (!parsed.success) throw new KeysUnusable(wrong(file));
  const { secretKeyMultibase, publicKeyMultibase } = parsed.data;
  const pair = await generate({ seed: seedOf(secretKeyMultibase, file) });
  if (pair.publicKeyMultibase !== publicKeyMultibase) throw new KeysUnusable(wrong(file));
  return { multibase: secretKeyMultibase, source: file };
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

/**
 * Makes a key and puts it at `file`, unless another process was first (then undefined). The link makes it appear whole or
 * not at all, and never over another; both syncs make it outlive a power cut, as the records signed with it do.
 */
async function create(file: string): Promise<string | undefined> {
  const { publicKeyMultibase, secretKeyMultibase } = await generate({});
  const text = `${JSON.stringify({ type: 'Multikey', publicKeyMultibase, secretKeyMultibase }, null, 2)}\n`;
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    try {
      await link(draft, file);
    } finally {
      await unlink(draft);
    }
    const folder = await open(path.dirname(file), constants.O_RDONLY);
    await folder.sync().finally(() => folder.close());
    return text;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw new KeysUnusable(`Cannot write the issuer's key ${file}: ${said(error)}.`);
  }
}

const wrong = (file: string) =>
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
