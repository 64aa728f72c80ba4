// What a browser's page is like once it has come to life.
import type { Page } from 'playwright-core';

/** React has taken the page over, and what it found wrong is on the console. */
export const hydrated = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith('__reactContainer')));
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 500 })));
};

/** What makes the page wider than its window: nothing, or the elements that stick out. */
export const wideElements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth} px`, ...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 160))];
  });
