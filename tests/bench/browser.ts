// What a browser that has never been here fetches to show a lesson: bytes as sent, and requests.
import { chromium } from 'playwright-core';
import { provideChrome } from '../support/chrome';
import type { Result } from './measure';
import { startProcess } from './processes';
import { prepareSite } from './site';

export async function lessonBytes(): Promise<Result[]> {
  const site = await prepareSite(3);
  const server = await startProcess({ args: ['build/server/index.js'], dataDir: site.dataDir });
  const browser = await chromium.launch({
    executablePath: provideChrome(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const results: Result[] = [];
  try {
    for (const { cookie, locale } of site.learners.filter((learner) => learner.locale !== 'ms')) {
      let bytes = 0;
      let requests = 0;
      // The heaviest of the course's readings.
      for (const lesson of site.readings) {
        const seen = await visit(
          browser,
          `${server.origin}/courses/${site.course}/lessons/${lesson}`,
          cookie,
        );
        bytes = Math.max(bytes, seen.bytes);
        requests = Math.max(requests, seen.requests);
      }
      const kilobytes = Math.round(bytes / 100) / 10;
      const bare = { reference: null, ratio: null };
      results.push(
        {
          name: `lesson-bytes-${locale}`,
          value: kilobytes,
          unit: 'kB',
          ...bare,
          aim: '≤ 180 kB',
          met: kilobytes <= 180,
        },
        {
          name: `lesson-requests-${locale}`,
          value: requests,
          unit: 'requests',
          ...bare,
          aim: '≤ 15',
          met: requests <= 15,
        },
      );
    }
  } finally {
    await browser.close();
    await server.stop();
    site.dispose();
  }
  return results;
}

async function visit(browser: Awaited<ReturnType<typeof chromium.launch>>, url: string, cookie: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const seen = { bytes: 0, requests: 0 };
  const urls = new Map<string, string>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    // The browser draws its own controls of a video.
    if (request.url.startsWith('data:')) return;
    seen.requests += 1;
    urls.set(requestId, request.url);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    seen.bytes += encodedDataLength;
    if (process.env.BENCH_VERBOSE) process.stderr.write(`${encodedDataLength} ${urls.get(requestId)}\n`);
  });
  await network.send('Network.enable');
  await page.goto(url, { waitUntil: 'networkidle' });
  await context.close();
  return seen;
}
