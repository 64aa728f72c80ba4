// Every page there is, at three widths, light and dark, in three languages: nothing wider than the window, nothing on the console,
// and nothing that axe objects to. Everything is looked at in all eighteen combinations; axe, which takes longest, in four that
// between them have every width, scheme and language: contrast depends on the scheme alone, what is where on width and language.
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Locale, locales } from '~/i18n/locales';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage } from '../support/browser';
import { hydrated, wideElements } from '../support/look';
import { pagePaths, pages } from '../support/pages';
import { freePort, type RunningServer, startServer } from '../support/server';
import { beAt, failQuiz, type Person, type Stage, setStage } from '../support/stage';

const widths = [360, 768, 1440];
const combinations = widths.flatMap((width) =>
  [false, true].flatMap((dark) => locales.map((locale) => ({ width, dark, locale }))),
);
const withAxe = new Set(['360 light zh-Hans', '360 dark en', '768 light ms', '1440 dark zh-Hans']);
const acceptLanguage: Record<Locale, string> = { en: 'en-GB', ms: 'ms-MY', 'zh-Hans': 'zh-CN' };
const nameOf = (each: { width: number; dark: boolean; locale: Locale }) =>
  `${each.width} ${each.dark ? 'dark' : 'light'} ${each.locale}`;

let server: RunningServer;
let browser: Browser;
let stage: Stage & { attempt: string };

beforeAll(async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-pages-'));
  cpSync(inject('dataTemplate'), dataDir, { recursive: true });
  const port = await freePort();
  const set = await setStage(dataDir, `http://localhost:${port}`);
  server = await startServer({ dataDir, port });
  browser = await launchBrowser();
  stage = { ...set, attempt: await failQuiz(browser, server.origin, set) };
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

it('knows every page of the site map', () => {
  const isForm = (file: string) => readFileSync(`app/${file}`, 'utf8').includes("~/ui/layout/no-page'");
  // The page for an address that is not there is a form's empty page, which is never shown, and its refusal, which is.
  expect(Object.keys(pages).sort()).toEqual([...pagePaths(isForm), '*'].sort());
});

describe.each(combinations.map((each) => ({ ...each, name: nameOf(each) })))('$name', (combination) => {
  const { width, dark, locale, name } = combination;
  it('every page fits, is quiet and can be used', async () => {
    const looks = Object.values(pages).flatMap((where) => where(stage));
    const problems: string[] = [];
    const { page, context, expectQuiet } = await openPage(browser, {
      origin: server.origin,
      width,
      dark,
      locale: acceptLanguage[locale],
      // What a device keeps is another test’s matter.
      serviceWorkers: 'block',
    });
    const look = async (at: string) => {
      const response = await page.goto(`${at}${at.includes('?') ? '&' : '?'}lng=${locale}`);
      const status = response?.status() ?? 0;
      expect(status).toBeLessThan(500);
      await hydrated(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      expect(await wideElements(page), `wider than ${width} px`).toEqual([]);
      if (withAxe.has(name)) await expectAccessible(page);
      expectQuiet(status < 400 ? undefined : status);
    };
    // Strangers first: the browser then never holds what somebody left who signed out.
    for (const person of new Set<Person>(['anyone', ...looks.map(({ as }) => as)])) {
      await page.goto('about:blank');
      await beAt(page, server.origin, person);
      for (const { at } of looks.filter(({ as }) => as === person)) {
        try {
          await look(at);
        } catch (error) {
          const { message, actual } = error as { message: string; actual?: unknown };
          problems.push(`${at} as ${person}: ${message} ${JSON.stringify(actual ?? '')}`);
        }
      }
    }
    await context.close();
    // All of them at once: who mends one page wants to know of the others.
    expect(problems.join('\n')).toBe('');
  });
});

it.each(locales)('the header fits where it first has no menu to fold into, in %s', async (locale) => {
  const { page, context } = await openPage(browser, { origin: server.origin, width: 1024 });
  await beAt(page, server.origin, 'programmeAdministrator');
  await page.goto(`/admin/reports?lng=${locale}`);
  expect(await wideElements(page)).toEqual([]);
  await context.close();
});

it('has no page of the design language in production, and has it elsewhere, fit for use', async () => {
  expect((await fetch(`${server.origin}/design`)).status).toBe(404);
  const workshop = await startServer({
    template: inject('dataTemplate'),
    env: { NODE_ENV: 'development' },
  });
  try {
    for (const width of [360, 1440]) {
      const { page, context, expectQuiet } = await openPage(browser, { origin: workshop.origin, width });
      await page.goto('/design');
      await hydrated(page);
      expect(await wideElements(page)).toEqual([]);
      await expectAccessible(page);
      expectQuiet();
      await context.close();
    }
  } finally {
    await workshop.dispose();
  }
});

describe('the colour scheme', () => {
  const ground = (page: Page) =>
    page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
  const [light, dark] = ['rgb(250, 248, 244)', 'rgb(18, 23, 29)'];

  it.each([true, false])('is the device’s until it is chosen, with JavaScript: %s', async (javaScript) => {
    const { page, context, expectQuiet } = await openPage(browser, {
      origin: server.origin,
      width: 390,
      dark: true,
      javaScript,
    });
    const choose = async (scheme: string) => {
      const menu = page.locator('header details.menu:visible').first();
      if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
      await page.locator(`header button[name=scheme][value=${scheme}]:visible`).click();
      await page
        .locator(scheme === 'system' ? 'html:not([data-scheme])' : `html[data-scheme=${scheme}]`)
        .waitFor();
    };
    await page.goto('/courses?theme=incubation');
    if (javaScript) await hydrated(page);
    expect(await ground(page)).toBe(dark);
    await choose('light');
    expect(await ground(page)).toBe(light);
    expect(new URL(page.url()).search).toBe('?theme=incubation');
    // With JavaScript nothing else changes: the menu is open still, and the keyboard is where it was.
    const chosen = page.locator('header button[name=scheme][value=light]:visible');
    if (javaScript) expect(await chosen.evaluate((each) => each === document.activeElement)).toBe(true);
    // The server says so from the first byte, on any page.
    const served = await page.goto('/sign-in');
    expect(await served?.text()).toMatch(/<html[^>]* data-scheme="light"/);
    expect(await page.locator('meta[name=theme-color]').getAttribute('content')).toBe('#faf8f4');
    if (javaScript) await hydrated(page);
    await choose('system');
    expect(await ground(page)).toBe(dark);
    expectQuiet();
    await context.close();
  });

  it('is light on paper', async () => {
    const { page, context } = await openPage(browser, { origin: server.origin, dark: true });
    await page.goto('/');
    await page.emulateMedia({ media: 'print' });
    expect(await ground(page)).toBe('rgb(255, 255, 255)');
    await context.close();
  });
});
