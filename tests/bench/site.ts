// The data the page rows run on: demo people and courses as `npm run demo` leaves them, and learners who are signed in.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { loadConfig } from '~/config.server';
import { openApp } from '~/context.server';
import type { AccountActor } from '~/domain/actor';
import { currentEdition, lessonsOf, pickText } from '~/domain/courses/index.server';
import { beginSession, sha256 } from '~/domain/identity/index.server';
import { completeLesson, enrol } from '~/domain/learning/index.server';
import { issueRecord, signRecord } from '~/domain/records/index.server';
import { type Locale, locales } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { accounts } from '~db/schema';
import { prepareData } from '../support/data';
import { demoPeople } from '../support/people';
import { addCrowd } from './crowd';

export type Site = {
  dataDir: string;
  course: string;
  /** The readings of the course, whose pages are asked for. */
  readings: string[];
  learners: { account: number; cookie: string; locale: Locale }[];
  /** The cookie of a programme administrator who is signed in. */
  administrator: string;
  recordId: string;
  dispose(): void;
};

const course = 'technology-incubation';
const day = 86_400_000;

/**
 * A new data folder with `learners` enrolled and signed in, in every language; each is one, two or three lessons on, and
 * completed them at a time of their own; and, where asked, a `crowd` of others. The server that serves it comes by plain http.
 */
export async function prepareSite(learners: number, { crowd = 0 } = {}): Promise<Site> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-bench-'));
  await prepareData(dataDir);
  const app = await openApp(loadConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    jobs: false,
  });
  const { db } = app;
  if (crowd > 0) addCrowd(db, crowd);
  const now = Date.now();
  const edition = currentEdition(db, course);
  const model = db.select().from(accounts).get();
  if (!edition || !model) throw new Error('the demo data has no course or nobody in it');
  const lessons = lessonsOf(edition);
  const readings = lessons.filter((lesson) => lesson.kind === 'reading');
  const made: Site['learners'] = [];
  db.$client.transaction(() => {
    for (let n = 0; n < learners; n += 1) {
      const locale = locales[n % locales.length] ?? 'en';
      const email = `learner-${n}@bench.example`;
      const { id, parkId, unitId, name, timeZone } = db
        .insert(accounts)
        .values({ ...model, id: undefined, email, name: `Learner ${n}`, locale })
        .returning()
        .get();
      const actor: AccountActor = {
        kind: 'account',
        id,
        parkId,
        unitId,
        email,
        name,
        locale,
        timeZone,
        roles: [],
      };
      const began = now - 20 * day + n * 1000;
      enrol(db, actor, { course, at: began });
      for (const [index, lesson] of readings.slice(0, Math.floor(n / locales.length) % 3).entries()) {
        const { digest: textDigest } = pickText(lesson, edition, locale).text;
        completeLesson(db, actor, { course, lesson: lesson.slug, textDigest, at: began + (index + 1) * day });
      }
      made.push({ account: id, cookie: signedIn(db, id, now), locale });
    }
  })();
  const administrator = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.email, demoPeople.programmeAdministrator))
    .get();
  if (!administrator) throw new Error('the demo data has no administrator');
  const administratorsCookie = signedIn(db, administrator.id, now);
  const recordId = issueRecord(db, {
    account: { id: model.id, name: model.name },
    course: { id: edition.courseId },
    edition,
    locale: 'en',
    evidence: { lessons: [] },
    at: now,
  });
  await signRecord(db, app.keys, { id: recordId, at: now });
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  await app.close();
  return {
    dataDir,
    course,
    readings: readings.map((lesson) => lesson.slug),
    learners: made,
    administrator: administratorsCookie,
    recordId,
    dispose: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** Begins a session and returns its Cookie header. */
function signedIn(db: Db, accountId: number, at: number): string {
  const session = [...randomBytes(40)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('');
  beginSession(db, {
    idHash: sha256(session),
    accountId,
    userAgent: 'bench',
    expiresAt: at + 30 * day,
    at,
  });
  return `session=${session}`;
}
