import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  findRecord,
  issueRecord,
  listRecords,
  recordJson,
  revokeRecord,
  signPending,
  signRecord,
} from '~/domain/records/index.server';
import { migrateDatabase } from '~db/migrate.server';
import { openDatabase } from '~db/open.server';
import { entries, outbox, records } from '~db/schema';
import { makeWorld, now, origin, type World } from '../../support/world';
import { type Course, issue, publishCourse, titles } from './completed-course';

let world: World;
let course: Course;
beforeEach(async () => {
  world = await makeWorld();
  course = publishCourse(world.db);
});

describe('issuing', () => {
  test('happens exactly once for an account and a course', () => {
    const { db, people } = world;
    const first = issue(db, people.learner, course, now);
    const second = issue(db, people.learner, course, now + 5_000, 'ms');
    expect(second).toBe(first);
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(db.select().from(records).all()).toMatchObject([
      { id: first, issuedAt: now, locale: 'en', holder: people.learner.name, credential: null },
    ]);
    expect(db.select().from(entries).where(eq(entries.action, 'record.issued')).all()).toMatchObject([
      { entityId: first, at: now, detail: { accountId: people.learner.id, courseId: course.id } },
    ]);
    expect(db.select().from(outbox).all()).toMatchObject([
      {
        recipient: people.learner.email,
        template: 'record-issued',
        values: { name: people.learner.name, course: titles.en, path: `/records/${first}` },
      },
    ]);
    expect(issue(db, people.colleague, course, now)).not.toBe(first);
  });

  test('happens exactly once from two connections', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'parkbridge-')), 'db');
    const one = openDatabase(`file:${file}`);
    migrateDatabase(one, 'db/migrations');
    const two = openDatabase(`file:${file}`);
    const { people } = await makeWorld(one);
    const shared = publishCourse(one);
    const ids = Array.from({ length: 10 }, (_, turn) =>
      issue(turn % 2 ? two : one, people.learner, shared, now),
    );
    expect(new Set(ids).size).toBe(1);
    expect(two.select().from(records).all()).toHaveLength(1);
    expect(two.select().from(outbox).all()).toHaveLength(1);
    one.$client.close();
    two.$client.close();
  });

  test('is undone whole with the transaction around it', () => {
    const { db, people } = world;
    expect(() =>
      db.transaction((tx) => {
        issueRecord(tx, { account: people.learner, course, edition: course.edition, locale: 'en', at: now });
        throw new Error('the completion failed');
      }),
    ).toThrow('the completion failed');
    expect(db.select().from(records).all()).toEqual([]);
    expect(db.select().from(outbox).all()).toEqual([]);
    expect(db.select().from(entries).all()).toEqual([]);
  });

  test('keeps the name as it was', async () => {
    const { db, people, app } = world;
    const id = issue(db, people.foreigner, course, now, 'zh-Hans');
    db.$client.prepare('update accounts set name = ? where id = ?').run('Someone else', people.foreigner.id);
    const record = await findRecord(db, app.keys, { id, at: now });
    expect(record).toMatchObject({
      verified: true,
      facts: { holder: '李娜', course: { title: titles['zh-Hans'] } },
    });
  });
});

describe('signing', () => {
  test('makes the credential that the specifications describe', async () => {
    const { db, people, app } = world;
    const id = issue(db, people.learner, course, now + 123);
    const credential = JSON.parse(await signRecord(db, app.keys, id));
    expect(credential).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: `${origin}/records/${id}`,
      type: ['VerifiableCredential', 'AchievementCredential'],
      issuer: {
        id: 'did:web:parkbridge.test',
        type: ['Profile'],
        name: 'Parkbridge',
        url: `${origin}/issuer`,
      },
      validFrom: '2026-03-02T01:00:00Z',
      name: titles.en,
      credentialSubject: {
        type: ['AchievementSubject'],
        identifier: [
          {
            type: 'IdentityObject',
            identityType: 'name',
            hashed: false,
            identityHash: 'Aisyah binti Rahman',
          },
        ],
        achievement: {
          id: `${origin}/courses/technology-incubation`,
          type: ['Achievement'],
          achievementType: 'Course',
          name: titles.en,
          description: 'How a park chooses young companies & helps them “grow”.',
          version: '3',
          inLanguage: 'en',
          criteria: { narrative: expect.stringContaining('edition 3') },
        },
      },
      relatedResource: [
        {
          id: `${origin}/editions/${course.edition.digest}.json`,
          digestSRI: `sha256-${createHash('sha256').update(course.edition.manifest).digest('base64')}`,
          mediaType: 'application/json',
        },
      ],
      proof: [
        {
          type: 'DataIntegrityProof',
          cryptosuite: 'eddsa-rdfc-2022',
          created: '2026-03-02T01:00:00Z',
          verificationMethod: app.keys.verificationMethod,
          proofPurpose: 'assertionMethod',
          proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
        },
      ],
    });
  });

  test('gives the same bytes again, whoever comes first and however often', async () => {
    const { db, people, app } = world;
    const id = issue(db, people.learner, course, now);
    const together = await Promise.all(Array.from({ length: 5 }, () => signRecord(db, app.keys, id)));
    db.update(records).set({ credential: null }).run();
    const again = await signRecord(db, app.keys, id);
    expect(new Set([...together, again]).size).toBe(1);
    expect((await recordJson(db, app.keys, id)).json).toBe(again);
  });

  test('makes up for a process that was killed after the commit', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-'));
    const file = path.join(folder, 'db');
    const before = openDatabase(`file:${file}`);
    migrateDatabase(before, 'db/migrations');
    await makeWorld(before);
    before.$client.close();
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      'tests/domain/records/killed-process.ts',
      file,
    ]);
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    const [, signal] = await once(child, 'exit');
    expect(Buffer.concat(errors).toString()).toBe('');
    expect(signal).toBe('SIGKILL');
    const db = openDatabase(`file:${file}`);
    expect(db.select().from(records).all()).toMatchObject([{ credential: null }]);
    expect(await signPending(db, world.app.keys)).toBe(1);
    expect(await signPending(db, world.app.keys)).toBe(0);
    const row = db.select().from(records).get();
    expect(await findRecord(db, world.app.keys, { id: row?.id ?? '', at: now })).toMatchObject({
      verified: true,
    });
    db.$client.close();
  });

  test('is made up for by whoever reads first', async () => {
    const { db, people, app } = world;
    const id = issue(db, people.learner, course, now);
    expect(await findRecord(db, app.keys, { id, at: now })).toMatchObject({ verified: true });
    expect(db.select().from(records).get()?.credential).toContain('proofValue');
  });

  test('refuses what is not there', async () => {
    await expect(signRecord(world.db, world.app.keys, 'none')).rejects.toThrow('not-found');
    await expect(findRecord(world.db, world.app.keys, { id: 'none', at: now })).rejects.toThrow('not-found');
  });
});

describe('a learner’s list', () => {
  test('has their own records only, newest first, each in its own language', () => {
    const { db, people } = world;
    const other = publishCourse(db, 'market-entry');
    const older = issue(db, people.learner, course, now, 'zh-Hans');
    const newer = issue(db, people.learner, other, now + 1_000);
    issue(db, people.colleague, course, now);
    expect(listRecords(db, people.learner)).toMatchObject([
      { id: newer, title: titles.en, edition: 3, revokedAt: null },
      { id: older, title: titles['zh-Hans'], locale: 'zh-Hans' },
    ]);
    expect(listRecords(db, people.foreigner)).toEqual([]);
  });
});

describe('revoking', () => {
  test('is for programme administrators, once, on the log, and plain to see', async () => {
    const { db, people, app } = world;
    const id = issue(db, people.learner, course, now);
    const input = { id, reason: 'Issued to the wrong person', at: now + 1 };
    for (const actor of [anonymous, people.learner, people.instructor, people.parkAdministrator]) {
      expect(() => revokeRecord(db, actor, input)).toThrow('forbidden');
    }
    expect(() => revokeRecord(db, people.programmeAdministrator, { ...input, id: 'none' })).toThrow(
      'not-found',
    );
    revokeRecord(db, people.programmeAdministrator, input);
    expect(() => revokeRecord(db, people.programmeAdministrator, input)).toThrow('record-already-revoked');
    expect(await findRecord(db, app.keys, { id, at: now })).toMatchObject({
      verified: true,
      revokedAt: now + 1,
    });
    const line = db.select().from(entries).where(eq(entries.action, 'record.revoked')).all();
    expect(line).toMatchObject([{ actorId: people.programmeAdministrator.id, entityId: id, detail: {} }]);
    expect(issue(db, people.learner, course, now + 2)).toBe(id);
  });
});
