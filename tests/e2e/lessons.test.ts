// Every lesson of every built-in course in each of its languages, as a learner opens it on a phone and on a large screen: nothing
// wider than the window, nothing on the console, every picture there, and every link within the site leading somewhere.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Edition, lessonsOf, listCurrentEditions, readText } from '~/domain/courses/index.server';
import { enrol } from '~/domain/learning/index.server';
import { type Locale, locales } from '~/i18n/locales';
import { openDatabase } from '~db/open.server';
import { launchBrowser, openPage } from '../support/browser';
import { hydrated, wideElements } from '../support/look';
import { demoPeople } from '../support/people';
import { type RunningServer, startServer } from '../support/server';
import { actorOf, beAt } from '../support/stage';

const height = 844;
const widths = [390, 1440];

type Lesson = { address: string; title: string; objectives: string[] };

let server: RunningServer;
let browser: Browser;
let lessons: Record<Locale, Lesson[]>;

beforeAll(async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-lessons-'));
  cpSync(inject('dataTemplate'), dataDir, { recursive: true });
  const db = openDatabase(`file:${path.join(dataDir, 'parkbridge.db')}`);
  const learner = actorOf(db, demoPeople.foreignLearner);
  const editions = listCurrentEditions(db);
  for (const { slug } of editions) enrol(db, learner, { course: slug, at: Date.now() });
  const lessonsIn = (locale: Locale, edition: Edition): Lesson[] =>
    lessonsOf(edition).flatMap(({ slug, texts }) => {
      const text = texts[locale];
      if (!text) return [];
      const { title, objectives } = readText(db, edition.courseId, text.digest);
      return [{ address: `/courses/${edition.slug}/lessons/${slug}?lng=${locale}`, title, objectives }];
    });
  const all = (locale: Locale) => editions.flatMap((edition) => lessonsIn(locale, edition));
  lessons = { en: all('en'), ms: all('ms'), 'zh-Hans': all('zh-Hans') };
  db.$client.close();
  server = await startServer({ dataDir });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

it.each(locales)('every lesson in %s', async (locale) => {
  expect(lessons[locale].length).toBeGreaterThan(0);
  const { page, context, expectQuiet } = await openPage(browser, {
    origin: server.origin,
    width: widths[0] ?? 390,
    serviceWorkers: 'block',
  });
  await beAt(page, server.origin, 'foreignLearner');
  // The lessons themselves are opened one by one.
  const answered = new Map(lessons[locale].map(({ address }) => [address, Promise.resolve(200)]));
  const statusOf = (address: string) => {
    const known = answered.get(address);
    if (known) return known;
    const asked = context.request.get(address).then((response) => response.status());
    answered.set(address, asked);
    return asked;
  };
  const look = async ({ address, title, objectives }: Lesson) => {
    await page.setViewportSize({ width: widths[0] ?? 390, height });
    const response = await page.goto(address);
    expect(response?.status()).toBe(200);
    await hydrated(page);
    expect(await page.locator('article h1').textContent()).toBe(title);
    expect(await page.locator('[aria-labelledby=objectives-label] li').allTextContents()).toEqual(objectives);
    expect(await missingPictures(page), 'pictures that are not there').toEqual([]);
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      expect(await wideElements(page), `wider than ${width} px`).toEqual([]);
    }
    const { addresses, lost } = await within(page);
    expect(lost, 'links to places that the page has not').toEqual([]);
    const statuses = await Promise.all(
      addresses.map(async (each) => ({ each, status: await statusOf(each) })),
    );
    expect(statuses.filter(({ status }) => status >= 400)).toEqual([]);
    expectQuiet();
  };
  const problems: string[] = [];
  for (const lesson of lessons[locale]) {
    try {
      await look(lesson);
    } catch (error) {
      const { message, actual } = error as { message: string; actual?: unknown };
      problems.push(`${lesson.address}: ${message} ${JSON.stringify(actual ?? '')}`);
    }
  }
  await context.close();
  // All of them at once: who mends one lesson wants to know of the others.
  expect(problems.join('\n')).toBe('');
});

/** Addresses of pictures that cannot be drawn. Those further down are fetched now, too. */
const missingPictures = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const drawn = [...document.images].map(async (image) => {
      image.loading = 'eager';
      await image.decode().catch(() => undefined);
      return image.naturalWidth > 0 ? [] : [image.src];
    });
    return (await Promise.all(drawn)).flat();
  });

/** What the page leads to or plays within the site, and its links to places within itself that are not there. */
const within = (page: Page): Promise<{ addresses: string[]; lost: string[] }> =>
  page.evaluate(() => {
    const named = [...document.querySelectorAll('a[href], video[poster], source[src], track[src]')].map(
      (element) =>
        new URL(
          element.getAttribute('href') ?? element.getAttribute('poster') ?? element.getAttribute('src') ?? '',
          location.href,
        ),
    );
    const here = named.filter(({ origin }) => origin === location.origin);
    const isHere = ({ pathname, search }: URL) =>
      pathname === location.pathname && search === location.search;
    return {
      addresses: [
        ...new Set(here.filter((url) => !isHere(url)).map(({ pathname, search }) => pathname + search)),
      ],
      lost: here
        .filter((url) => isHere(url) && url.hash !== '')
        .map(({ hash }) => hash)
        .filter((hash) => !document.getElementById(decodeURIComponent(hash.slice(1)))),
    };
  });
