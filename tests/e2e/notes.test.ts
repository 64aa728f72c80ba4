// Notes in a real browser: written, found again on another device, by keyboard alone, and without a connection.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage, type Watched } from '../support/browser';
import { addLearner } from '../support/learner';
import { signIn } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

const lesson = '/courses/technology-incubation/lessons/selecting-companies';
let server: RunningServer;
let browser: Browser;
let opened: Watched[] = [];
let person = 0;
let email = '';

beforeAll(async () => {
  server = await startServer({ template: inject('dataTemplate') });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});
beforeEach(() => {
  person += 1;
  email = `notes-${person}@mranti.example`;
  addLearner(server.dataDir, { email, name: `Writer ${person}`, locale: 'en' });
});
afterEach(async () => {
  for (const { context } of opened) await context.close();
  opened = [];
});

/** Another device of the same person, at the lesson. */
async function device(width = 1440): Promise<Watched> {
  const watched = await openPage(browser, { origin: server.origin, width });
  opened.push(watched);
  const { page } = watched;
  await page.goto('/sign-in');
  await signIn(page, email);
  await page.waitForURL('**/my');
  await page.request.post('/courses/technology-incubation/enrol', { headers: { Origin: server.origin } });
  await page.goto(lesson);
  return watched;
}

const panel = (page: Page) => page.locator('dialog.note-panel[open]');
const field = (page: Page) => panel(page).locator('textarea').last();
const saved = (page: Page) => panel(page).getByText('Saved', { exact: true }).waitFor();

/** Wakes the notes as a reader does: by moving, as soon as the page is live. */
async function wake(page: Page): Promise<void> {
  let moves = 0;
  const there = async () => {
    moves += 1;
    await page.mouse.move(300, 300 + (moves % 7));
    return await page.locator('.note-handle').count();
  };
  await expect.poll(there, { timeout: 20_000 }).toBe(1);
}

/** Opens the menu of a paragraph. */
async function openMenu(page: Page, block: number): Promise<void> {
  await wake(page);
  const paragraph = page.locator(`.prose > [data-block="${block}"]`);
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.hover();
  await page.locator('.note-handle[data-at]').click();
  await page.locator('.note-menu-list:popover-open').waitFor();
}
const choose = (page: Page, name: string) =>
  page.locator('.note-menu-list').getByRole('button', { name, exact: true }).click();

async function write(page: Page, block: number, text: string): Promise<void> {
  await openMenu(page, block);
  await choose(page, 'Note');
  await field(page).fill(text);
  await saved(page);
}

describe('two devices on one lesson', () => {
  it('show each other’s notes, keep both texts of one, and offer the other’s place', async () => {
    const desk = await device();
    await write(desk.page, 2, 'From the desk.');
    const phone = await device(390);
    await phone.page
      .locator('.note-layer')
      .getByRole('button', { name: /Paragraph 2: 1 note/ })
      .click();
    await expect.poll(() => field(phone.page).inputValue()).toBe('From the desk.');
    await field(phone.page).fill('From the phone.');
    await saved(phone.page);
    // The desk has not heard of it.
    await field(desk.page).fill('At the desk again.');
    await panel(desk.page).getByText('Both texts are kept.').waitFor();
    const both = await field(desk.page).inputValue();
    expect(both).toMatch(/^From the phone\.\n\n— From another device, .* —\n\nAt the desk again\.$/);

    await desk.page.keyboard.press('Escape');
    const told = desk.page.waitForResponse((response) => response.url().endsWith('/position'));
    await desk.page.locator('.prose > [data-block="12"]').evaluate((block) => block.scrollIntoView());
    expect((await told).status()).toBe(200);
    await phone.page.goto('/my');
    const onward = phone.page.locator('a[href*="#b"]').first();
    expect(await onward.getAttribute('href')).toMatch(/selecting-companies.*#b\d+$/);
    desk.expectQuiet();
    phone.expectQuiet();
  });
});

describe('by keyboard alone', () => {
  it('a note is written, and the focus comes back', async () => {
    const { page, expectQuiet } = await device();
    await wake(page);
    const handle = page.locator('.note-handle');
    await handle.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.note-menu-list:popover-open').waitFor();
    await page.keyboard.press('Enter');
    await panel(page).waitFor();
    await page.keyboard.type('Typed without a mouse.');
    await saved(page);
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('[data-mark-said]').textContent()).toBe('(Yours: 1 note)');
    expectQuiet();
  });

  it('selected words are highlighted, and stay so on a new page', async () => {
    const { page, expectQuiet } = await device();
    await wake(page);
    await page.locator('.prose > [data-block="1"]').evaluate((block) => {
      const text = block.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 2, text, 14);
    });
    await page.locator('.note-menu-row:popover-open').waitFor();
    const kept = page.waitForResponse((response) => response.url().includes('/annotations/'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await (await kept).json()).toMatchObject({ version: 1, merged: false });
    await page.reload();
    const drawn = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('marked') ?? [])].map((range) => (range as Range).toString()),
      );
    await expect.poll(drawn, { timeout: 10_000 }).toEqual(['weak company']);
    expectQuiet();
  });
});

describe('the panel', () => {
  it.each([390, 1440])('is accessible at %d px', async (width) => {
    const { page, expectQuiet } = await device(width);
    await wake(page);
    await page.evaluate(() =>
      document.dispatchEvent(new CustomEvent('parkbridge:annotate', { detail: { kind: 'note', block: 2 } })),
    );
    await field(page).fill('Looked at closely.');
    await saved(page);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.goto('/my/notes');
    await page.getByText('Looked at closely.').first().waitFor();
    await expectAccessible(page);
    expectQuiet();
  });

  it('says the limit before anything is lost, and cuts nothing', async () => {
    const { page, expectQuiet } = await device();
    await openMenu(page, 2);
    await choose(page, 'Note');
    const long = 'A note of one hundred kilobytes. '.repeat(3200);
    await field(page).fill(long);
    await panel(page)
      .getByText(/over the limit of 20,000 characters/)
      .waitFor();
    expect(await field(page).inputValue()).toBe(long);
    await page.reload();
    await wake(page);
    await page
      .locator('.note-layer')
      .getByRole('button', { name: /Paragraph 2: 1 note/ })
      .click();
    await expect.poll(() => field(page).inputValue()).toBe(long);
    await field(page).fill('Short.');
    await saved(page);
    expectQuiet();
  });
});

describe('without a connection', () => {
  it('a note is kept on the device, and sent from the next page', async () => {
    const { page, context } = await device();
    await openMenu(page, 3);
    await choose(page, 'Note');
    await context.setOffline(true);
    await field(page).fill('Written on the train.');
    await panel(page).getByText('Not saved yet, kept on this device').waitFor();
    await context.setOffline(false);
    await saved(page);
    await page.goto('/my/notes');
    await page.getByText('Written on the train.').first().waitFor();
  });
});

describe('the list', () => {
  it('changes, deletes and exports without JavaScript', async () => {
    const { page } = await device();
    await write(page, 2, 'First *version*.');
    const plain = await openPage(browser, { origin: server.origin, width: 390, javaScript: false });
    opened.push(plain);
    await plain.context.addCookies(await page.context().cookies());
    await plain.page.goto('/my/notes');
    await plain.page.getByText('Edit', { exact: false }).first().click();
    await plain.page.locator('textarea[name=note]').fill('Second *version*.');
    await plain.page.getByRole('button', { name: 'Save' }).click();
    await plain.page.getByText('Saved.').waitFor();
    const download = await plain.page.request.get('/my/notes.md');
    expect(await download.text()).toContain('Second \\*version\\*.');
    await plain.page.locator('summary', { hasText: 'Delete' }).click();
    await plain.page.getByRole('button', { name: 'Yes, delete' }).click();
    await plain.page.getByRole('button', { name: 'Undo' }).click();
    await plain.page.getByText('It is back.').waitFor();
    await plain.page.getByText('Second *version*.').first().waitFor();
    plain.expectQuiet();
  });
});
