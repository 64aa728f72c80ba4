// The catalogue's filters: an address without JavaScript, and at once and in place with it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { catalogues } from '~/i18n/catalogues.server';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage } from '../support/browser';
import { publishEdited } from '../support/editions';
import { type RunningServer, startServer } from '../support/server';

let server: RunningServer;
let browser: Browser;
let all: number;
const words = catalogues.en.courses.catalogue;

beforeAll(async () => {
  server = await startServer({ template: inject('dataTemplate') });
  browser = await launchBrowser();
  const themed = { 'course.yml': (text: string) => text.replace('theme: incubation', 'theme: market-entry') };
  await publishEdited(server.dataDir, themed, 'entering-a-market');
  const page = await (await fetch(`${server.origin}/courses?lng=en`)).text();
  all = page.split('<article').length - 1;
  expect(all).toBeGreaterThan(1);
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const found = (page: Page) => page.locator('main p[role=status]').textContent();

it('without JavaScript, a choice is sent by its button and stays in the address', async () => {
  const { page, context, expectQuiet } = await openPage(browser, {
    origin: server.origin,
    javaScript: false,
    width: 390,
  });
  await page.goto('/courses');
  await page.locator('select[name=theme]').selectOption('market-entry');
  await page.getByRole('button', { name: words.show }).click();
  await page.waitForURL('**/courses?theme=market-entry&**');
  expect(await page.locator('main article').count()).toBe(1);
  expect(await found(page)).toBe(words.found({ n: 1 }));
  expect(await page.locator('select[name=theme]').inputValue()).toBe('market-entry');
  await page.locator('select[name=length]').selectOption('long');
  await page.getByRole('button', { name: words.show }).click();
  expect(await page.getByRole('heading', { name: words.noMatch }).count()).toBe(1);
  await page.getByRole('link', { name: words.clear }).click();
  expect(await found(page)).toBe(words.found({ n: all }));
  expectQuiet();
  await context.close();
});

it('with JavaScript, a choice applies at once, and focus and scroll stay', async () => {
  const { page, context, expectQuiet } = await openPage(browser, { origin: server.origin, width: 390 });
  await page.goto('/courses');
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('button', { name: words.show }).count()).toBe(0);
  await expectAccessible(page);
  const theme = page.locator('select[name=theme]');
  await page.evaluate(() => {
    (window as { stayed?: boolean }).stayed = true;
    window.scrollTo(0, 120);
  });
  await theme.focus();
  await theme.selectOption('market-entry');
  await page.waitForURL('**/courses?theme=market-entry');
  await page.locator('main article').nth(0).waitFor();
  await expect.poll(() => found(page)).toBe(words.found({ n: 1 }));
  expect(await theme.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => [(window as { stayed?: boolean }).stayed, window.scrollY])).toEqual([
    true,
    120,
  ]);
  await page.locator('select[name=language]').selectOption('ms');
  await page.waitForURL('**/courses?theme=market-entry&language=ms');
  await page.locator('main section[aria-busy=false]').waitFor();
  await expect.poll(() => page.locator('.nav-line').count()).toBe(0);
  await expectAccessible(page);

  // Going back takes one choice back, in the page and in its fields.
  await page.goBack();
  await page.waitForURL('**/courses?theme=market-entry');
  await expect.poll(() => page.locator('select[name=language]').inputValue()).toBe('');
  await page.getByRole('link', { name: words.clear }).click();
  await page.waitForURL('**/courses');
  await expect.poll(() => found(page)).toBe(words.found({ n: all }));
  expect(await theme.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await theme.inputValue()).toBe('');
  expectQuiet();
  await context.close();
});
