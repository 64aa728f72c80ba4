// A learner's browser on a lesson of the bench's site, as rows about it need one.
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import type { Locale } from '~/i18n/locales';
import { provideChrome } from '../support/chrome';
import { startProcess } from './processes';
import { prepareSite } from './site';

export type LessonVisit = {
  locale: Locale;
  /** Addresses of the course's readings. */
  readings: string[];
  /** A browser that has never been here, with the learner's session. */
  newContext(options: BrowserContextOptions): Promise<BrowserContext>;
};

/** Serves the site and does `work` for a reader of English and one of Chinese, one after the other. */
export async function visitLessons<T>(work: (visit: LessonVisit) => Promise<T[]>): Promise<T[]> {
  const site = await prepareSite(3);
  const server = await startProcess({ args: ['build/server/index.js'], dataDir: site.dataDir });
  const browser: Browser = await chromium.launch({
    executablePath: provideChrome(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const results: T[] = [];
    for (const { cookie, locale } of site.learners.filter((learner) => learner.locale !== 'ms')) {
      const [name = '', value = ''] = cookie.split('=');
      const newContext = async (options: BrowserContextOptions) => {
        const context = await browser.newContext({ locale, ...options });
        await context.addCookies([{ name, value, url: server.origin }]);
        return context;
      };
      const readings = site.readings.map(
        (lesson) => `${server.origin}/courses/${site.course}/lessons/${lesson}`,
      );
      results.push(...(await work({ locale, readings, newContext })));
    }
    return results;
  } finally {
    await browser.close();
    await server.stop();
    site.dispose();
  }
}
