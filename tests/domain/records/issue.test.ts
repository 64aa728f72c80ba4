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
  chooseIdentity,
  findRecord,
  issueRecord,
  listRecords,
  recordJson,
  signPending,
  signRecord,
} from '~/domain/records/index.server';
import { migrateDatabase } from '~db/migrate.server';
import { openDatabase } from '~db/open.server';
import { entries, outbox, records } from '~db/schema';
import { makeWorld, now, origin, type World } from '../../support/world';
import { type Course, evidence, issue, publishCourse, titles } from './completed-course';
import { storedForm } from './stored-form';

let world: World;
let course: Course;
beforeEach(async () => {
  world = await makeWorld();
  course = publishCourse(world.db, undefined, 24);
});

describe('issuing', () => {
  test('happens exactly once for an account and a course', () => {
    const { db, people } = world;
    const first = issue(db, people.learner, course, now);
    const second = issue(db, people.learner, course, now + 5_000, 'ms');
    expect(second).toBe(first);
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(db.select().from(records).all()).toMatchObject([
      { id: first, issuedAt: now, locale: 'en', holder: people.learner.name, credentialId: null },
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
        issueRecord(tx, {
          account: people.learner,
          course,
          edition: course.edition,
          locale: 'en',
          evidence,
          at: now,
        });
        throw new Error('the completion failed');
      }),
    ).toThrow('the completion failed');
    expect(db.select().from(records).all()).toEqual([]);
    expect(db.select().from(outbox).all()).toEqual([]);
    expect(db.select().from(entries).all()).toEqual([]);
  });

  test('keeps the name as it was, and names its holder as the account has chosen', async () => {
    const { db, people, app } = world;
    chooseIdentity(db, people.foreigner, { identity: 'named', at: now });
    const id = issue(db, people.foreigner, course, now, 'zh-Hans');
    db.$client.prepare('update accounts set name = ? where id = ?').run('Someone else', people.foreigner.id);
    const record = await findRecord(db, app.keys, anonymous, { id, at: now });
    expect(record).toMatchObject({
      verified: true,
      name: '李娜',
      facts: { holder: '李娜', email: null, course: { title: titles['zh-Hans'] } },
    });
  });
});

describe('signing', () => {
  test('makes the credential that the specifications describe', async () => {
    const { db, people, app } = world;
    const id = issue(db, people.learner, course, now + 123);
    const { salt, statusIndex } = db.select().from(records).get() ?? { salt: '', statusIndex: -1 };
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    const hash = (value: string) =>
      `sha256$${createHash('sha256')
        .update(value + salt)
        .digest('hex')}`;
    const identity = (identityType: string, value: string) => ({
      type: 'IdentityObject',
      identityType,
      hashed: true,
      salt,
      identityHash: hash(value),
    });
    const status = (statusPurpose: string) => ({
      id: `${origin}/status/${statusPurpose}/0#${statusIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: String(statusIndex),
      statusListCredential: `${origin}/status/${statusPurpose}/0`,
    });
    const related = (inLanguage: string) => ({
      id: `${origin}/courses/technology-incubation?lng=${inLanguage}`,
      type: ['Related'],
      inLanguage,
      version: '3',
    });
    const credential = JSON.parse(await signRecord(db, app.keys, { id, at: now }));
    expect(credential).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
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
      validUntil: '2028-03-02T01:00:00Z',
      awardedDate: '2026-03-02T01:00:00Z',
      name: titles.en,
      credentialSubject: {
        id: `${origin}/records/${id}#holder`,
        type: ['AchievementSubject'],
        identifier: [
          identity('name', 'Aisyah binti Rahman'),
          identity('emailAddress', 'aisyah@mranti.example'),
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
          related: [related('ms'), related('zh-Hans')],
        },
      },
      evidence: [
        {
          id: `${origin}/records/${id}#lesson-selecting-companies`,
          type: ['Evidence'],
          name: 'Selecting companies',
          genre: 'reading',
          narrative: 'Completed on 2026-03-01, in English.',
        },
        {
          id: `${origin}/records/${id}#lesson-final-quiz`,
          type: ['Evidence'],
          name: 'Final quiz',
          genre: 'quiz',
          narrative: 'Passed on 2026-03-02, in Chinese: 9 of 10 correct, pass mark 75%.',
        },
      ],
      credentialSchema: [
        {
          id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
          type: '1EdTechJsonSchemaValidator2019',
        },
      ],
      credentialStatus: [
        status('revocation'),
        status('suspension'),
        { id: `${origin}/status/revoked.json`, type: '1EdTechRevocationList' },
      ],
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
    const together = await Promise.all(
      Array.from({ length: 5 }, () => signRecord(db, app.keys, { id, at: now })),
    );
    db.update(records).set({ credentialId: null }).run();
    const again = await signRecord(db, app.keys, { id, at: now });
    expect(new Set([...together, again]).size).toBe(1);
    expect((await recordJson(db, app.keys, anonymous, { id, at: now })).json).toBe(again);
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
    expect(db.select().from(records).all()).toMatchObject([{ credentialId: null }]);
    expect(await signPending(db, world.app.keys, now)).toBe(1);
    expect(await signPending(db, world.app.keys, now)).toBe(0);
    const row = db.select().from(records).get();
    expect(await findRecord(db, world.app.keys, anonymous, { id: row?.id ?? '', at: now })).toMatchObject({
      verified: true,
    });
    db.$client.close();
  });

  test('is made up for by whoever reads first', async () => {
    const { db, people, app } = world;
    const id = issue(db, people.learner, course, now);
    expect(await findRecord(db, app.keys, anonymous, { id, at: now })).toMatchObject({ verified: true });
    expect(storedForm(db, id)).toContain('proofValue');
  });

  test('refuses what is not there', async () => {
    await expect(signRecord(world.db, world.app.keys, { id: 'none', at: now })).rejects.toThrow('not-found');
    await expect(findRecord(world.db, world.app.keys, anonymous, { id: 'none', at: now })).rejects.toThrow(
      'not-found',
    );
  });
});

describe('a learner’s list', () => {
  test('has their own records only, newest first, each in its own language', () => {
    const { db, people } = world;
    const other = publishCourse(db, 'market-entry');
    const older = issue(db, people.learner, course, now, 'zh-Hans');
    const newer = issue(db, people.learner, other, now + 1_000);
    issue(db, people.colleague, course, now);
    expect(listRecords(db, people.learner, now)).toMatchObject([
      { id: newer, title: titles.en, edition: 3, standing: { state: 'valid', revokedAt: null } },
      { id: older, title: titles['zh-Hans'], locale: 'zh-Hans' },
    ]);
    expect(listRecords(db, people.foreigner, now)).toEqual([]);
  });
});
