// Every page of the site with something on it: who has to look at which address, on data made for that.
import path from 'node:path';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { type AccountActor, system } from '~/domain/actor';
import { currentEdition, lessonsOf } from '~/domain/courses/index.server';
import {
  createInvitation,
  findActor,
  listParks,
  requestReset,
  requestSignUp,
} from '~/domain/identity/index.server';
import { completeLesson, enrol } from '~/domain/learning/index.server';
import { issueRecord, loadOrCreateKeys, revokeRecord, signRecord } from '~/domain/records/index.server';
import { type Db, openDatabase } from '~db/open.server';
import { accounts, outbox } from '~db/schema';
import { cookieOf, demoPeople } from './people';

export type Person = keyof typeof demoPeople | 'anyone';

/** Addresses that only this data has. */
export type Stage = {
  course: string;
  reading: string;
  quiz: string;
  record: string;
  revoked: string;
  join: string;
  signUp: string;
  reset: string;
};

const course = 'technology-incubation';
const address = '127.0.0.1';

/**
 * Prepares the data of a server that will be at `origin` and does not run yet: the demo's learner of MRANTI is on the way, the one of
 * Z-Park has done nothing; somebody has a record, and one that was withdrawn; links that were mailed are open.
 */
export async function setStage(dataDir: string, origin: string): Promise<Stage> {
  const db = openDatabase(`file:${path.join(dataDir, 'parkbridge.db')}`);
  try {
    const at = Date.now();
    const edition = currentEdition(db, course);
    if (!edition) throw new Error(`${course} is not published`);
    const lessons = lessonsOf(edition);
    const readings = lessons.filter(({ kind }) => kind === 'reading');
    const [first, second] = readings;
    const quiz = lessons.find(({ kind }) => kind === 'quiz');
    if (!first || !second || !quiz) throw new Error(`${course} has no two readings and a quiz`);

    const learner = actorOf(db, demoPeople.learner);
    enrol(db, learner, { course, at });
    completeLesson(db, learner, {
      course,
      lesson: first.slug,
      textDigest: first.texts.en?.digest ?? '',
      at,
    });

    const keys = await loadOrCreateKeys({ dataDir, origin, configured: undefined });
    const issue = async (email: string, locale: 'en' | 'zh-Hans') => {
      const { id, name } = actorOf(db, email);
      const given = {
        account: { id, name },
        course: { id: edition.courseId },
        edition,
        locale,
        evidence: { lessons: [] },
        at,
      };
      const record = db.transaction((tx) => issueRecord(tx, given));
      await signRecord(db, keys, { id: record, at });
      return record;
    };
    const record = await issue(demoPeople.instructor, 'en');
    const revoked = await issue(demoPeople.parkAdministrator, 'zh-Hans');
    revokeRecord(db, system, { id: revoked, reason: 'Issued by mistake', at });

    const parkId = listParks(db).find(({ slug }) => slug === 'mranti')?.id ?? 0;
    const invited = { email: 'siti@mranti.example', parkId, roles: [], locale: 'en' as const, at };
    const { token } = createInvitation(db, system, invited);
    await requestSignUp(db, { email: 'new@mranti.example', locale: 'en', address, at });
    await requestReset(db, { email: demoPeople.learner, address, at });
    return {
      course: `/courses/${course}`,
      reading: `/courses/${course}/lessons/${second.slug}`,
      quiz: `/courses/${course}/lessons/${quiz.slug}`,
      record: `/records/${record}`,
      revoked: `/records/${revoked}`,
      join: `/join/${token}`,
      signUp: mailed(db, 'confirm-sign-up'),
      reset: mailed(db, 'reset-password'),
    };
  } finally {
    db.$client.close();
  }
}

/** The account of one of the demo's people, to act as. */
export function actorOf(db: Db, email: string): AccountActor {
  const row = db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)).get();
  const actor = row && findActor(db, row.id);
  if (!actor) throw new Error(`the data has no ${email}`);
  return actor;
}

/** The link of a mail that waits to be sent. */
function mailed(db: Db, template: 'confirm-sign-up' | 'reset-password'): string {
  const mail = db.select().from(outbox).where(eq(outbox.template, template)).get();
  if (!mail?.values.path) throw new Error(`no mail ${template} waits`);
  return mail.values.path;
}

/** The learner hands in an attempt at the quiz with nothing answered. Returns the address of its result. */
export async function failQuiz(browser: Browser, origin: string, stage: Stage): Promise<string> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await beAt(page, origin, 'learner');
  await page.goto(stage.quiz);
  await page.locator('form[action*="/sitting"] button').first().click();
  await page.locator('#hand-in').click();
  await page.locator('button[name=partly]').click();
  await page.waitForURL('**/attempts/**');
  const { pathname } = new URL(page.url());
  await context.close();
  return pathname;
}

const cookies = new Map<string, Promise<string>>();

/** Signs the page's browser in as `person`, once a server, or out. */
export async function beAt(page: Page, origin: string, person: Person): Promise<void> {
  const context = page.context();
  await context.clearCookies({ name: 'session' });
  if (person === 'anyone') return;
  const key = `${origin} ${person}`;
  const cookie = cookies.get(key) ?? cookieOf(origin, demoPeople[person]);
  cookies.set(key, cookie);
  const [name = '', value = ''] = (await cookie).split('=');
  await context.addCookies([{ name, value, url: origin }]);
}
