// What a reader does while a page comes to life breaks nothing.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser, openPage } from '../support/browser';
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

it('takes keys at any moment of it', async () => {
  const { page, context, expectQuiet } = await openPage(browser, { origin: server.origin });
  // Keys in every task until long after: between any two steps of React's there is one.
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    let pressed = 0;
    port1.onmessage = () => {
      document.body?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
      pressed += 1;
      Object.assign(window, { pressed });
      if (pressed < 50_000) port2.postMessage(null);
    };
    port2.postMessage(null);
  });
  for (const address of ['/', '/courses', '/courses/technology-incubation/lessons/what-an-incubator-does']) {
    await page.goto(address);
    await page.waitForFunction(() => (window as { pressed?: number }).pressed === 50_000);
    expectQuiet();
    // It has come to life: React has put its mark on what it owns.
    expect(
      await page.evaluate(() => Object.keys(document.body).some((key) => key.startsWith('__reactFiber$'))),
    ).toBe(true);
  }
  await context.close();
});
