import dns from 'node:dns';
import { mkdtempSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  didDocument,
  findRecord,
  type IssuerKeys,
  loadOrCreateKeys,
  signRecord,
  verifyCredential,
} from '~/domain/records/index.server';
import { records } from '~db/schema';
import { makeWorld, now, type World } from '../../support/world';
import { type Course, issue, publishCourse } from './completed-course';
import { replaceForm } from './stored-form';
import { verifyElsewhere } from './verify-elsewhere';

let world: World;
let course: Course;
let json: string;
let id: string;
let keys: IssuerKeys;

// A wire across every way out: whatever tries to leave this process fails the test that it happens in.
const attempts: string[] = [];
const out = (what: string) => (): never => {
  attempts.push(what);
  throw new Error(`the network was asked: ${what}`);
};

beforeEach(async () => {
  world = await makeWorld();
  course = publishCourse(world.db);
  keys = world.app.keys;
  attempts.length = 0;
  vi.spyOn(globalThis, 'fetch').mockImplementation(out('fetch'));
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(out('socket'));
  vi.spyOn(dns, 'lookup').mockImplementation(out('dns') as never);
  id = issue(world.db, world.people.learner, course, now);
  json = await signRecord(world.db, keys, { id, at: now });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(attempts).toEqual([]);
});

const holdsHere = async (text: string, at = now) => (await verifyCredential(keys, text, { at })).verified;

/** Every path to a string, number or boolean in a JSON value. */
function leaves(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed(text: string, at: (string | number)[], change: (value: unknown) => unknown): string {
  const document = JSON.parse(text);
  const last = at.at(-1) ?? '';
  const parent = at.slice(0, -1).reduce((inner, key) => inner[key], document);
  const value = change(parent[last]);
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return JSON.stringify(document);
}

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('a signed record', () => {
  test.each(['en', 'ms', 'zh-Hans'] as const)('in %s holds here and elsewhere, offline', async (locale) => {
    const one = issue(world.db, world.people.foreigner, course, now, locale);
    const text = await signRecord(world.db, keys, { id: one, at: now });
    expect(await holdsHere(text)).toBe(true);
    expect(await verifyElsewhere(text, didDocument(keys))).toBe(true);
  });

  test('holds however it is spaced', async () => {
    const spaced = JSON.stringify(JSON.parse(json), null, 2);
    expect(await holdsHere(spaced)).toBe(true);
    expect(await verifyElsewhere(spaced, didDocument(keys))).toBe(true);
  });

  test('does not hold before its time', async () => {
    expect(await holdsHere(json, now - 3_600_000)).toBe(false);
  });

  test('is checked once for the same bytes, and says when', async () => {
    expect(await verifyCredential(keys, json, { at: now + 1 })).toMatchObject({ checkedAt: now + 1 });
    expect(await verifyCredential(keys, json, { at: now + 9 })).toMatchObject({ checkedAt: now + 1 });
  });
});

describe('refused, here and elsewhere', () => {
  beforeEach(async () => {
    expect(await verifyElsewhere(json, didDocument(keys))).toBe(true);
  });

  const refused = async (text: string) => {
    expect(await holdsHere(text), text).toBe(false);
    expect(await verifyElsewhere(text, didDocument(keys)), text).toBe(false);
  };

  test('each value changed', async () => {
    const all = leaves(JSON.parse(json));
    expect(all.length).toBeGreaterThan(30);
    for (const at of all) {
      const other = changed(json, at, (value) =>
        typeof value === 'string' ? `${value}x` : typeof value === 'boolean' ? !value : 7,
      );
      await refused(other);
    }
  });

  test('each value taken away', async () => {
    for (const at of leaves(JSON.parse(json))) {
      // The proof's own `type` is also what finds the proof; everything else is what it covers.
      await refused(changed(json, at, () => undefined));
    }
  });

  test('something added, known to the contexts or not', async () => {
    for (const [at, extra] of [
      [[], { validUntil: '2030-01-01T00:00:00Z' }],
      [['credentialStatus', 0], { statusMessage: [{ status: '0x0', message: 'fine' }] }],
      [['evidence', 0], { description: 'With distinction' }],
      [[], { description: 'With distinction' }],
      [['credentialSubject'], { role: 'Director' }],
      [['credentialSubject', 'achievement'], { humanCode: 'A1' }],
      [['credentialSubject'], { 'https://example.org/grade': 'A' }],
      [['credentialSubject'], { grade: 'A' }],
      [['proof', 0], { expires: '2030-01-01T00:00:00Z' }],
    ] as const) {
      const document = JSON.parse(json);
      const target = at.reduce((inner, key) => inner[key], document);
      Object.assign(target, extra);
      await refused(JSON.stringify(document));
    }
  });

  test('a byte changed anywhere', { timeout: 60_000 }, async () => {
    const random = numbers(20260302);
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/"{},@ ';
    for (let turn = 0; turn < 300; turn++) {
      const position = Math.floor(random.next().value * json.length);
      const letter = letters[Math.floor(random.next().value * letters.length)] ?? 'x';
      if (json[position] === letter) continue;
      await refused(json.slice(0, position) + letter + json.slice(position + 1));
    }
  });

  test('another issuer’s key, under our name or its own', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-'));
    const stranger = await loadOrCreateKeys({ dataDir, origin: keys.origin });
    world.db.update(records).set({ credentialId: null }).run();
    await refused(await signRecord(world.db, stranger, { id, at: now }));
    const foreign = await loadOrCreateKeys({ dataDir, origin: 'https://elsewhere.example' });
    world.db.update(records).set({ credentialId: null }).run();
    const theirs = await signRecord(world.db, foreign, { id, at: now });
    await refused(theirs);
    expect(await verifyElsewhere(theirs, didDocument(foreign))).toBe(true);
  });

  test('what is no credential at all', async () => {
    for (const text of ['', 'null', '[]', '{}', '"x"', json.slice(1)]) await refused(text);
  });
});

describe('the record at its address', () => {
  test('is not shown as genuine when the stored credential was altered or belongs elsewhere', async () => {
    const other = issue(world.db, world.people.foreigner, course, now);
    const genuine = await signRecord(world.db, keys, { id: other, at: now });
    const set = (credential: string) => replaceForm(world.db, id, credential);
    set(json.replace('Technology', 'Biology'));
    expect(await findRecord(world.db, keys, anonymous, { id, at: now })).toEqual({
      id,
      standing: expect.objectContaining({ state: 'valid', revokedAt: null }),
      own: false,
      hidden: false,
      checkedAt: now,
      verified: false,
      reason: 'signature',
    });
    set(genuine);
    expect(await findRecord(world.db, keys, anonymous, { id, at: now })).toMatchObject({
      verified: false,
      reason: 'unreadable',
    });
    set('{}');
    expect(await findRecord(world.db, keys, anonymous, { id, at: now })).toMatchObject({
      verified: false,
      reason: 'unreadable',
    });
  });

  test('still holds after this server has moved to another address with its key', async () => {
    const moved: IssuerKeys = { ...keys, origin: 'https://new.example', issuer: 'did:web:new.example' };
    expect(await findRecord(world.db, moved, anonymous, { id, at: now })).toMatchObject({
      verified: true,
      facts: { issuer: { id: 'did:web:parkbridge.test' } },
      issuerNow: 'did:web:new.example',
    });
  });
});
