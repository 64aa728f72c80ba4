// `records verify` and `records bundle` as processes: the same outcome away from the site, with nothing but a bundle.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  chooseIdentity,
  type IssuerKeys,
  loadOrCreateKeys,
  readBundle,
  recordJwt,
  revokeRecord,
  signRecord,
} from '~/domain/records/index.server';
import { migrateDatabase } from '~db/migrate.server';
import { type Db, openDatabase } from '~db/open.server';
import { makeWorld, type World } from '../../support/world';
import { type Course, issue, publishCourse } from './completed-course';

const origin = 'https://parkbridge.test';
const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-offline-'));
const dataDir = path.join(folder, 'data');
const at = (name: string) => path.join(folder, name);
let db: Db;
let keys: IssuerKeys;
let world: World;
let course: Course;
let json: string;
let id: string;
let revoked: string;

type Ended = { code: number; out: string; err: string };
/** `home`: the data that the process has; by default none, as with an outsider. */
const records = (args: string[], home = at('nowhere')): Promise<Ended> =>
  new Promise((resolve) => {
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: 'test' as const,
      ORIGIN: origin,
      DATA_DIR: home,
      LOG_LEVEL: 'silent',
    };
    execFile(
      process.execPath,
      ['--import', 'tsx', 'app/cli/records.ts', ...args],
      { env },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

beforeAll(async () => {
  keys = await loadOrCreateKeys({ dataDir, origin });
  db = openDatabase(`file:${path.join(dataDir, 'parkbridge.db')}`);
  migrateDatabase(db, 'db/migrations');
  world = await makeWorld(db);
  course = publishCourse(db);
  const { learner, colleague, programmeAdministrator } = world.people;
  chooseIdentity(db, learner, { identity: 'named', at: Date.now() });
  const sign = async (record: string) => signRecord(db, keys, { id: record, at: Date.now() });
  id = issue(db, learner, course, Date.now() - 1000);
  json = await sign(id);
  const other = issue(db, colleague, course, Date.now() - 1000);
  revoked = await sign(other);
  revokeRecord(db, programmeAdministrator, { id: other, reason: 'mistake', at: Date.now() });
  writeFileSync(at('record.json'), json);
  writeFileSync(at('revoked.json'), revoked);
  writeFileSync(at('record.jwt'), (await recordJwt(db, keys, anonymous, { id, at: Date.now() })).jwt);
  const made = await records(['bundle', at('bundle.json')], dataDir);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('did:web:parkbridge.test');
});
afterAll(() => {
  db?.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('with a bundle', () => {
  test.each(['record.json', 'record.jwt'])('%s is genuine and valid', async (name) => {
    const { code, out, err } = await records(['verify', at(name), '--bundle', at('bundle.json')]);
    expect(err).toBe('');
    expect(out).toContain('Genuine and valid');
    expect(out).toContain('Aisyah binti Rahman');
    expect(out).toContain('✓ The log has it.');
    expect(out).toContain('✓ Not revoked.');
    expect(out).toContain('Checked against the bundle of did:web:parkbridge.test');
    expect(out).toContain('No other server was asked.');
    expect(code).toBe(0);
  });

  test('what was revoked, altered or never logged is not', async () => {
    const withdrawn = await records(['verify', at('revoked.json'), '--bundle', at('bundle.json')]);
    expect(withdrawn.code).toBe(1);
    expect(withdrawn.out).toContain('✗ The issuer has');
    writeFileSync(at('altered.json'), json.replace('Aisyah', 'Aishah'));
    const altered = await records(['verify', at('altered.json'), '--bundle', at('bundle.json')]);
    expect(altered.code).toBe(1);
    expect(altered.out).toContain('✗ The signature does not fit.');
    expect(altered.out).not.toContain('Aishah');
    // Issued after the bundle was made: the log in it does not have it.
    const late = issue(db, world.people.foreigner, course, Date.now());
    writeFileSync(at('late.json'), await signRecord(db, keys, { id: late, at: Date.now() }));
    const unlogged = await records(['verify', at('late.json'), '--bundle', at('bundle.json')]);
    expect(unlogged.code).toBe(1);
    expect(unlogged.out).toContain('✗ The log does not have it.');
    const later = await records(['verify', at('late.json')], dataDir);
    expect(later.code).toBe(0);
    expect(later.out).toContain('Checked against the database');
  });

  test('a hashed holder is compared with who is named', async () => {
    const asked = (holder: string) =>
      records(['verify', at('revoked.json'), '--bundle', at('bundle.json'), '--holder', holder]);
    expect((await asked('wei.jie@mranti.example')).out).toContain('What you typed is the holder.');
    expect((await asked('somebody')).out).toContain('is not the holder');
  });

  test('that was altered in any part is refused', async () => {
    const bundle = readFileSync(at('bundle.json'), 'utf8');
    expect(await readBundle(bundle)).not.toBeNull();
    const change = async (alter: (document: ReturnType<typeof JSON.parse>) => void) => {
      const document = JSON.parse(bundle);
      alter(document);
      return readBundle(JSON.stringify(document));
    };
    expect(await change((one) => Object.assign(one, { at: '2027-01-01T00:00:00.000Z' }))).toBeNull();
    expect(await change((one) => Object.assign(one.profile, { name: 'Another' }))).toBeNull();
    expect(await change((one) => void one.log.leaves.pop())).toBeNull();
    expect(await change((one) => Object.assign(one, { lists: {} }))).toBeNull();
    expect(await change((one) => Object.assign(one, { more: 1 }))).toBeNull();
    expect(await change((one) => void one.keys.pop())).toBeNull();
    // Signed anew by somebody else, who then has to be named in it.
    const theirs = await loadOrCreateKeys({ dataDir: at('theirs'), origin });
    expect(await change((one) => Object.assign(one, { keys: theirs.ring }))).toBeNull();
    writeFileSync(at('broken.json'), bundle.slice(0, -20));
    const { code, err } = await records(['verify', at('record.json'), '--bundle', at('broken.json')]);
    expect(code).toBe(2);
    expect(err).toContain('damaged');
  });
});

describe('without a bundle', () => {
  test('and without data, the issuer’s key is not at hand', async () => {
    const { code, out } = await records(['verify', at('record.json')]);
    expect(code).toBe(1);
    expect(out).toContain('Not everything could be checked');
    expect(out).toContain('? The issuer’s key is not at hand.');
  });

  test.each([
    ['a file that is not there', 'missing.json', undefined],
    ['a text that is none', 'text.txt', 'hello'],
    ['an empty file', 'empty.json', ''],
    ['bytes', 'bytes.bin', Buffer.of(0xff, 0xfe, 0, 1)],
  ])('%s could not be read: exit code 2', async (_name, name, content) => {
    if (content !== undefined) writeFileSync(at(name), content);
    const { code, out, err } = await records(['verify', at(name)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(name);
    expect(err).not.toContain('    at ');
  });

  test('what a document says does not reach the terminal as commands', async () => {
    const document = JSON.parse(json);
    document.name = 'x';
    document.credentialSubject.achievement.name = '\u001b[31mred\u001b[0m\nGenuine and valid\u202e';
    document.issuer.id = 'did:web:elsewhere.example';
    writeFileSync(at('escape.json'), JSON.stringify(document));
    const { code, out } = await records(['verify', at('escape.json')]);
    expect(code).toBe(1);
    expect(out).not.toContain('\u001b');
    expect(out.split('\n')).not.toContain('Genuine and valid');
  });
});
