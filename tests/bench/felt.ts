// A lesson as somebody feels it on a slow phone and a slow line: when it is painted, whether it moves, how soon it answers a tap.
import type { BrowserContext, Page } from 'playwright-core';
import { type LessonVisit, visitLessons } from './lesson-visit';
import { median, type Result } from './measure';

const runs = 5;
/** Design, issue "studying": a processor four times slower, 1.6 Mbit/s, 150 ms there and back. */
const slowness = 4;
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** What is tapped, the first of each that can be seen. Not every page has all. */
const targets: Record<string, string> = {
  menu: 'header details.menu:not([open]) > summary',
  outline: 'article details > summary',
  term: '.prose .term',
  notes: 'article [data-notes]',
};

type Felt = { paint: number; shift: number; taps: Record<string, number> };

/** Entries of the Performance Timeline that TypeScript does not know yet. */
type Shift = PerformanceEntry & {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
};
type Interaction = PerformanceEntry & { interactionId?: number };

declare global {
  interface Window {
    felt: { paint: number; shift: number; moved: string[]; slowest: number };
  }
}

export async function feltSpeed(): Promise<Result[]> {
  return await visitLessons(async (visit) => {
    const felt: Felt[] = [];
    for (let run = 0; run < runs; run += 1) felt.push(await feel(visit));
    const taps = Object.keys(targets)
      .map((target) => felt.flatMap(({ taps }) => taps[target] ?? []))
      .filter((times) => times.length > 0)
      .map(median);
    const { locale } = visit;
    return [
      row(`lesson-paint-${locale}`, median(felt.map(({ paint }) => paint)), 'ms', 2500),
      row(`lesson-shift-${locale}`, median(felt.map(({ shift }) => shift)), '', 0.02),
      row(`lesson-tap-${locale}`, Math.max(...taps), 'ms', 200),
    ];
  });
}

const row = (name: string, value: number, unit: string, below: number): Result => ({
  name,
  value,
  unit,
  reference: null,
  ratio: null,
  aim: `< ${below}${unit && ` ${unit}`}`,
  met: value < below,
});

async function feel({ readings, newContext }: LessonVisit): Promise<Felt> {
  const context = await newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  const page = await slowPage(context);
  await page.goto(readings[0] ?? '', { waitUntil: 'networkidle', timeout: 60_000 });
  const taps: Record<string, number> = {};
  for (const [target, selector] of Object.entries(targets)) {
    const time = await tap(page, selector);
    if (time !== null) taps[target] = time;
  }
  await scrollToEnd(page);
  const { paint, shift, moved } = await page.evaluate(() => window.felt);
  if (paint === 0) throw new Error('nothing was seen to be painted');
  if (process.env.BENCH_VERBOSE) process.stderr.write(`${JSON.stringify({ paint, shift, moved, taps })}\n`);
  await context.close();
  return { paint, shift, taps };
}

async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const chrome = await context.newCDPSession(page);
  await chrome.send('Network.enable');
  await chrome.send('Network.emulateNetworkConditions', line);
  await chrome.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  // No function in it has a name: our compiler would have it call a helper that a page does not have.
  await page.addInitScript(() => {
    window.felt = { paint: 0, shift: 0, moved: [], slowest: 0 };
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) window.felt.paint = startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        window.felt.shift += value;
        window.felt.moved.push(
          ...sources.map(({ node }) => `${node?.nodeName} ${node?.textContent ?? ''}`.slice(0, 60)),
        );
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as Interaction[]) {
        if (interactionId) window.felt.slowest = Math.max(window.felt.slowest, duration);
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  return page;
}

/** Milliseconds from a tap to the next paint, as Event Timing says; under 16 it says nothing. Null where there is nothing to tap. */
async function tap(page: Page, selector: string): Promise<number | null> {
  const target = page.locator(selector).filter({ visible: true }).first();
  if ((await target.count()) === 0) return null;
  await target.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    window.felt.slowest = 0;
  });
  await target.tap();
  // Two frames on, what the tap did is painted; the entry comes when the page is idle.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve()))),
      ),
  );
  const time = await page.evaluate(() => window.felt.slowest);
  await page.keyboard.press('Escape');
  return time;
}

/** A screen at a time, as a reader would, so that whatever waits to be seen has come. */
async function scrollToEnd(page: Page): Promise<void> {
  for (;;) {
    const ended = await page.evaluate(async () => {
      const before = scrollY;
      scrollBy({ top: innerHeight * 0.8, behavior: 'instant' });
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      );
      return scrollY === before;
    });
    await page.waitForLoadState('networkidle');
    if (ended) return;
  }
}
