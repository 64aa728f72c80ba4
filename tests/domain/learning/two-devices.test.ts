import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isNotNull } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccountActor } from '~/domain/actor';
import { completeLesson, enrol, findEnrolmentState } from '~/domain/learning/index.server';
import { migrateDatabase } from '~db/migrate.server';
import { type Db, openDatabase } from '~db/open.server';
import { accounts, completions, enrolments, entries, outbox, records } from '~db/schema';
import { digestOf, publishLessons, slug } from '../../support/course';
import { makeWorld, now } from '../../support/world';

let folder: string;
let file: string;
let db: Db;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-race-'));
  file = path.join(folder, 'race.db');
  db = openDatabase(`file:${file}`);
  migrateDatabase(db, 'db/migrations');
});
afterEach(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

const lessons = [{ id: 'first' }, { id: 'second' }];

it('finishing the last two lessons in the same instant issue each learner exactly one record', async () => {
  const world = await makeWorld(db);
  const edition = await publishLessons(db, lessons);
  const { learner } = world.people;
  const count = 30;
  const model = { ...learner, passwordHash: '!', createdAt: now };
  for (let index = 0; index < count; index += 1) {
    const { id: _id, kind: _kind, roles: _roles, ...row } = model;
    const added = db
      .insert(accounts)
      .values({ ...row, email: `racer-${index}@mranti.example` })
      .returning()
      .get();
    enrol(db, { ...learner, id: added.id }, { course: slug, at: now });
  }
  const devices = lessons.map(({ id }) => start([file, slug, id, digestOf(edition, id), String(now)]));
  await Promise.all(devices.map(({ said }) => said('ready')));
  const issued = await Promise.all(devices.map((device) => device.finish()));

  expect(issued.reduce((sum, each) => sum + each, 0)).toBe(count);
  const rows = db.select().from(records).all();
  expect(rows).toHaveLength(count);
  expect(new Set(rows.map(({ accountId }) => accountId)).size).toBe(count);
  expect(db.select().from(enrolments).where(isNotNull(enrolments.completedAt)).all()).toHaveLength(count);
  expect(db.select().from(completions).all()).toHaveLength(2 * count);
  expect(db.select().from(outbox).all()).toHaveLength(count);
  const actions = db
    .select()
    .from(entries)
    .all()
    .map(({ action }) => action);
  expect(actions.filter((action) => action === 'record.issued')).toHaveLength(count);
  expect(actions.filter((action) => action === 'enrolment.completed')).toHaveLength(count);
  expect(actions.filter((action) => action === 'lesson.completed')).toHaveLength(2 * count);
}, 60_000);

it('that hold their own handles see at once what the other wrote', async () => {
  const world = await makeWorld(db);
  const edition = await publishLessons(db, lessons);
  const { learner } = world.people;
  const other = openDatabase(`file:${file}`);
  enrol(db, learner, { course: slug, at: now });
  const complete = (handle: Db, lesson: string, actor: AccountActor = learner) =>
    completeLesson(handle, actor, { course: slug, lesson, textDigest: digestOf(edition, lesson), at: now });
  expect(findEnrolmentState(other, learner, edition)).toMatchObject({ done: 0 });
  expect(complete(db, 'first')).toMatchObject({ courseCompleted: false, next: 'second' });
  expect(findEnrolmentState(other, learner, edition)).toMatchObject({ done: 1 });
  const done = complete(other, 'second');
  expect(done).toMatchObject({ courseCompleted: true, issued: true });
  expect(complete(db, 'second')).toMatchObject({ issued: false, recordId: done.recordId });
  expect(findEnrolmentState(db, learner, edition)).toMatchObject({ recordId: done.recordId });
  other.$client.close();
});

/** A process that says `ready`, waits for a word, works, and says a number. */
function start(args: string[]) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/domain/learning/completing-process.ts', ...args],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return {
    async said(word: string) {
      while (!output.includes(word)) await once(child.stdout ?? child, 'data');
    },
    async finish(): Promise<number> {
      const closed = once(child, 'close');
      child.stdin?.write('go\n');
      const [code] = await closed;
      expect(code).toBe(0);
      return Number(output.trim().split('\n').at(-1));
    },
  };
}
