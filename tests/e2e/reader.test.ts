// The reader in a real browser: what follows the eye, what opens in place, what the keys do, and where one goes on.
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { catalogues } from '~/i18n/catalogues.server';
import { readerTools as en } from '~/i18n/en/reader-tools';
import { locales } from '~/i18n/locales';
import { readerTools as zh } from '~/i18n/zh-Hans/reader-tools';
import { openDatabase } from '~db/open.server';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage, type Watched } from '../support/browser';
import { addLearner } from '../support/learner';
import { signIn } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

const course = '/courses/technology-incubation';
const preview = `${course}/lessons/what-an-incubator-does`;
const second = `${course}/lessons/selecting-companies`;

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

const open = (options: Partial<Parameters<typeof openPage>[1]> = {}) =>
  openPage(browser, { origin: server.origin, ...options });

/** The lesson is on the screen: the address changes a moment before. */
const arrived = (page: Page, lesson: string) =>
  page.locator(`#lessons a[aria-current="page"][href*="${lesson}"]`).waitFor();

/** The page listens: before that, what one does is the browser's alone. */
const live = (page: Page) =>
  page.waitForFunction(() => {
    const root = document.querySelector('article');
    return root !== null && Object.keys(root).some((key) => key.startsWith('__reactProps'));
  });

/** The tools have come: they come with the first sign of a reader. */
async function wake(page: Page): Promise<void> {
  await live(page);
  await page.mouse.move(30, 30);
  await page.mouse.move(40, 40);
  await page.locator('.reading-line').waitFor({ state: 'attached' });
}

const block = (page: Page, n: number) => page.locator(`[data-block="${n}"]`);
const top = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
const inView = (page: Page, selector: string) =>
  expect
    .poll(async () => {
      const y = await top(page, selector);
      return y > -5 && y < 300;
    })
    .toBe(true);

async function enrolled(watched: Watched): Promise<string> {
  const { page } = watched;
  const email = `${randomUUID()}@mranti.example`;
  addLearner(server.dataDir, { email, name: 'Aminah', locale: 'en' });
  await page.goto(course);
  const enrol = page.getByRole('button', { name: catalogues.en.courses.course.enrol, exact: true }).first();
  await enrol.click();
  await page.waitForURL('**/sign-in?**');
  await signIn(page, email);
  await page.waitForURL(`**${course}**`);
  await enrol.click();
  await page.waitForURL('**/lessons/**');
  return email;
}

function lastLesson(email: string): string | undefined {
  const db = openDatabase(`file:${server.dataDir}/parkbridge.db`);
  try {
    return db.$client
      .prepare<[string], { slug: string }>(
        `select l.slug from enrolments e join accounts a on a.id = e.account_id
         join lessons l on l.id = e.last_lesson_id where a.email = ?`,
      )
      .get(email)?.slug;
  } finally {
    db.$client.close();
  }
}

describe.each([360, 1440])('at %i px', (width) => {
  it.each([
    ['light', false],
    ['dark', true],
  ])('reads without a fault, alone and beside another language, in %s', async (_, dark) => {
    const watched = await open({ width, dark });
    const { page } = watched;
    for (const query of ['?lng=en', '?lng=zh-Hans', '?lng=en&beside=zh-Hans', '?lng=zh-Hans&beside=ms']) {
      await page.goto(preview + query);
      await wake(page);
      await block(page, 9).scrollIntoViewIfNeeded();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBeLessThanOrEqual(
        width,
      );
      await expectAccessible(page);
      watched.expectQuiet();
    }
    await page.keyboard.press('?');
    await page.locator('dialog').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('l');
    await page.locator('dialog').waitFor();
    await expectAccessible(page);
    watched.expectQuiet();
    await watched.context.close();
  });

  it('opens a term in three languages where it is seen whole, and Escape closes it', async () => {
    const watched = await open({ width });
    const { page } = watched;
    await page.goto(`${preview}?lng=en`);
    await wake(page);
    const term = page.locator('.term').nth(2);
    const card = page.locator('.term-card').nth(2);
    await term.scrollIntoViewIfNeeded();
    if (width < 600) await term.tap();
    else await term.hover();
    await card.waitFor();
    expect(
      await card.locator('.term-entry').evaluateAll((all) => all.map((each) => each.getAttribute('lang'))),
    ).toEqual(['en', 'ms', 'zh-Hans']);
    const box = await card.boundingBox();
    const height = page.viewportSize()?.height ?? 0;
    if (!box) throw new Error('the card has no place');
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    if (width > 600) {
      // One may go into it without losing it.
      await card.hover();
      await card.waitFor();
    }
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    watched.expectQuiet();
    await watched.context.close();
  });
});

it('follows the reader: section, minutes, progress; and nothing moves by itself', async () => {
  const watched = await open();
  const { page } = watched;
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${preview}?lng=en`);
  await wake(page);
  const current = page.locator('.lesson-side a[aria-current="location"]');
  const left = page.locator('.lesson-side p');
  const before = await left.textContent();
  expect(await current.count()).toBe(0);
  for (const id of ['s1', 's3']) {
    await page.locator(`#${id}`).evaluate((heading) => {
      window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 200);
    });
    await expect.poll(() => current.getAttribute('href')).toBe(`#${id}`);
  }
  expect(await left.textContent()).not.toBe(before);
  const share = await page
    .locator('.reading-line > div')
    .evaluate((line) => new DOMMatrix(getComputedStyle(line).transform).a);
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(1);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.02);
  watched.expectQuiet();
  await watched.context.close();
});

it('on a phone the bar steps aside going down and comes back going up', async () => {
  const watched = await open({ width: 360 });
  const { page } = watched;
  await page.goto(`${preview}?lng=en`);
  await wake(page);
  const bar = page.locator('.reading-bar');
  // Two scrolls within a frame are one to the page: it has to have seen the first.
  await page.evaluate(
    () =>
      new Promise((done) => {
        window.addEventListener('scroll', done, { once: true });
        window.scrollTo(0, 2000);
      }),
  );
  await bar.waitFor({ state: 'hidden' });
  await page.evaluate(() => window.scrollTo(0, 1800));
  await bar.waitFor({ state: 'visible' });
  await bar.locator('summary').click();
  await bar.locator('a[href="#s3"]').click();
  await inView(page, '#s3');
  // Whoever is in the bar keeps it: the focus goes with the reader to the section.
  await expect.poll(() => bar.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  await page.evaluate(() => window.scrollBy(0, 400));
  await bar.waitFor({ state: 'hidden' });
  watched.expectQuiet();
  await watched.context.close();
});

it('changes the language in place, at the same paragraph', async () => {
  const watched = await open();
  const { page } = watched;
  await page.goto(`${preview}?lng=en`);
  await wake(page);
  await page.locator('#b12').evaluate((element) => {
    window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - window.innerHeight / 3 + 10);
  });
  await expect.poll(() => page.locator('.lesson-side a[aria-current]').count()).toBe(1);
  await page.keyboard.press('l');
  let documents = 0;
  page.on('request', (request) => {
    if (request.resourceType() === 'document') documents += 1;
  });
  await page.locator('dialog a[lang="zh-Hans"]').first().click();
  await page.waitForURL('**lng=zh-Hans#b12');
  await page.locator('#b12:lang(zh-Hans)').waitFor();
  expect(await page.locator('h1').count()).toBe(1);
  await inView(page, '#b12');
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  expect(documents).toBe(0);
  watched.expectQuiet();
  await watched.context.close();
});

it('without JavaScript: languages, two side by side, terms, notes and the outline are links and plain HTML', async () => {
  const watched = await open({ javaScript: false });
  const { page } = watched;
  await page.goto(`${preview}?lng=en`);
  expect(await page.getByRole('button', { name: catalogues.en.reader.listen }).isVisible()).toBe(false);
  await page.locator('#language summary').click();
  await page.locator('#language ul').nth(1).locator('a[lang="ms"]').click();
  await page.waitForURL('**beside=ms**');
  const row = page.locator('.beside-row', { has: page.locator('#b2') });
  expect(
    await row.locator('.prose').evaluateAll((all) => all.map((each) => each.getAttribute('lang'))),
  ).toEqual(['en', 'ms']);
  const [left, right] = await row
    .locator('.prose')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ x, y }) => ({ x, y })));
  expect(left?.y).toBe(right?.y);
  expect(right?.x).toBeGreaterThan(left?.x ?? 0);
  expect(
    await page.locator('[id]').evaluateAll((all) => all.length - new Set(all.map(({ id }) => id)).size),
  ).toBe(0);
  expect(await page.locator('textarea').count()).toBe(1);
  await page.locator('[data-footnote-ref]').first().click();
  expect(new URL(page.url()).hash).toMatch(/^#note-/);
  await page.locator('.term').first().click();
  await page.locator('.term-card').first().waitFor();
  // The choice goes along to the next lesson and back.
  expect(await page.locator('footer a[href*="/lessons/"]').first().getAttribute('href')).toContain(
    'beside=ms',
  );
  watched.expectQuiet();
  await watched.context.close();
});

it('shows a footnote where it is called, and gives the focus back', async () => {
  const watched = await open();
  const { page } = watched;
  await page.goto(`${preview}?lng=en`);
  await wake(page);
  const call = page.locator('[data-footnote-ref]').first();
  await call.focus();
  await page.keyboard.press('Enter');
  const note = page.locator('.note-card');
  await note.waitFor();
  expect(await note.textContent()).toContain('Hackett');
  expect(new URL(page.url()).hash).toBe('');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await note.waitFor({ state: 'detached' });
  expect(await call.evaluate((element) => element === document.activeElement)).toBe(true);
  watched.expectQuiet();
  await watched.context.close();
});

describe('keys', () => {
  it('step from paragraph to paragraph, and never while one types or holds another key', async () => {
    const watched = await open();
    const { page } = watched;
    await page.goto(`${preview}?lng=en`);
    await wake(page);
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.block);
    await page.keyboard.press('j');
    await expect.poll(focused).toBe('1');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect.poll(focused).toBe('3');
    await page.keyboard.press('k');
    await expect.poll(focused).toBe('2');
    await page.keyboard.press('Control+j');
    expect(await focused()).toBe('2');
    const note = page.locator('textarea').first();
    await note.focus();
    await page.keyboard.type('j?n');
    expect(await note.inputValue()).toBe('j?n');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('Escape');
    watched.expectQuiet();
    await watched.context.close();
  });

  it('can be switched off, and the device remembers', async () => {
    const watched = await open({ locale: 'zh-CN' });
    const { page } = watched;
    await page.goto(preview);
    await live(page);
    // The very first key brings the tools, and is obeyed.
    await page.keyboard.press('?');
    const sheet = page.locator('dialog');
    await sheet.waitFor();
    await sheet.getByText(zh.keys.next, { exact: true }).waitFor();
    await sheet.getByLabel(zh.keys.on).uncheck();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-block'))).toBe(false);
    await page.reload();
    await wake(page);
    await page.keyboard.press('?');
    expect(await sheet.count()).toBe(0);
    await page.getByRole('button', { name: catalogues['zh-Hans'].reader.keys }).click();
    await sheet.getByLabel(zh.keys.on).check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-block')))
      .toBe(true);
    watched.expectQuiet();
    await watched.context.close();
  });

  it('ask for a note and a bookmark on the paragraph that has the focus', async () => {
    const watched = await open();
    const { page } = watched;
    await page.goto(`${preview}?lng=en`);
    await wake(page);
    await page.evaluate(() => {
      const asked: unknown[] = [];
      (window as unknown as { asked: unknown[] }).asked = asked;
      document.addEventListener('parkbridge:annotate', (event) => asked.push((event as CustomEvent).detail));
    });
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('b');
    expect(await page.evaluate(() => (window as unknown as { asked: unknown[] }).asked)).toEqual([
      { kind: 'bookmark', block: 2 },
    ]);
    await watched.context.close();
  });
});

describe('going on', () => {
  it('a paragraph that is linked to is marked and below the top', async () => {
    const watched = await open();
    const { page } = watched;
    await page.goto(`${preview}?lng=en#b12`);
    await inView(page, '#b12');
    const ground = await page
      .locator('#b12')
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    const plain = await page.locator('#b11').evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(ground).not.toBe(plain);
    await watched.context.close();
  });

  it('offers the paragraph at which one stopped, on this device without an account', async () => {
    const watched = await open();
    const { page } = watched;
    await page.goto(`${preview}?lng=en`);
    await wake(page);
    await page.locator('#s3').evaluate((heading) => {
      window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 200);
    });
    await expect.poll(() => page.locator('.lesson-side a[aria-current]').getAttribute('href')).toBe('#s3');
    await page.goto('/courses');
    await page.goto(`${preview}?lng=en`);
    await page.getByRole('button', { name: en.resume }).click();
    await inView(page, '#s3');
    expect(await page.getByRole('button', { name: en.resume }).count()).toBe(0);
    watched.expectQuiet();
    await watched.context.close();
  });

  it('and on another device with one', async () => {
    const first = await open();
    const email = await enrolled(first);
    await first.page.goto(`${second}?lng=en`);
    await wake(first.page);
    const kept = first.page.waitForResponse(
      (response) => response.url().endsWith('/position') && response.status() === 200,
    );
    await first.page.locator('#s2').evaluate((heading) => {
      window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 200);
    });
    await kept;
    first.expectQuiet();
    await first.context.close();

    const other = await open({ width: 390 });
    const { page } = other;
    await page.goto('/sign-in');
    await signIn(page, email);
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    await page.goto(`${second}?lng=en`);
    await wake(page);
    await page.getByRole('button', { name: en.resume }).click();
    await inView(page, '#s2');
    other.expectQuiet();
    await other.context.close();
  });

  it('fetches the next lesson in advance once this one is done, and that is no visit', async () => {
    const watched = await open();
    const { page } = watched;
    const email = await enrolled(watched);
    // Nothing is fetched in advance where the next page could show what is no longer so.
    const early: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('selecting-companies.data')) early.push(request.url());
    });
    const next = page.locator(`footer a[href^="${second}"]`).first();
    await next.scrollIntoViewIfNeeded();
    await page.locator('form[action*="/complete"] button').first().click();
    await arrived(page, second);
    expect(early).toHaveLength(1);
    await page.goto(preview);
    expect(lastLesson(email)).toBe('what-an-incubator-does');
    const fetched = page.waitForResponse((response) => response.url().includes('selecting-companies.data'));
    await next.scrollIntoViewIfNeeded();
    const response = await fetched;
    expect(response.status()).toBe(200);
    expect(await response.request().headerValue('sec-purpose')).toContain('prefetch');
    expect(lastLesson(email)).toBe('what-an-incubator-does');
    // Opened and read, it is one, whoever fetched it.
    await next.click();
    await arrived(page, second);
    await wake(page);
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/position'));
    await page.locator('#s2').evaluate((heading) => {
      window.scrollTo(0, heading.getBoundingClientRect().top + window.scrollY - 200);
    });
    await kept;
    await expect.poll(() => lastLesson(email)).toBe('selecting-companies');
    watched.expectQuiet();
    await watched.context.close();
  });
});

describe('listening', () => {
  it('says so when the device has no voice', async () => {
    const watched = await open();
    const { page } = watched;
    await page.goto(`${preview}?lng=ms`);
    await live(page);
    await page.getByRole('button', { name: catalogues.ms.reader.listen }).click();
    await page.locator('.listener [role=status]').waitFor();
    await expectAccessible(page);
    watched.expectQuiet();
    await watched.context.close();
  });

  // No browser here has a voice; this one says what it was given at the pace of the test.
  it('reads paragraph after paragraph in the language of the text, pauses, goes on, and stops when one leaves', async () => {
    const watched = await open();
    const { page } = watched;
    await page.addInitScript(() => {
      const said: { text: string; lang: string; end: () => void }[] = [];
      const voice = (lang: string, localService: boolean) => ({
        lang,
        localService,
        default: false,
        name: lang,
      });
      const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => [voice('en-US', false), voice('zh-CN', true), voice('en_GB', true)],
        speak: (utterance: { text: string; lang: string; onend?: () => void }) =>
          said.push({ text: utterance.text, lang: utterance.lang, end: () => utterance.onend?.() }),
        cancel: () => said.splice(0),
      });
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      class Utterance {
        constructor(public text: string) {}
      }
      Object.assign(window, { SpeechSynthesisUtterance: Utterance, said });
    });
    type Said = { said: { text: string; lang: string; end: () => void }[] };
    const said = () =>
      page.evaluate(() => (window as unknown as Said).said.map(({ text, lang }) => ({ text, lang })));
    await page.goto(`${preview}?lng=en`);
    await live(page);
    await page.getByRole('button', { name: catalogues.en.reader.listen }).click();
    const strip = page.getByRole('region', { name: en.listen.label });
    await strip.waitFor();
    await expect.poll(async () => (await said())[0]?.lang).toBe('en_GB');
    expect((await said())[0]?.text).toMatch(/^Two floors/);
    expect(await page.locator('.spoken').getAttribute('data-block')).toBe('1');
    await strip.getByRole('button', { name: en.listen.next }).click();
    await expect.poll(() => page.locator('.spoken').getAttribute('data-block')).toBe('2');
    await page.evaluate(() => (window as unknown as Said).said.at(-1)?.end());
    await expect.poll(async () => (await said()).length).toBeGreaterThan(1);
    await page.keyboard.press('s');
    await strip.getByRole('button', { name: en.listen.play }).waitFor();
    expect(await said()).toEqual([]);
    await page.keyboard.press('s');
    await expect.poll(async () => (await said()).length).toBe(1);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Technology incubation' }).first().click();
    await page.waitForURL(`**${course}**`);
    await expect.poll(said).toEqual([]);
    watched.expectQuiet();
    await watched.context.close();
  });
});

it.each(locales)('prints as a text and nothing else, in %s', async (locale) => {
  const watched = await open();
  const { page } = watched;
  await page.goto(`${preview}?lng=${locale}`);
  await wake(page);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.lesson-list', '.lesson-side', '.reading-line', '#language', 'article footer'])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(await block(page, 1).isVisible()).toBe(true);
  await watched.context.close();
});
