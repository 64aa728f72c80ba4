// The quiz in a real browser: begun, saved half done, gone on with elsewhere, asked back, handed in once.
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { system } from '~/domain/actor';
import { publishCourses } from '~/domain/courses/index.server';
import { catalogues } from '~/i18n/catalogues.server';
import { openDatabase } from '~db/open.server';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage, type Watched } from '../support/browser';
import { everyType, rightAnswers, rightOfEveryType } from '../support/course';
import { addLearner } from '../support/learner';
import { signIn } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

const m = catalogues.en.quizzes;
const quizPath = '/courses/quiz-course/lessons/check';
const all = { ...rightAnswers, ...rightOfEveryType };

let server: RunningServer;
let browser: Browser;
const opened: Watched[] = [];

beforeAll(async () => {
  server = await startServer({ template: inject('dataTemplate') });
  await publishQuizzes(server.dataDir);
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const { context } of opened.splice(0)) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/** A course of two quizzes: `check` with every type of question, `timed` with ten minutes and one attempt. */
async function publishQuizzes(dataDir: string): Promise<void> {
  const parent = mkdtempSync(path.join(tmpdir(), 'parkbridge-quiz-'));
  const folder = path.join(parent, 'quiz-course');
  mkdirSync(path.join(folder, '01-all'), { recursive: true });
  const quiz = (id: string, rules: string) => `---
title: The quiz ${id}
summary: Questions.
---

<Quiz id="${id}" ${rules}>
<Question id="q1" type="single">
One of three?

<Choice id="a" feedback="secret a">First</Choice>
<Choice id="b" correct feedback="secret b">Second</Choice>
<Choice id="c" feedback="secret c">Third</Choice>
</Question>

<Question id="q2" type="multiple">
Two of three?

<Choice id="a" correct feedback="secret a">First</Choice>
<Choice id="b" feedback="secret b">Second</Choice>
<Choice id="c" correct feedback="secret c">Third</Choice>
</Question>
${everyType}</Quiz>
`;
  writeFileSync(
    path.join(folder, 'course.yml'),
    `theme: incubation
languages: [en]
owners: [mranti]
pass: { mark: 75 }
title: { en: Quizzes }
summary: { en: Two quizzes. }
objectives: { en: [Answer] }
modules:
  - id: all
    title: { en: All }
    lessons:
      - { id: check, kind: quiz, revision: 1 }
      - { id: timed, kind: quiz, revision: 1 }
`,
  );
  writeFileSync(path.join(folder, 'glossary.yml'), '{}\n');
  writeFileSync(path.join(folder, '01-all', '01-check.en.mdx'), quiz('check', 'shuffle'));
  writeFileSync(path.join(folder, '01-all', '02-timed.en.mdx'), quiz('timed', 'minutes="10" attempts="1"'));
  const db = openDatabase(`file:${path.join(dataDir, 'parkbridge.db')}`);
  await publishCourses(db, system, { folders: [folder], at: Date.now() });
  db.$client.close();
  rmSync(parent, { recursive: true });
}

/** A new learner, signed in and enrolled, before the quiz. */
async function arrive(options: { width?: number; javaScript?: boolean } = {}) {
  const email = `${randomUUID()}@mranti.example`;
  addLearner(server.dataDir, { email, name: 'Siti', locale: 'en' });
  const device = await signedIn(email, options);
  await device.page.goto('/courses/quiz-course');
  await device.page
    .getByRole('button', { name: catalogues.en.courses.course.enrol, exact: true })
    .first()
    .click();
  await device.page.waitForURL(`**${quizPath}**`);
  return { email, ...device };
}

async function signedIn(email: string, options: { width?: number; javaScript?: boolean } = {}) {
  const watched = await openPage(browser, { origin: server.origin, ...options });
  opened.push(watched);
  await watched.page.goto('/sign-in');
  await signIn(watched.page, email);
  await watched.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return watched;
}

const begin = async (page: Page) => {
  await page.getByRole('button', { name: m.before.start, exact: true }).click();
  await page.locator('#hand-in').waitFor();
};
const saved = (page: Page) => page.getByText(m.sitting.saved, { exact: true }).waitFor();

async function answer(page: Page, answers: Record<string, string[]>): Promise<void> {
  for (const [question, taken] of Object.entries(answers)) {
    for (const each of taken) {
      const [part, value = ''] = each.split(':');
      const named = `[name="answer.${question}"]`;
      if (each.includes(':')) await page.locator(`[name="answer.${question}.${part}"]`).selectOption(value);
      else if (await page.locator(`input[type=text]${named}, input:not([type])${named}`).count())
        await page.locator(named).fill(each);
      else await page.locator(`${named}[value="${each}"]`).check();
    }
  }
}

it.each<[string, { width?: number; javaScript?: boolean }]>([
  ['with JavaScript, on a phone', { width: 360 }],
  ['without JavaScript', { javaScript: false }],
])('is begun, answered, asked back and passed %s', async (_how, options) => {
  const { page, expectQuiet } = await arrive(options);
  if (options.javaScript !== false) await expectAccessible(page);
  await begin(page);
  await answer(page, { ...all, q4: ['1.250'], q5: [] });
  expectQuiet();
  await page.locator('#hand-in').click();

  // What could mean two things, with what was read.
  const far = page.locator('#question-q4');
  await far.getByText('1.25', { exact: false }).first().waitFor();
  expect(await far.locator('input').inputValue()).toBe('1.250');
  expect(await far.locator('input').getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('input[name="answer.q1"][value=b]').isChecked()).toBe(true);
  expect(await page.locator('select[name="answer.q7.c"]').inputValue()).toBe('1');
  await far.locator('input').fill('２５００ｍ');
  await page.locator('#hand-in').click();

  // What is missing, with the way on.
  await page
    .locator('#question-q5')
    .getByText(catalogues.en.fields['not-answered'] ?? '')
    .waitFor();
  await page.getByRole('button', { name: m.sitting.submitAnyway }).click();
  await page.waitForURL('**/attempts/**');
  await page.locator('main').getByText(m.attempt.passed).first().waitFor();
  await page.getByText('2,500 m', { exact: false }).first().waitFor();
  if (options.javaScript !== false) await expectAccessible(page);
});

it('comes to life on the first load of a device, however late its code', async () => {
  const { email, context: enrolling } = await arrive();
  await enrolling.close();
  const { page, expectQuiet } = await signedIn(email);
  // Its code is under way for as long as the reader moves about, which brings the reader's tools to the page meanwhile.
  await page.route('**/assets/quiz-panel-*.js', async (route) => {
    for (let moved = 0; moved < 30; moved += 1) {
      await page.mouse.move(200 + 10 * moved, 300);
      await new Promise((next) => setTimeout(next, 100));
    }
    await route.continue();
  });
  await page.goto(quizPath);
  await page.waitForFunction(() => {
    const quiz = document.querySelector('section#quiz');
    return quiz && Object.keys(quiz).some((key) => key.startsWith('__reactFiber$'));
  });
  expectQuiet();
  await begin(page);
  await answer(page, { q1: ['b'] });
  await saved(page);
  expectQuiet();
});

it('half done, is there again after the browser was closed, on another device', async () => {
  const { page, email, context } = await arrive();
  await begin(page);
  await answer(page, { q1: ['b'], q4: ['2.5 km'], q6: ['1:b'] });
  const order = await page.locator('#sitting fieldset').evaluateAll((all) => all.map(({ id }) => id));
  await saved(page);
  await context.close();
  opened.pop();
  const { page: phone } = await signedIn(email, { width: 390 });
  await phone.goto(quizPath);
  expect(await phone.locator('input[name="answer.q1"][value=b]').isChecked()).toBe(true);
  expect(await phone.locator('input[name="answer.q4"]').inputValue()).toBe('2.5 km');
  expect(await phone.locator('select[name="answer.q6.1"]').inputValue()).toBe('b');
  expect(await phone.locator('#sitting fieldset').evaluateAll((all) => all.map(({ id }) => id))).toEqual(
    order,
  );
});

it('in two tabs never loses what one of them saved, and is handed in once', async () => {
  const { page, context } = await arrive();
  await begin(page);
  const other = await context.newPage();
  await other.goto(quizPath);
  await answer(page, { q1: ['b'] });
  await saved(page);
  await answer(other, { q1: ['c'] });
  await other.getByRole('button', { name: m.sitting.takeOther }).waitFor();
  await other.getByRole('button', { name: m.sitting.takeOther }).click();
  expect(await other.locator('input[name="answer.q1"][value=b]').isChecked()).toBe(true);

  await answer(page, all);
  await saved(page);
  await page.locator('#hand-in').click();
  await page.waitForURL('**/attempts/**');
  await other.locator('#hand-in').click();
  await other.waitForURL('**/attempts/**said=already**');
  await other.getByText(m.attempt.already).waitFor();
  expect(new URL(other.url()).pathname).toBe(new URL(page.url()).pathname);
});

it('is put in order and handed in by keyboard alone, told where things went', async () => {
  const { page } = await arrive();
  await begin(page);
  await answer(page, { ...all, q7: [] });
  const rows = page.locator('#question-q7 li');
  // Bring the last one to the top, press by press; the focus stays on its arrow.
  const name = (await rows.last().locator('button').first().getAttribute('data-move')) ?? '';
  await page.locator(`[data-move="${name}"]`).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-move'))).toBe(name);
  expect(await rows.first().locator('button').first().getAttribute('data-move')).toBe(name);
  await page.locator('#question-q7 [role=status]').getByText('1', { exact: false }).waitFor();
  // Enter in a field does not hand in.
  await page.locator('input[name="answer.q4"]').press('Enter');
  expect(new URL(page.url()).pathname).toBe(quizPath);
  await page.locator('#hand-in').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/attempts/**');
});

it('with a time limit says so before, counts down, and allows no attempt more than it said', async () => {
  const { page, expectQuiet } = await arrive();
  await page.goto('/courses/quiz-course/lessons/timed');
  await page.getByText(m.before.limit({ time: m.time.minutes({ count: 10 }) })).waitFor();
  await page.getByText(m.before.attemptsLeft({ left: 1, total: 1 })).waitFor();
  await begin(page);
  await page
    .getByRole('timer')
    .getByText(m.time.minutes({ count: 10 }), { exact: false })
    .waitFor();
  await expectAccessible(page);
  await answer(page, all);
  await page.locator('#hand-in').click();
  await page.waitForURL('**/attempts/**');
  await page.goto('/courses/quiz-course/lessons/timed');
  await page.getByText(m.before.used).waitFor();
  expectQuiet();
});
