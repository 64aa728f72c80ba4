// A course kept on the device, in a real Chromium against a server that is really gone: read, complete and write, come back, and find
// everything sent once, in order, with no word lost.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { currentEdition, type Edition, lessonsOf } from '~/domain/courses/index.server';
import { en } from '~/i18n/en';
import { zhHans } from '~/i18n/zh-Hans';
import { type Db, openDatabase } from '~db/open.server';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage } from '../support/browser';
import { publishLessons, slug as smallCourse, threeLessons } from '../support/course';
import { addLearner, keysOf } from '../support/learner';
import { cookieOf, demoPeople, signIn } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

const course = 'technology-incubation';
const words = en.offline;

let server: RunningServer;
let browser: Browser;
let port: number;

beforeAll(async () => {
  server = await startServer({ template: inject('dataTemplate') });
  port = Number(new URL(server.origin).port);
  browser = await launchBrowser();
});

// A test that failed may have left it away.
beforeEach(async () => {
  if (server.process.exitCode !== null || server.process.signalCode !== null) await comeBack();
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/** The server is gone, as by a power cut; its data stays. */
const goAway = () => server.end('SIGKILL');
const comeBack = async () => {
  server = await startServer({ dataDir: server.dataDir, port });
};

function withDatabase<Value>(read: (db: Db) => Value): Value {
  const db = openDatabase(`file:${path.join(server.dataDir, 'parkbridge.db')}`);
  try {
    return read(db);
  } finally {
    db.$client.close();
  }
}

const rows = <Row>(sql: string, ...values: unknown[]): Row[] =>
  withDatabase((db) => db.$client.prepare(sql).all(...values) as Row[]);

const completionsOf = (email: string): string[] =>
  rows<{ slug: string }>(
    `select l.slug from completions c join lessons l on l.id = c.lesson_id join accounts a on a.id = c.account_id
     where a.email = ? order by c.id`,
    email,
  ).map((row) => row.slug);

const answersOf = (email: string): string[] =>
  rows<{ note: string }>(
    'select r.note from reflections r join accounts a on a.id = r.account_id where a.email = ?',
    email,
  ).map((row) => row.note);

type Device = { page: Page; context: BrowserContext; email: string; edition: Edition };

/** A new learner on a device of their own, enrolled and with the course kept. */
async function deviceWith(kept = course, options: { locale?: 'en' | 'zh-Hans' } = {}): Promise<Device> {
  const { locale = 'en' } = options;
  const email = `${randomUUID()}@mranti.example`;
  addLearner(server.dataDir, { email, name: 'Nurul Aisyah', locale });
  const { page, context } = await openPage(browser, {
    origin: server.origin,
    locale: locale === 'en' ? 'en-GB' : 'zh-CN',
  });
  await page.goto('/sign-in');
  await signIn(page, email);
  await page.waitForURL('**/my**');
  await enrolAndKeep(page, kept, locale === 'en' ? en : zhHans);
  const edition = withDatabase((db) => currentEdition(db, kept));
  if (!edition) throw new Error(`${kept} is not published`);
  return { page, context, email, edition };
}

async function enrolAndKeep(page: Page, kept: string, m: Pick<typeof en, 'offline' | 'courses'>) {
  await page.goto(`/courses/${kept}`);
  await page.getByRole('button', { name: m.courses.course.enrol, exact: true }).first().click();
  await page.waitForURL('**/lessons/**');
  await page.goto(`/courses/${kept}`);
  await page.getByRole('button', { name: m.offline.keep }).click();
  await page.getByText(m.offline.isKept).waitFor();
}

const lessonUrl = (lesson: string, of = course) => `/courses/${of}/lessons/${lesson}`;
const said = (page: Page, text: string) =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor();
const complete = (page: Page) =>
  page.locator('form[action*="/complete"] button[type=submit]').first().click();
const note = (page: Page) => page.locator('form[action*="/reflections/"] textarea').first();
const save = (page: Page) => page.getByRole('button', { name: en.learning.reflect.save }).first().click();

it('reads every lesson, completes and writes without a server, and sends it once and in order', async () => {
  const { page, context, email, edition } = await deviceWith();
  const lessons = lessonsOf(edition);
  const readings = lessons.filter(({ kind }) => kind === 'reading').map((lesson) => lesson.slug);
  const [first = '', second = ''] = readings;
  await goAway();

  for (const lesson of lessons) {
    await page.goto(lessonUrl(lesson.slug));
    await page.getByRole('heading', { level: 1, name: lesson.texts.en?.title ?? '' }).waitFor();
    await said(page, words.offline);
    // Bring what is further down into view, so that it is fetched.
    const images = page.locator('main img');
    for (let index = 0; index < (await images.count()); index += 1) {
      await images.nth(index).scrollIntoViewIfNeeded();
      await page.waitForFunction((at) => {
        const image = document.querySelectorAll<HTMLImageElement>('main img')[at];
        return image?.complete && image.naturalWidth > 0;
      }, index);
    }
  }

  await page.goto(lessonUrl(first));
  await said(page, words.offline);
  await complete(page);
  await page.waitForURL(`**${lessonUrl(second)}`);
  await said(page, words.waits({ count: 1 }));
  await page.getByText(words.willBeSent).first().waitFor();
  await complete(page);
  await page.waitForURL((url) => !url.pathname.endsWith(second));
  await page.goto(lessonUrl(first));
  await page.getByText(words.completeWaits).waitFor();
  const withAnswer = rows<{ slug: string }>(
    `select l.slug from lessons l join courses c on c.id = l.course_id where c.slug = ?`,
    course,
  ).map((row) => row.slug);
  let answered = '';
  for (const lesson of withAnswer) {
    await page.goto(lessonUrl(lesson));
    if ((await note(page).count()) > 0) answered = lesson;
    if (answered) break;
  }
  await said(page, words.offline);
  await note(page).fill('Written on the train');
  await save(page);
  await said(page, words.waits({ count: 3 }));
  await expectAccessible(page);

  // Closed and opened again, it is all still there.
  await page.close();
  const again = await context.newPage();
  await again.goto(lessonUrl(answered));
  await said(again, words.waits({ count: 3 }));
  await again.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('form[action*="/reflections/"] textarea')?.value !== '',
  );
  expect(await note(again).inputValue()).toBe('Written on the train');
  expect(completionsOf(email)).toEqual([]);

  await comeBack();
  await said(again, words.allSent);
  expect(completionsOf(email)).toEqual([first, second]);
  expect(answersOf(email)).toEqual(['Written on the train']);
  const delivered = rows(
    'select d.id from deliveries d join accounts a on a.id = d.account_id where a.email = ?',
    email,
  );
  expect(delivered).toHaveLength(3);
  await context.close();
});

it('without a connection, with the server there: the same, and a page that is not kept says so', async () => {
  const { page, context, email, edition } = await deviceWith();
  const first = lessonsOf(edition)[0]?.slug ?? '';
  await context.setOffline(true);
  await page.goto('/courses');
  await page.waitForURL('**/offline?from=**');
  await page.getByText(words.notHere).waitFor();
  await page.getByRole('link', { name: edition.titles.en }).first().click();
  await page.waitForURL(`**/courses/${course}`);
  await page.goto(lessonUrl(first));
  await said(page, words.offline);
  await complete(page);
  await said(page, words.waits({ count: 1 }));
  await context.setOffline(false);
  await said(page, words.allSent);
  expect(completionsOf(email)).toEqual([first]);
  await context.close();
});

it('what stands in for a page that is not kept comes to life as it was kept, whichever page was wanted', async () => {
  const { page, context, edition } = await deviceWith();
  await goAway();
  // React's complaints and redrawing alone: that the network is gone, Chromium says as well.
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/react/i.test(message.text())) complaints.push(message.text());
  });
  // Every word that is ever on show.
  await page.addInitScript(() => {
    const shown = new Set<string>();
    Object.assign(window, { shown });
    new MutationObserver(() => {
      // biome-ignore lint/performance/useDomNodeTextContent: what is on show, without what is for browsers that run no script.
      const text = document.querySelector('main')?.innerText;
      if (text) shown.add(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  for (const wanted of ['/search?q=x', '/courses', '/my/notes']) {
    await page.goto(wanted);
    await page.waitForURL(`**/offline?${new URLSearchParams({ from: wanted })}`);
    await page.getByText(words.notHere).waitFor();
    await page.locator('main').getByRole('link', { name: edition.titles.en }).waitFor();
    await said(page, words.offline);
    expect(complaints).toEqual([]);
    const shown = await page.evaluate(() => [...(window as unknown as { shown: Set<string> }).shown]);
    expect(shown.filter((text) => text.includes(words.noneTitle))).toEqual([]);
  }
  await comeBack();
  await page.getByRole('button', { name: words.again }).click();
  await page.waitForURL('**/my/notes');
  await context.close();
});

it('a quiz says that it needs the network, and its answers cannot be handed in', async () => {
  const { page, context } = await deviceWith();
  const quiz = keysOf(server.dataDir, course).quizzes[0]?.slug ?? '';
  await goAway();
  await page.goto(lessonUrl(quiz));
  await page.getByText(words.quizTitle).waitFor();
  const buttons = page.locator('#quiz button[type=submit]');
  for (let index = 0; index < (await buttons.count()); index += 1) {
    expect(await buttons.nth(index).isDisabled()).toBe(true);
  }
  await comeBack();
  await context.close();
});

it('another device wrote meanwhile: both texts are kept, and shown', async () => {
  await small();
  const { page, context, email } = await deviceWith(smallCourse);
  await goAway();
  await page.goto(lessonUrl('first', smallCourse));
  await said(page, words.offline);
  await note(page).fill('From the train');
  await save(page);
  await said(page, words.waits({ count: 1 }));
  await context.setOffline(true);
  await comeBack();
  // The other device.
  const cookie = await cookieOf(server.origin, email);
  const text = rows<{ digest: string }>(
    `select t.text_digest as digest from edition_texts t join lessons l on l.id = t.lesson_id
     where l.slug = 'first' and t.locale = 'en' order by t.edition_id desc limit 1`,
  )[0]?.digest;
  const saved = await fetch(`${server.origin}${lessonUrl('first', smallCourse)}/reflections/my-park`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: server.origin, Cookie: cookie },
    body: new URLSearchParams({ text: text ?? '', note: 'From the desk', version: '0' }),
  });
  expect(saved.status).toBe(302);
  await context.setOffline(false);
  await said(page, words.refused({ count: 1 }));
  await page.getByRole('button', { name: words.list }).click();
  await page.getByText(words.merged).waitFor();
  const [kept = ''] = answersOf(email);
  expect(kept.startsWith('From the desk\n')).toBe(true);
  expect(kept.endsWith('\nFrom the train')).toBe(true);
  await expectAccessible(page);
  await page.getByRole('button', { name: words.understood }).click();
  await page.getByText(words.merged).waitFor({ state: 'detached' });
  await context.close();
});

it('a major change was published meanwhile: the completion is refused in words, and what was written goes on', async () => {
  await small();
  const { page, context, email } = await deviceWith(smallCourse);
  await goAway();
  await page.goto(lessonUrl('second', smallCourse));
  await said(page, words.offline);
  await complete(page);
  await said(page, words.waits({ count: 1 }));
  await page.goto(lessonUrl('first', smallCourse));
  await said(page, words.offline);
  await note(page).fill('Still mine');
  await save(page);
  await said(page, words.waits({ count: 2 }));
  await comeBackWith([
    { id: 'first', preview: true },
    { id: 'second', revision: 2, word: 'Newer' },
    { id: 'check', kind: 'quiz' },
  ]);
  await said(page, words.refused({ count: 1 }));
  await page.getByRole('button', { name: words.list }).click();
  await page.getByText(words.reasons['lesson-changed'] ?? '').waitFor();
  expect(completionsOf(email)).toEqual([]);
  expect(answersOf(email)).toEqual(['Still mine']);
  // What is kept follows the new edition by itself.
  const keptText = () =>
    page.evaluate(
      async (newer) => (await (await caches.match(newer, { ignoreVary: true }))?.text()) ?? '',
      lessonUrl('second', smallCourse),
    );
  await expect.poll(keptText, { timeout: 30_000 }).toContain('Newer about second');
  await context.close();
});

it('signed out, nothing of a course is left, and what was not sent waits for its writer alone', async () => {
  const { page, context, email, edition } = await deviceWith();
  const first = lessonsOf(edition)[0]?.slug ?? '';
  await goAway();
  await page.goto(lessonUrl(first));
  await said(page, words.offline);
  await complete(page);
  await said(page, words.waits({ count: 1 }));
  await comeBack();
  await said(page, words.allSent);
  await page.goto('/my');
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form[action="/sign-out"]');
    form?.submit();
  });
  await page.waitForURL('**/sign-in**');
  expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name !== 'shell'))).toEqual(
    [],
  );

  // Somebody else on the same device.
  await signIn(page, demoPeople.foreignLearner);
  await page.waitForURL('**/my**');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await goAway();
  await page.goto(lessonUrl(first));
  await page.waitForURL('**/offline?from=**');
  expect(await page.locator('main').getByText(edition.titles.en).count()).toBe(0);
  await comeBack();
  expect(completionsOf(email)).toEqual([first]);
  expect(completionsOf(demoPeople.foreignLearner)).toEqual([]);
  await context.close();
});

it('whoever signs in next sees and sends nothing of what the first one kept and wrote', async () => {
  const { page, context, email, edition } = await deviceWith();
  const first = lessonsOf(edition)[0]?.slug ?? '';
  await goAway();
  await page.goto(lessonUrl(first));
  await said(page, words.offline);
  await complete(page);
  await said(page, words.waits({ count: 1 }));
  // The session ends elsewhere, and another person's begins.
  await context.setOffline(true);
  await comeBack();
  const [name = '', value = ''] = (await cookieOf(server.origin, demoPeople.foreignLearner)).split('=');
  await context.clearCookies();
  await context.addCookies([{ name, value, url: server.origin }]);
  await context.setOffline(false);
  const keptPages = () =>
    page.evaluate(async () => (await caches.keys()).filter((each) => each.startsWith('pages/')));
  await expect.poll(keptPages, { timeout: 30_000 }).toEqual([]);
  await page.goto('/my');
  expect(completionsOf(demoPeople.foreignLearner)).toEqual([]);
  expect(completionsOf(email)).toEqual([]);

  // The first one comes back, and what was written goes out at last.
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByText(words.foreign).waitFor();
  await signIn(page, email);
  await page.waitForURL('**/my**');
  await said(page, words.allSent);
  expect(completionsOf(email)).toEqual([first]);
  await context.close();
});

it('keeps the course in the reader’s language, with the faces its text needs', async () => {
  const { page, context, edition } = await deviceWith(course, { locale: 'zh-Hans' });
  const first = lessonsOf(edition)[0];
  await goAway();
  await page.goto(lessonUrl(first?.slug ?? ''));
  await page.getByRole('heading', { level: 1, name: first?.texts['zh-Hans']?.title ?? '' }).waitFor();
  await page.getByText(zhHans.offline.offline).waitFor();
  const failed = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((face) => face.status === 'error').length;
  });
  expect(failed).toBe(0);
  await comeBack();
  await context.close();
});

it('can be installed', async () => {
  const { page, context, expectQuiet } = await openPage(browser, { origin: server.origin });
  await page.goto('/');
  const session = await context.newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect([errors, url]).toEqual([[], `${server.origin}/manifest.webmanifest`]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A private window, as tests use, can install nothing; that is all it may say.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
  expectQuiet();
  await context.close();
});

it('can be switched off: the worker goes from devices that have it, and with it what was kept', async () => {
  const { page, context } = await deviceWith();
  await goAway();
  server = await startServer({ dataDir: server.dataDir, port, env: { OFFLINE: 'off' } });
  await page.goto(`/courses/${course}`);
  const left = () =>
    page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ]);
  await expect.poll(left, { timeout: 30_000 }).toEqual([0, 0]);
  await page.reload();
  await page.getByRole('link', { name: en.courses.course.continue }).first().waitFor();
  await goAway();
  await comeBack();
  await context.close();
});

const small = () => comeBackWith(threeLessons);

/** Publishes the small course while the server is away. */
async function comeBackWith(lessons: Parameters<typeof publishLessons>[1]): Promise<void> {
  await goAway();
  const db = openDatabase(`file:${path.join(server.dataDir, 'parkbridge.db')}`);
  await publishLessons(db, lessons, { at: Date.now() });
  db.$client.close();
  await comeBack();
}
