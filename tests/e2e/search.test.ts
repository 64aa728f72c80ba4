// The search in a real browser: from the box of any page to the paragraph, with and without JavaScript.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage } from '../support/browser';
import { demoPeople, signIn } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ template: inject('dataTemplate') });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const open = (options: { width?: number; locale?: string; javaScript?: boolean; dark?: boolean } = {}) =>
  openPage(browser, { origin: server.origin, ...options });

it('`/` leads to the box, Escape back, Enter to the results and a hit to its paragraph', async () => {
  const { page, context, expectQuiet } = await open();
  await page.goto('/sign-in?next=/courses/technology-incubation');
  await signIn(page, demoPeople.learner);
  await page.getByRole('button', { name: /enrol/i }).first().click();
  await page.goto('/courses', { waitUntil: 'networkidle' });
  const box = page.getByRole('searchbox', { name: 'Search' });
  const link = page.getByRole('link', { name: 'Technology incubation' });
  await link.focus();
  await page.keyboard.press('/');
  expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.type('a/b');
  expect(await box.inputValue()).toBe('a/b');
  await page.keyboard.press('Escape');
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('/');
  await page.keyboard.type('calibration certificat');
  await page.keyboard.press('Enter');
  const hit = page.getByRole('link', { name: 'The service mix' });
  await hit.waitFor();
  expect(await page.locator('main mark').allTextContents()).toEqual(['calibration', 'certificate']);
  expect(await page.locator('main').getByRole('status').first().textContent()).toContain('1 lesson');
  await expectAccessible(page);
  await hit.click();
  await page.waitForURL(/lessons\/the-service-mix\?lng=en#b9$/);
  await page.locator('#b9').waitFor();
  expectQuiet();
  await context.close();
});

it('where there is no room for a box, `/` and its sign lead to the page, ready to type', async () => {
  const { page, context, expectQuiet } = await open({ width: 1024 });
  await page.goto('/courses', { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  await page.waitForURL(/\/search$/);
  const box = page.getByRole('searchbox');
  await box.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('graduation');
  await page.keyboard.press('Enter');
  await page.locator('main mark').first().waitFor();
  expectQuiet();
  await context.close();
});

it('keys of one letter that were switched off stay off', async () => {
  const { page, context, expectQuiet } = await open();
  await page.goto('/courses', { waitUntil: 'networkidle' });
  await page.evaluate(() => localStorage.setItem('parkbridge:keys', 'off'));
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  expectQuiet();
  await context.close();
});

it('works without JavaScript, on a phone, in Chinese', async () => {
  const { page, context, expectQuiet } = await open({ width: 390, locale: 'zh-CN', javaScript: false });
  await page.goto('/courses');
  await page.getByRole('link', { name: '搜索' }).click();
  await page.getByRole('searchbox').fill('孵化');
  await page.getByRole('button', { name: '搜索' }).click();
  await page.waitForURL(/\/search\?q=/);
  expect((await page.locator('main mark').allTextContents()).every((text) => text.includes('孵化'))).toBe(
    true,
  );
  expect(await page.locator('main ol > li').count()).toBeGreaterThan(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
  ).toBe(true);
  expectQuiet();
  await context.close();
});

it.each([
  ['en-GB', false],
  ['ms-MY', true],
  ['zh-CN', true],
] as const)('every state in %s is accessible and fits', async (locale, dark) => {
  const { page, context, expectQuiet } = await open({ locale, dark });
  for (const width of [360, 768, 1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [
      '/search',
      '/search?q=graduaton',
      '/search?q=%F0%9F%8E%89',
      '/search?q=zzzzzzzz',
      '/courses',
    ]) {
      await page.goto(path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
      if (width === 360 || width === 1440) await expectAccessible(page);
    }
  }
  expectQuiet();
  await context.close();
});

it('10,000 characters of any kind are answered, never kept, and never an error', async () => {
  for (const q of [
    'a '.repeat(5000),
    '孵'.repeat(10_000),
    '"'.repeat(10_000),
    `${'x'.repeat(9000)}\0`,
    '🎉'.repeat(10_000),
  ]) {
    const response = await fetch(`${server.origin}/search?q=${encodeURIComponent(q)}`);
    expect(response.status).toBe(200);
    await response.text();
  }
});
