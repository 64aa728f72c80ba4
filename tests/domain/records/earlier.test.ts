// Records that an earlier version issued: one credential in the row, the name in the clear. They come along byte for byte.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  changeIdentity,
  didDocument,
  findRecord,
  type IssuerKeys,
  loadOrCreateKeys,
  recordJson,
  revokeRecord,
  signPending,
  signRecord,
} from '~/domain/records/index.server';
import { migrateDatabase } from '~db/migrate.server';
import { type Db, wrapClient } from '~db/open.server';
import { logEntries, recordCredentials, records, statusLists } from '~db/schema';
import { makeWorld, now, origin } from '../../support/world';
import { publishCourse } from './completed-course';
import { verifyElsewhere } from './verify-elsewhere';

const json = readFileSync('tests/domain/records/issued-earlier.json', 'utf8').trim();
const id = '5a4f6c1e-0c1b-4f7e-9a63-1d2c3b4a5968';

/** The migrations as that version had them. */
function earlierMigrations(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-migrations-'));
  cpSync('db/migrations', folder, { recursive: true });
  const journal = path.join(folder, 'meta/_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 4) }));
  return folder;
}

let db: Db;
let keys: IssuerKeys;
let world: Awaited<ReturnType<typeof makeWorld>>;

beforeEach(async () => {
  const client = new Database(':memory:');
  db = wrapClient(client);
  migrateDatabase(db, earlierMigrations());
  client.exec(`
    insert into parks values (1, 'before', '{}', 1);
    insert into accounts (id, park_id, email, name, password_hash, locale, time_zone, created_at)
      values (101, 1, 'li.na@before.example', '李娜', '!', 'zh-Hans', 'Asia/Shanghai', 1), (102, 1, 'b@before.example', 'B', '!', 'en', 'UTC', 1),
        (103, 1, 'c@before.example', 'C', '!', 'en', 'UTC', 1);`);
  const course = publishCourse(db);
  const put = client.prepare(
    `insert into records (id, account_id, course_id, edition_id, locale, holder, issued_at, credential, revoked_at, revoked_reason)
     values (?, ?, ${course.id}, ${course.edition.id}, 'zh-Hans', ?, ?, ?, ?, ?)`,
  );
  put.run(id, 101, '李娜', now, json, null, null);
  put.run('00000000-0000-4000-8000-000000000002', 102, 'B', now + 1, json, now + 5, 'By mistake');
  put.run('00000000-0000-4000-8000-000000000003', 103, 'C', now + 2, null, null, null);
  migrateDatabase(db, 'db/migrations');
  world = await makeWorld(db);
  keys = await loadOrCreateKeys({
    dataDir: mkdtempSync(path.join(tmpdir(), 'parkbridge-')),
    origin,
    configured: 'z3u2bpACJXYj89Vh7HqHn8oVv2A2niEy9FcQUzzuQTYJ61AX',
  });
});

describe('a record of an earlier version', () => {
  test('is there byte for byte, verifies, and shows the name that it always showed', async () => {
    expect((await recordJson(db, keys, anonymous, { id, at: now })).json).toBe(json);
    expect(await verifyElsewhere(json, didDocument(keys))).toBe(true);
    expect(await findRecord(db, keys, anonymous, { id, at: now })).toMatchObject({
      verified: true,
      name: '李娜',
      standing: { state: 'valid' },
      facts: { hasStatus: false, email: null, validUntil: null, evidence: [] },
    });
  });

  test('has its place in the lists and, with the next start, in the log', async () => {
    const rows = db.select().from(records).all();
    expect(rows.map(({ identity }) => identity)).toEqual(['named', 'named', 'hashed']);
    expect(new Set(rows.map(({ statusIndex }) => statusIndex)).size).toBe(3);
    expect(new Set(rows.map(({ salt }) => salt)).size).toBe(3);
    expect(rows[0]).toMatchObject({ email: 'li.na@before.example', completedAt: now, issuedAt: now });
    expect(db.select().from(statusLists).all()).toEqual([{ number: 0, taken: 3, version: 0 }]);
    expect(await signPending(db, keys, now + 9)).toBe(1);
    const logged = () =>
      db
        .select()
        .from(logEntries)
        .all()
        .map(({ event, at }) => [event, at]);
    expect(logged()).toEqual([
      ['issued', now + 9],
      ['issued', now + 9],
      ['revoked', now + 9],
      ['issued', now + 9],
    ]);
    expect(await signPending(db, keys, now + 10)).toBe(0);
    expect(logged()).toHaveLength(4);
    expect(
      db
        .select()
        .from(recordCredentials)
        .all()
        .map(({ digest }) => digest),
    ).not.toContain(null);
  });

  test('can be revoked, and be signed in the form of today where its holder wants that', async () => {
    await signPending(db, keys, now);
    const [row] = db.select().from(records).all();
    const holder = { ...world.people.learner, id: row?.accountId ?? 0 };
    changeIdentity(db, keys, holder, { id, identity: 'hashed', at: now });
    const anew = await signRecord(db, keys, { id, at: now });
    expect(anew).toContain('credentialStatus');
    expect(anew).not.toContain('李娜');
    expect(await verifyElsewhere(anew, didDocument(keys))).toBe(true);
    changeIdentity(db, keys, holder, { id, identity: 'named', at: now });
    expect(await signRecord(db, keys, { id, at: now })).toBe(json);
    revokeRecord(db, world.people.programmeAdministrator, { id, reason: 'No', at: now });
    expect(await recordJson(db, keys, anonymous, { id, at: now })).toMatchObject({
      tellsStatus: false,
      standing: { state: 'revoked' },
    });
  });
});
