// The whole path of a learner by keyboard alone: no pointer touches the page from the start page to the record.
import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { catalogues } from '~/i18n/catalogues.server';
import { launchBrowser, openPage } from '../support/browser';
import { addLearner, type CourseKeys, keysOf } from '../support/learner';
import { type RunningServer, startServer } from '../support/server';

const course = 'how-parkbridge-works';
const acceptLanguage = { en: 'en-GB', 'zh-Hans': 'zh-CN' };

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

describe.each(['en', 'zh-Hans'] as const)('in %s', (locale) => {
  it('from the start page to the record', async () => {
    const { page, context, expectQuiet } = await openPage(browser, {
      origin: server.origin,
      locale: acceptLanguage[locale],
    });
    const m = catalogues[locale];
    const name = locale === 'en' ? 'Siti Rohana binti Tarmizi' : '周晓彤';
    const email = `${randomUUID()}@mranti.example`;
    addLearner(server.dataDir, { email, name, locale });

    await page.goto('/');
    await press(page, page.locator('main a[href="/courses"]').first());
    await page.waitForURL('**/courses');
    // The address changes a moment before the page does, and the start page shows courses as well.
    await page.locator('select[name=theme]').waitFor();
    await press(page, page.locator(`main a[href^="/courses/${course}"]`).first());
    await page.waitForURL(`**/courses/${course}`);
    const enrol = page.getByRole('button', { name: m.courses.course.enrol, exact: true }).first();
    await press(page, enrol);

    await page.waitForURL('**/sign-in?**');
    await reach(page, page.locator('input[name=email]'));
    await page.keyboard.type(email);
    await reach(page, page.locator('input[name=password]'));
    await page.keyboard.type('parkbridge-demo');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/courses/${course}**`);
    await press(page, enrol);

    for (const { slug } of keys.lessons) {
      // The address changes a moment before the page does.
      await page.locator(`#lessons a[aria-current="page"][href*="/lessons/${slug}"]`).waitFor();
      expectQuiet();
      const quiz = keys.quizzes.find((each) => each.slug === slug);
      if (!quiz) {
        await press(page, page.locator('form[action*="/complete"] button[type=submit]').first());
        continue;
      }
      await press(page, page.locator('form[action*="/sitting"] button[type=submit]').first());
      await page.locator('#hand-in').waitFor();
      for (const question of quiz.questions(locale)) {
        for (const { name: field, value, as } of question.right) {
          if (as === 'check') await choose(page, field, value);
          else if (as === 'select') await pick(page, page.locator(`select[name="${field}"]`), value);
          else {
            await reach(page, page.locator(`input[name="${field}"]`));
            await page.keyboard.type(value);
          }
        }
      }
      await press(page, page.locator('#hand-in'));
      await page.waitForURL('**/attempts/**');
      await page.locator('main').getByText(m.quizzes.attempt.passed).first().waitFor();
      expectQuiet();
    }

    await press(page, page.locator('main a[href^="/records/"]').first());
    await page.waitForURL('**/records/**');
    await page.locator('main').getByText(name).first().waitFor();
    expectQuiet();
    await context.close();
  });
});

/** Goes on with Tab until `target` has the focus, and looks that one can see it. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const wanted = await target.elementHandle();
  for (let tabs = 0; tabs < 250; tabs += 1) {
    if (await page.evaluate((element) => document.activeElement === element, wanted)) {
      const shown = await page.evaluate(() => {
        const active = document.activeElement;
        const box = active?.getBoundingClientRect();
        return active?.matches(':focus-visible') && box && box.bottom > 0 && box.top < window.innerHeight;
      });
      expect(shown, `the focus on ${await target.textContent()} is seen`).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${target}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

/** A box is reached and pressed; of a group of radio buttons one is reached, and the arrows lead to the others. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const target = page.locator(`input[name="${name}"][value="${value}"]`);
  if ((await target.getAttribute('type')) === 'radio') {
    await reach(page, page.locator(`input[name="${name}"]`).first());
    for (let turns = 0; turns < 12 && !(await target.isChecked()); turns += 1) {
      await page.keyboard.press(turns === 0 ? 'Space' : 'ArrowDown');
    }
  } else {
    await reach(page, target);
    await page.keyboard.press('Space');
  }
  expect(await target.isChecked()).toBe(true);
}

/** A number is typed; among words the arrows lead. */
async function pick(page: Page, target: Locator, value: string): Promise<void> {
  await reach(page, target);
  const label = (await target.locator(`option[value="${value}"]`).textContent()) ?? '';
  if (/^\d$/.test(label.trim())) await page.keyboard.press(label.trim());
  else {
    await page.keyboard.press('Home');
    for (let turns = 0; turns < 20 && (await target.inputValue()) !== value; turns += 1) {
      await page.keyboard.press('ArrowDown');
    }
  }
  await expect.poll(() => target.inputValue()).toBe(value);
}
