// What docs/operations.md says of keys, rehearsed: rotation, compromise, loss, and a key that is configured.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  didDocument,
  findRecord,
  type IssuerKeys,
  loadOrCreateKeys,
  rotateKeys,
  signLost,
  signPending,
  signRecord,
} from '~/domain/records/index.server';
import { logEntries } from '~db/schema';
import { makeWorld, now, origin, type World } from '../../support/world';
import { type Course, issue, publishCourse } from './completed-course';
import { replaceForm, storedForm } from './stored-form';
import { verifyElsewhere } from './verify-elsewhere';

let world: World;
let course: Course;
let dataDir: string;
let first: IssuerKeys;
let id: string;
const day = 24 * 60 * 60_000;

beforeEach(async () => {
  world = await makeWorld();
  course = publishCourse(world.db);
  dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-rotation-'));
  first = await load();
  id = issue(world.db, world.people.learner, course, now);
  await signRecord(world.db, first, { id, at: now });
});

const load = (configured?: string, at = now) => loadOrCreateKeys({ dataDir, origin, configured, at });
const rotate = (compromised?: { key: string; since: number }, at = now + day) =>
  rotateKeys({ dataDir, configured: false, compromised, at });
const view = (keys: IssuerKeys, at = now + 3 * day) => findRecord(world.db, keys, anonymous, { id, at });
const elsewhere = (json: string | null, keys: IssuerKeys) => verifyElsewhere(json ?? '', didDocument(keys));
const ringFile = () => path.join(dataDir, 'keys', 'keyring.json');

describe('rotated keys', () => {
  test('sign from then on, and those of before still vouch for what they signed', async () => {
    const old = storedForm(world.db, id);
    const { fresh } = await rotate();
    const keys = await load();
    expect(keys.publicKeyMultibase).not.toBe(first.publicKeyMultibase);
    expect(fresh).toContain(keys.publicKeyMultibase);
    expect(keys.ring.map(({ kind, until }) => [kind, until])).toEqual([
      ['Ed25519', now + day],
      ['RSA', now + day],
      ['Ed25519', null],
      ['RSA', null],
    ]);
    expect(await view(keys)).toMatchObject({ verified: true });
    expect(await elsewhere(old, keys)).toBe(true);
    const later = issue(world.db, world.people.colleague, course, now + 2 * day);
    const json = await signRecord(world.db, keys, { id: later, at: now + 2 * day });
    expect(JSON.parse(json).proof[0].verificationMethod).toBe(keys.verificationMethod);
    expect(await elsewhere(json, keys)).toBe(true);
    expect(await elsewhere(json, first)).toBe(false);
    // A record of before the rotation that was left unsigned is not dated before its key.
    const late = issue(world.db, world.people.instructor, course, now);
    const signed = JSON.parse(await signRecord(world.db, keys, { id: late, at: now + 2 * day }));
    expect(signed.proof[0].created).toBe(new Date(now + day).toISOString().replace('.000Z', 'Z'));
    expect(await elsewhere(JSON.stringify(signed), keys)).toBe(true);
  });

  test('keep no secret that signs no more, and start again the same', async () => {
    const before = JSON.parse(readFileSync(ringFile(), 'utf8')).keys;
    await rotate();
    const text = readFileSync(ringFile(), 'utf8');
    for (const { secret } of before) expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect((await load()).ring).toEqual((await load()).ring);
  });
});

describe('a compromised key', () => {
  test('vouches for nothing, and what it had signed is signed anew and says the same', async () => {
    const old = storedForm(world.db, id);
    await rotate({ key: first.publicKeyMultibase, since: now + day / 2 });
    const keys = await load();
    expect(keys.ring.map(({ kind }) => kind)).toEqual(['Ed25519', 'RSA', 'Ed25519']);
    const document = didDocument(keys);
    const stolen = `${keys.issuer}#${first.publicKeyMultibase}`;
    expect(document.assertionMethod).not.toContain(stolen);
    expect(document.verificationMethod.find((method) => method.id === stolen)).toMatchObject({
      revoked: new Date(now + day / 2).toISOString(),
    });
    expect(await elsewhere(old, keys)).toBe(false);
    // Here the log shows that it was issued before.
    expect(await view(keys)).toMatchObject({ verified: true });
    expect(await signPending(world.db, keys, now + 2 * day)).toBe(1);
    expect(await signPending(world.db, keys, now + 2 * day)).toBe(0);
    const anew = storedForm(world.db, id) ?? '';
    expect(await elsewhere(anew, keys)).toBe(true);
    const claims = (json: string | null) => ({ ...JSON.parse(json ?? ''), proof: null });
    expect(claims(anew)).toEqual(claims(old));
    expect(world.db.select().from(logEntries).all()).toHaveLength(1);
  });

  test('does not hold for what was forged with it, whatever date that bears', async () => {
    const victim = issue(world.db, world.people.colleague, course, now);
    const forged = await signRecord(world.db, first, { id: victim, at: now });
    await rotate({ key: first.publicKeyMultibase, since: now - day });
    const keys = await load();
    replaceForm(world.db, victim, forged);
    // Logged, but after the key was in other hands.
    expect(await findRecord(world.db, keys, anonymous, { id: victim, at: now })).toMatchObject({
      verified: false,
      reason: 'key',
    });
  });

  test('of before is condemned without changing the one in use', async () => {
    await rotate();
    const { fresh } = await rotate({ key: first.publicKeyMultibase, since: now }, now + 2 * day);
    expect(fresh).toEqual([]);
    const keys = await load();
    expect(keys.ring).toHaveLength(4);
    expect(keys.ring[0]).toMatchObject({ until: now + day, compromised: now });
    await expect(rotate({ key: 'z6Mknone', since: now })).rejects.toThrow('no key z6Mknone');
  });
});

describe('lost keys', () => {
  test('are new ones, which do not vouch for what the lost ones signed until that is signed anew', async () => {
    rmSync(path.join(dataDir, 'keys'), { recursive: true });
    const keys = await load();
    expect(keys.publicKeyMultibase).not.toBe(first.publicKeyMultibase);
    expect(await view(keys)).toMatchObject({ verified: false, reason: 'signature' });
    // A start alone changes nothing: it may be the wrong keys that are in place.
    expect(await signPending(world.db, keys, now + day)).toBe(0);
    const lost = storedForm(world.db, id);
    expect(await signLost(world.db, keys, now + day)).toBe(1);
    expect(await signLost(world.db, keys, now + day)).toBe(0);
    expect(await view(keys)).toMatchObject({ verified: true });
    expect(await elsewhere(storedForm(world.db, id), keys)).toBe(true);
    expect(await elsewhere(lost, keys)).toBe(false);
    expect(world.db.select().from(logEntries).all()).toHaveLength(1);
  });
});

describe('a configured key', () => {
  // RFC 8032 §7.1, test 1, as a Multikey.
  const one = 'z3u2bpACJXYj89Vh7HqHn8oVv2A2niEy9FcQUzzuQTYJ61AX';

  test('takes the place of the one in the file, and is needed from then on', async () => {
    const keys = await load(one, now + day);
    expect(keys.publicKeyMultibase).toBe('z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw');
    expect(keys.from).toBe(now + day);
    expect(await view(keys)).toMatchObject({ verified: true });
    await expect(load()).rejects.toThrow('ISSUER_KEY is not set');
    await expect(rotateKeys({ dataDir, configured: true, at: now })).rejects.toThrow('ISSUER_KEY');
    await rotate(undefined, now + 2 * day);
    expect((await load()).publicKeyMultibase).not.toBe(keys.publicKeyMultibase);
    await expect(load(one)).rejects.toThrow('taken out of use');
  });
});
