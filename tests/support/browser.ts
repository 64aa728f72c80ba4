// A real Chromium. Any error or warning on a page's console, and any request to another host, fails the test.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { provideChrome } from './chrome';

/** `switches`: of Chromium, beyond those of every test. */
export function launchBrowser(switches: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: provideChrome(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...switches,
    ],
  });
}

export type Watched = {
  page: Page;
  context: BrowserContext;
  /**
   * Fails the test if a page complained or called another host since the last time this was asked. `refused`: the status with which
   * the page itself was meant to be answered, which Chromium puts on the console.
   */
  expectQuiet(refused?: number): void;
};

export async function openPage(
  browser: Browser,
  options: {
    origin: string;
    width?: number;
    locale?: string;
    javaScript?: boolean;
    dark?: boolean;
    serviceWorkers?: 'allow' | 'block';
  },
): Promise<Watched> {
  const {
    origin,
    width = 1440,
    locale = 'en-GB',
    javaScript = true,
    dark = false,
    serviceWorkers = 'allow',
  } = options;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale,
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: width < 600,
    serviceWorkers,
  });
  const complaints: string[] = [];
  const watch = (page: Page) => {
    page.on('console', (message) => {
      // The driver's own word, where a test asked it to block them.
      if (message.text() === 'Service Worker registration blocked by Playwright') return;
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(`${message.type()}: ${message.text()} (${page.url()})`);
    });
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message} (${page.url()})`));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) complaints.push(`another host: ${request.url()}`);
    });
  };
  context.on('page', watch);
  const page = await context.newPage();
  return {
    page,
    context,
    expectQuiet: (refused) => {
      const answer = `error: Failed to load resource: the server responded with a status of ${refused} `;
      const meant = (complaint: string) => refused !== undefined && complaint.startsWith(answer);
      expect(complaints.splice(0).filter((complaint) => !meant(complaint))).toEqual([]);
    },
  };
}
