// The main path in a real browser: sign in, find, enrol, read, fail the quiz, pass it, complete, open the record, verify it.
import { randomUUID } from 'node:crypto';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { catalogues } from '~/i18n/catalogues.server';
import { type Locale, locales } from '~/i18n/locales';
import { verifyElsewhere } from '../domain/records/verify-elsewhere';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage, type Watched } from '../support/browser';
import { addLearner, type CourseKeys, keysOf, type Quiz } from '../support/learner';
import { signIn } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

const course = 'how-parkbridge-works';
const acceptLanguage: Record<Locale, string> = { en: 'en-GB', ms: 'ms-MY', 'zh-Hans': 'zh-CN' };

let server: RunningServer;
let browser: Browser;
let keys: CourseKeys;

beforeAll(async () => {
  server = await startServer({ template: inject('dataTemplate') });
  browser = await launchBrowser();
  keys = keysOf(server.dataDir, course);
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

describe.each(locales)('in %s', (locale) => {
  it.each([1440, 390])('at %i px, from the start page to a verified record', async (width) => {
    const watched = await openPage(browser, { origin: server.origin, width, locale: acceptLanguage[locale] });
    await walk(watched, { locale, axe: true });
    await watched.context.close();
  });
});

it('in dark colours, from the start page to a verified record', async () => {
  const watched = await openPage(browser, { origin: server.origin, width: 390, dark: true });
  await walk(watched, { locale: 'en', axe: true });
  await watched.context.close();
});

it('without JavaScript, from the start page to a verified record', async () => {
  const watched = await openPage(browser, { origin: server.origin, javaScript: false });
  await walk(watched, { locale: 'en', axe: false });
  await watched.context.close();
});

async function walk(watched: Watched, { locale, axe }: { locale: Locale; axe: boolean }): Promise<void> {
  const { page, expectQuiet } = watched;
  const m = catalogues[locale];
  const email = `${randomUUID()}@mranti.example`;
  const name = locale === 'zh-Hans' ? '周晓彤' : 'Siti Rohana binti Tarmizi';
  addLearner(server.dataDir, { email, name, locale });
  const bodies = listen(page);
  const look = async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await overflow(page), `${page.url()} is wider than the screen`).toBe(0);
    if (axe) await expectAccessible(page);
    expectQuiet();
  };

  /** All wrong first, then right. */
  const takeQuiz = async (quiz: Quiz) => {
    await answer(page, quiz, locale, false);
    await page.waitForURL('**/attempts/**');
    await page.locator('main').getByText(m.quizzes.attempt.failed).first().waitFor();
    await look();
    // What the server sent until now holds no key: no feedback of a choice that was not taken, and no word of which is correct.
    const sent = await Promise.all(bodies);
    const pages = sent
      .filter(({ file }) => !file)
      .map(({ text }) => text)
      .join('\n');
    const files = sent
      .filter(({ file }) => file)
      .map(({ text }) => text)
      .join('\n');
    expect(pages.length).toBeGreaterThan(10_000);
    for (const secret of quiz.secretsAfterWrongAnswers(locale)) {
      expect(pages).not.toContain(secret);
      // Scripts are made before any course is known: a word that is a key may be in them by chance, a sentence may not.
      if (secret.length > 20) expect(files).not.toContain(secret);
    }

    await page.getByRole('link', { name: m.quizzes.attempt.again }).first().click();
    await page.waitForURL(`**/lessons/${quiz.slug}**`);
    await answer(page, quiz, locale, true);
    await page.waitForURL('**/attempts/**');
    await page.locator('main').getByText(m.quizzes.attempt.passed).first().waitFor();
    await look();
  };

  await page.goto('/');
  await look();
  await page.goto('/courses');
  await look();
  await page.locator(`main a[href^="/courses/${course}"]`).first().click();
  await page.waitForURL(`**/courses/${course}`);
  await look();

  // A signed-out action: sign in, then land where one was going.
  await page.getByRole('button', { name: m.courses.course.enrol, exact: true }).first().click();
  await page.waitForURL('**/sign-in?**');
  await look();
  await signIn(page, email);
  await page.waitForURL(`**/courses/${course}**`);
  await page.getByRole('button', { name: m.courses.course.enrol, exact: true }).first().click();

  for (const { slug } of keys.lessons) {
    await page.waitForURL(`**/lessons/${slug}**`);
    await look();
    const quiz = keys.quizzes.find((each) => each.slug === slug);
    if (quiz) await takeQuiz(quiz);
    else await page.locator('form[action*="/complete"] button[type=submit]').first().click();
  }

  // The record is there at once, on /my as well.
  await page.goto('/my');
  await look();
  await page.locator('main a[href^="/records/"]').first().click();
  await page.waitForURL('**/records/**');
  await page.locator('main').getByText(name).first().waitFor();
  await look();

  const answered = await fetch(`${page.url().split('?')[0]}.json`);
  expect(answered.status).toBe(200);
  const credential = await answered.text();
  const didDocument = await (await fetch(`${server.origin}/.well-known/did.json`)).json();
  // Unless the holder chooses otherwise, it holds hashes of who that is.
  expect(credential).not.toContain(name);
  expect(await verifyElsewhere(credential, didDocument)).toBe(true);
  const title = JSON.parse(credential).name as string;
  expect(await verifyElsewhere(credential.replaceAll(title, 'Another course'), didDocument)).toBe(false);
}

async function answer(page: Page, quiz: Quiz, locale: Locale, right: boolean): Promise<void> {
  await page.locator('form[action*="/sitting"] button[type=submit]').first().click();
  await page.locator('#hand-in').waitFor();
  for (const question of quiz.questions(locale)) {
    for (const { name, value, as } of right ? question.right : question.wrong) {
      if (as === 'check') await page.locator(`input[name="${name}"][value="${value}"]`).check();
      else if (as === 'select') await page.locator(`select[name="${name}"]`).selectOption(value);
      else await page.locator(`input[name="${name}"]`).fill(value);
    }
  }
  await page.locator('#hand-in').click();
}

/** How many pixels the page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.locator('html').evaluate((html) => Math.max(0, html.scrollWidth - html.clientWidth));

type Sent = { file: boolean; text: string };

/** Collects every text the server sends to the page: documents, data and scripts. */
function listen(page: Page): Promise<Sent>[] {
  const bodies: Promise<Sent>[] = [];
  page.on('response', (response: Response) => {
    const type = response.headers()['content-type'] ?? '';
    // A page that is being left says where it was and reads no answer, which is then never there to be asked for.
    if (response.url().endsWith('/position') || !/html|json|javascript|x-script|text/.test(type)) return;
    const file = new URL(response.url()).pathname.startsWith('/assets/');
    bodies.push(
      response
        .text()
        .catch(() => '')
        .then((text) => ({ file, text })),
    );
  });
  return bodies;
}
