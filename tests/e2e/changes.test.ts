// A newer edition changes a lesson that was completed: marked, shown word by word, looked at, marked no more.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { currentEdition, findLesson } from '~/domain/courses/index.server';
import { findActor } from '~/domain/identity/index.server';
import { completeLesson, enrol } from '~/domain/learning/index.server';
import { catalogues } from '~/i18n/catalogues.server';
import type { Locale } from '~/i18n/locales';
import { openDatabase } from '~db/open.server';
import { accounts } from '~db/schema';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage } from '../support/browser';
import { publishEdited } from '../support/editions';
import { addLearner } from '../support/learner';
import { signIn } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

const course = 'technology-incubation';
const lesson = 'what-an-incubator-does';
const learners: Record<'en' | 'zh-Hans' | 'plain', { email: string; locale: Locale }> = {
  en: { email: `${randomUUID()}@mranti.example`, locale: 'en' },
  'zh-Hans': { email: `${randomUUID()}@mranti.example`, locale: 'zh-Hans' },
  plain: { email: `${randomUUID()}@mranti.example`, locale: 'en' },
};

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ template: inject('dataTemplate') });
  browser = await launchBrowser();
  for (const { email, locale } of Object.values(learners)) {
    addLearner(server.dataDir, { email, locale, name: 'Siti Nurhaliza binti Tarudin' });
    completeFirst(email, locale);
  }
  await publishEdited(server.dataDir, {
    [`01-foundations/01-${lesson}.en.mdx`]: (text) =>
      text.replace(/\bshared printers\b/, 'shared coffee machines'),
    [`01-foundations/01-${lesson}.zh-Hans.mdx`]: (text) => text.replace('打印机', '咖啡机'),
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

function completeFirst(email: string, locale: Locale): void {
  const db = openDatabase(`file:${path.join(server.dataDir, 'parkbridge.db')}`);
  const id = db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)).get()?.id;
  const actor = id === undefined ? null : findActor(db, id);
  const edition = currentEdition(db, course);
  const textDigest = edition && findLesson(edition, lesson)?.texts[locale]?.digest;
  if (!actor || !textDigest) throw new Error('nobody, or nothing, to complete');
  const at = Date.now();
  enrol(db, actor, { course, at });
  completeLesson(db, actor, { course, lesson, textDigest, at });
  db.$client.close();
}

const words = {
  en: { removed: 'printers', added: 'coffee machines' },
  // The dictionary takes the machine of both for a word of its own.
  'zh-Hans': { removed: '打印', added: '咖啡' },
} as const;

it.each([
  ['en', 1440, false],
  ['zh-Hans', 390, true],
] as const)('in %s at %i px', async (locale, width, dark) => {
  const m = catalogues[locale];
  const text = m.learning.changes;
  const watched = await openPage(browser, {
    origin: server.origin,
    width,
    dark,
    locale: locale === 'en' ? 'en-GB' : 'zh-CN',
  });
  const { page } = watched;
  const look = async () => {
    await expect.poll(() => page.locator('.nav-line').count()).toBe(0);
    await expectAccessible(page);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, page.url()).toBe(0);
    watched.expectQuiet();
  };
  await page.goto('/sign-in?next=/my');
  await signIn(page, learners[locale].email);
  await page.waitForURL((url) => url.pathname === '/my');
  const changes = page.locator(`main a[href*="/lessons/${lesson}/changes"]`);
  await look();
  await page.goto(`/courses/${course}`);
  expect(await page.getByText(m.courses.course.changed, { exact: true }).count()).toBe(1);
  await look();
  await page.goto(`/courses/${course}/lessons/${lesson}`);
  expect(await page.getByText(m.learning.lesson.marks.changed, { exact: true }).count()).toBe(1);
  await changes.click();
  await page.waitForURL((url) => url.pathname.endsWith('/changes'));

  // What went and what came: marked as such, and said to who hears the page.
  const removed = page.locator('main del');
  const added = page.locator('main ins');
  expect(await removed.allInnerTexts()).toEqual([expect.stringContaining(words[locale].removed)]);
  expect(await removed.textContent()).toBe(`${text.beginRemoved}${words[locale].removed}${text.end}`);
  expect(await added.textContent()).toBe(`${text.beginAdded}${words[locale].added}${text.end}`);
  expect(await removed.evaluate((each) => getComputedStyle(each).textDecorationLine)).toBe('line-through');
  expect(await added.evaluate((each) => getComputedStyle(each).textDecorationLine)).toBe('underline');
  await look();

  await page.getByRole('button', { name: text.seen }).click();
  await page.waitForURL('**/lessons/*said=changes-seen');
  await page.getByText(m.learning.lesson.changesSeen).waitFor();
  expect(await changes.count()).toBe(0);
  await look();
  await page.goto('/my');
  expect(await changes.count()).toBe(0);
  await page.goto(`/courses/${course}`);
  expect(await changes.count()).toBe(0);
  await watched.context.close();
});

it('without JavaScript', async () => {
  const watched = await openPage(browser, { origin: server.origin, javaScript: false });
  const { page } = watched;
  await page.goto(`/sign-in?next=/courses/${course}/lessons/${lesson}`);
  await signIn(page, learners.plain.email);
  const m = catalogues.en.learning;
  await page.getByRole('link', { name: m.lesson.showChanges }).click();
  expect(await page.locator('main del').textContent()).toContain('printers');
  await page.getByRole('button', { name: m.changes.seen }).click();
  expect(await page.getByText(m.lesson.changesSeen).count()).toBe(1);
  watched.expectQuiet();
  await watched.context.close();
});
