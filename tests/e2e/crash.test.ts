// Kill -9 in the middle of a burst of completions: every one that was confirmed is there afterwards.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, inject, it } from 'vitest';
import { currentEdition } from '~/domain/courses/index.server';
import { makeSessions } from '~/http/session.server';
import { type Db, openDatabase } from '~db/open.server';
import { accounts, completions, lessons, records } from '~db/schema';
import { type RunningServer, startServer } from '../support/server';

const course = 'technology-incubation';
const people = 60;

let folder: string;
let server: RunningServer | undefined;

afterEach(async () => {
  await server?.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('loses nothing that was confirmed, and issues what is owed', async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-crash-'));
  cpSync(inject('dataTemplate'), folder, { recursive: true });
  const url = `file:${path.join(folder, 'parkbridge.db')}`;

  const before = openDatabase(url);
  const readings = currentEdition(before, course)
    ?.modules.flatMap((module) => module.lessons)
    .filter((lesson) => lesson.kind === 'reading');
  if (!readings?.length) throw new Error('the built-in course has no readings');
  const learners = await addLearners(before);
  before.$client.close();

  server = await startServer({ dataDir: folder });
  const { origin } = server;
  const confirmed = new Set<string>();
  const enough = Math.floor((people * readings.length) / 3);
  const send = (cookie: string, action: string, fields: Record<string, string>) =>
    fetch(`${origin}/courses/${course}/${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: origin, Cookie: cookie },
      body: new URLSearchParams(fields),
    });

  let killed: Promise<number | null> | undefined;
  await Promise.all(
    learners.map(async ({ id, cookie }) => {
      try {
        await send(cookie, 'enrol', {});
        for (const lesson of readings) {
          const answer = await send(cookie, `lessons/${lesson.slug}/complete`, {
            text: lesson.texts.en?.digest ?? '',
          });
          expect(answer.status).toBe(302);
          confirmed.add(`${id} ${lesson.slug}`);
          if (confirmed.size >= enough) killed ??= server?.end('SIGKILL');
        }
      } catch (error) {
        // The connection breaks for those the kill caught in flight; nothing was confirmed to them.
        if (!killed) throw error;
      }
    }),
  );
  expect(await killed).toBeNull();
  expect(confirmed.size).toBeGreaterThanOrEqual(enough);

  // The next start opens what the crash left.
  server = await startServer({ dataDir: folder });
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  await server.end();

  const after = openDatabase(url);
  expect(after.$client.pragma('integrity_check', { simple: true })).toBe('ok');
  const slugs = new Map(
    after
      .select()
      .from(lessons)
      .all()
      .map((lesson) => [lesson.id, lesson.slug]),
  );
  const kept = new Set(
    after
      .select()
      .from(completions)
      .all()
      .map((row) => `${row.accountId} ${slugs.get(row.lessonId)}`),
  );
  expect([...confirmed].filter((each) => !kept.has(each))).toEqual([]);
  expect(
    after
      .select()
      .from(records)
      .all()
      .filter((record) => record.credentialId === null),
  ).toEqual([]);
  after.$client.close();
});

async function addLearners(db: Db): Promise<{ id: number; cookie: string }[]> {
  const sessions = makeSessions(db, { secure: false });
  const made: { id: number; cookie: string }[] = [];
  for (let n = 0; n < people; n += 1) {
    const { id } = db
      .insert(accounts)
      .values({
        email: `crash${n}@mranti.example`,
        name: `Learner ${n}`,
        parkId: 1,
        locale: 'en',
        timeZone: 'Asia/Kuala_Lumpur',
        passwordHash: '!',
        createdAt: 0,
      })
      .returning({ id: accounts.id })
      .get();
    const cookie = await sessions.begin(id, 'test', Date.now());
    made.push({ id, cookie: cookie.split(';')[0] ?? '' });
  }
  return made;
}
