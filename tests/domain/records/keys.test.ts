import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect, promisify } from 'node:util';
import * as elsewhere from '@digitalcredentials/ed25519-multikey';
import { describe, expect, test } from 'vitest';
import { KeysUnusable, loadOrCreateKeys } from '~/domain/records/index.server';
import { didDocument, keyDocument } from '~/domain/records/issuer';

const origin = 'https://learn.example.org';
const emptyFolder = () => mkdtempSync(path.join(tmpdir(), 'parkbridge-keys-'));
const fileIn = (dataDir: string) => path.join(dataDir, 'keys', 'keyring.json');
const ringIn = (dataDir: string): { secret: string | null }[] =>
  JSON.parse(readFileSync(fileIn(dataDir), 'utf8')).keys;
const mode = (file: string) => (statSync(file).mode & 0o777).toString(8);
const refusal = (dataDir: string, configured?: string) =>
  loadOrCreateKeys({ dataDir, origin, configured }).catch((error: unknown) => error);

describe('the key file', () => {
  test('is made on first start, closed to others, and stays', async () => {
    const dataDir = path.join(emptyFolder(), 'new');
    const first = await loadOrCreateKeys({ dataDir, origin });
    expect(mode(fileIn(dataDir))).toBe('600');
    expect(mode(path.join(dataDir, 'keys'))).toBe('700');
    expect(readdirSync(path.join(dataDir, 'keys'))).toEqual(['keyring.json']);
    const second = await loadOrCreateKeys({ dataDir, origin });
    expect(second.publicKeyMultibase).toBe(first.publicKeyMultibase);
    expect(first.publicKeyMultibase).toMatch(/^z6Mk/);
  });

  test('is one key for processes that start at once', async () => {
    const dataDir = emptyFolder();
    const start = () =>
      promisify(execFile)(process.execPath, [
        '--import',
        'tsx',
        'tests/domain/records/load-keys-process.ts',
        dataDir,
      ]);
    const started = await Promise.all([start(), start(), start(), start()]);
    expect(new Set(started.map(({ stdout }) => stdout)).size).toBe(1);
    expect(readdirSync(path.join(dataDir, 'keys'))).toEqual(['keyring.json']);
    const here = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateKeys({ dataDir, origin })));
    expect(new Set(here.map((keys) => keys.publicKeyMultibase))).toEqual(new Set([started[0]?.stdout]));
  });

  test('is one key for many starts inside a process, too', async () => {
    const dataDir = emptyFolder();
    const all = await Promise.all(Array.from({ length: 5 }, () => loadOrCreateKeys({ dataDir, origin })));
    expect(new Set(all.map((keys) => keys.publicKeyMultibase)).size).toBe(1);
    expect(readdirSync(path.join(dataDir, 'keys'))).toEqual(['keyring.json']);
  });

  test.each([0o644, 0o640, 0o604, 0o620])('is refused with mode %o, naming the remedy', async (open) => {
    const dataDir = emptyFolder();
    await loadOrCreateKeys({ dataDir, origin });
    chmodSync(fileIn(dataDir), open);
    const error = await refusal(dataDir);
    expect(error).toBeInstanceOf(KeysUnusable);
    expect(String(error)).toContain(`chmod 600 ${fileIn(dataDir)}`);
  });

  test('is refused in a folder that others may write in', async () => {
    const dataDir = emptyFolder();
    await loadOrCreateKeys({ dataDir, origin });
    chmodSync(path.join(dataDir, 'keys'), 0o777);
    expect(String(await refusal(dataDir))).toContain('chmod 700');
  });

  test('is refused when damaged, and never replaced', async () => {
    const dataDir = emptyFolder();
    await loadOrCreateKeys({ dataDir, origin });
    const whole = readFileSync(fileIn(dataDir), 'utf8');
    const other = JSON.parse(whole);
    await loadOrCreateKeys({ dataDir: emptyFolder(), origin }).then((keys) => {
      other.keys[0].public = keys.publicKeyMultibase;
    });
    const rsa = JSON.parse(whole);
    rsa.keys[1].secret = rsa.keys[1].secret.replace(/[A-Za-z0-9]{9}/, 'AAAAAAAAA');
    const damaged = [
      '',
      '{',
      whole.slice(0, 80),
      '{"format":1,"keys":[]}',
      JSON.stringify(other),
      JSON.stringify(rsa),
    ];
    for (const text of damaged) {
      writeFileSync(fileIn(dataDir), text);
      const error = await refusal(dataDir);
      expect(error).toBeInstanceOf(KeysUnusable);
      expect(String(error)).toContain('backup');
      expect(readFileSync(fileIn(dataDir), 'utf8')).toBe(text);
    }
  });

  test('takes the key of an earlier version over, and leaves its file alone', async () => {
    const dataDir = emptyFolder();
    mkdirSync(path.join(dataDir, 'keys'), { mode: 0o700 });
    const earlier = path.join(dataDir, 'keys', 'issuer.json');
    const text = JSON.stringify({
      type: 'Multikey',
      publicKeyMultibase: 'z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw',
      secretKeyMultibase: 'z3u2bpACJXYj89Vh7HqHn8oVv2A2niEy9FcQUzzuQTYJ61AX',
    });
    writeFileSync(earlier, text, { mode: 0o600 });
    const keys = await loadOrCreateKeys({ dataDir, origin });
    expect(keys.publicKeyMultibase).toBe('z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw');
    expect(keys.from).toBeNull();
    expect(readFileSync(earlier, 'utf8')).toBe(text);
    const again = await loadOrCreateKeys({ dataDir, origin });
    expect(again.ring).toEqual(keys.ring);
  });

  test('says so when it cannot be read or its folder cannot be made', async () => {
    const dataDir = emptyFolder();
    mkdirSync(fileIn(dataDir), { recursive: true, mode: 0o700 });
    expect(await refusal(dataDir)).toBeInstanceOf(KeysUnusable);
    const blocked = emptyFolder();
    writeFileSync(path.join(blocked, 'keys'), '');
    expect(await refusal(blocked)).toBeInstanceOf(KeysUnusable);
  });
});

describe('a configured key', () => {
  test('is used, and written nowhere', async () => {
    const made = emptyFolder();
    const fromFile = await loadOrCreateKeys({ dataDir: made, origin });
    const secret = ringIn(made)[0]?.secret ?? '';
    const dataDir = emptyFolder();
    const configured = await loadOrCreateKeys({ dataDir, origin, configured: secret });
    expect(configured.publicKeyMultibase).toBe(fromFile.publicKeyMultibase);
    expect(readFileSync(fileIn(dataDir), 'utf8')).not.toContain(secret);
  });

  test('accepts the 32-byte form of the specification and gives its public key', async () => {
    // RFC 8032 §7.1, test 1, its secret and public key as Multikeys.
    const keys = await loadOrCreateKeys({
      dataDir: emptyFolder(),
      origin,
      configured: 'z3u2bpACJXYj89Vh7HqHn8oVv2A2niEy9FcQUzzuQTYJ61AX',
    });
    expect(keys.publicKeyMultibase).toBe('z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw');
  });

  test.each(['z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2', 'z', 'zO0Il', 'not a key'])(
    'that is none (%s) is refused without being repeated',
    async (configured) => {
      const error = await refusal(emptyFolder(), configured);
      expect(error).toBeInstanceOf(KeysUnusable);
      expect(String(error)).toContain('ISSUER_KEY');
      if (configured.length > 5) expect(String(error)).not.toContain(configured);
    },
  );
});

describe('the issuer', () => {
  test.each([
    ['https://learn.example.org', 'did:web:learn.example.org'],
    ['http://localhost:3000', 'did:web:localhost%3A3000'],
    ['https://xn--fiq228c.example:8443', 'did:web:xn--fiq228c.example%3A8443'],
  ])('of %s is %s', async (at, did) => {
    const keys = await loadOrCreateKeys({ dataDir: emptyFolder(), origin: at });
    expect(keys.issuer).toBe(did);
    expect(keys.verificationMethod).toBe(`${did}#${keys.publicKeyMultibase}`);
    const document = didDocument(keys);
    expect(document.assertionMethod).toEqual(keys.ring.map((key) => `${did}#${key.id}`));
    expect(document.assertionMethod).toContain(keys.verificationMethod);
    expect(document.verificationMethod[0]?.controller).toBe(did);
  });

  test('signs what another library verifies, and shows its secret to nobody', async () => {
    const dataDir = emptyFolder();
    const keys = await loadOrCreateKeys({ dataDir, origin });
    const data = new TextEncoder().encode('words');
    const signature = await keys.sign(data);
    const verifier = (await elsewhere.from(keyDocument(keys, keys.publicKeyMultibase) ?? {})).verifier();
    expect(await verifier.verify({ data, signature })).toBe(true);
    expect(await verifier.verify({ data: new TextEncoder().encode('word'), signature })).toBe(false);
    const said = inspect(keys, { depth: 9, showHidden: true }) + JSON.stringify(keys);
    for (const { secret } of ringIn(dataDir)) expect(said).not.toContain(secret?.slice(0, 40));
  });
});
