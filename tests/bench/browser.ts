// What a browser fetches to show a lesson, the first time and when it comes back: bytes as sent, and requests.
import type { BrowserContext } from 'playwright-core';
import { visitLessons } from './lesson-visit';
import type { Result } from './measure';

type Seen = { bytes: number; requests: number };

const bare = { reference: null, ratio: null };

export async function lessonBytes(): Promise<Result[]> {
  return await visitLessons(async ({ locale, readings, newContext }) => {
    // The heaviest of the course's readings.
    const first: Seen = { bytes: 0, requests: 0 };
    const second: Seen = { bytes: 0, requests: 0 };
    for (const url of readings) {
      const context = await newContext({ viewport: { width: 1440, height: 900 } });
      for (const heaviest of [first, second]) {
        const seen = await fetched(context, url);
        heaviest.bytes = Math.max(heaviest.bytes, seen.bytes);
        heaviest.requests = Math.max(heaviest.requests, seen.requests);
      }
      await context.close();
    }
    return [
      bytesRow(`lesson-bytes-${locale}`, first.bytes, 180),
      requestsRow(`lesson-requests-${locale}`, first.requests, 15),
      bytesRow(`lesson-bytes-again-${locale}`, second.bytes, 40),
      requestsRow(`lesson-requests-again-${locale}`, second.requests, 4),
    ];
  });
}

function bytesRow(name: string, bytes: number, most: number): Result {
  const value = Math.round(bytes / 100) / 10;
  return { name, value, unit: 'kB', ...bare, aim: `≤ ${most} kB`, met: value <= most };
}

const requestsRow = (name: string, value: number, most: number): Result => ({
  name,
  value,
  unit: 'requests',
  ...bare,
  aim: `≤ ${most}`,
  met: value <= most,
});

/** Opens `url` in a new tab and counts all until the network is idle, but for the next lesson, which is fetched in advance. */
async function fetched(context: BrowserContext, url: string): Promise<Seen> {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const seen: Seen = { bytes: 0, requests: 0 };
  const urls = new Map<string, string>();
  network.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    // The browser draws its own controls of a video.
    if (request.url.startsWith('data:') || type === 'Prefetch') return;
    urls.set(requestId, request.url);
  });
  const cached = new Set<string>();
  network.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId));
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromPrefetchCache) cached.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const of = urls.get(requestId);
    if (of === undefined || cached.has(requestId)) return;
    seen.requests += 1;
    seen.bytes += encodedDataLength;
    if (process.env.BENCH_VERBOSE) process.stderr.write(`${encodedDataLength} ${of}\n`);
  });
  await network.send('Network.enable');
  await page.goto(url, { waitUntil: 'networkidle' });
  if (process.env.BENCH_VERBOSE) process.stderr.write('\n');
  await page.close();
  return seen;
}
