// Keeps a course on the device: its pages as they are now, what is in them, and the scripts they run on. All of it or nothing: what was
// kept before is used until the new is whole.
import { cachesOf, device, fillingLock, type KeptCourse, keptCourses, say, sweep } from './device';
import type { DeviceState, KeepableCourse } from './device-state';
import { neededFaces } from './faces';
import { passBy } from './requests';

export type KeepFailure = 'full' | 'network' | 'gone';

/** Why a course could not be kept: the device has no room, there was no (whole) answer, or the course is no longer one's own. */
export class CannotKeep extends Error {
  override name = 'CannotKeep';
  constructor(readonly why: KeepFailure) {
    super(why);
  }
}

export type KeepProgress = { done: number; total: number; bytes: number };

/** The version of the site that this page belongs to. */
export const releaseNow = (): string => window.__remixManifest?.version ?? '';

declare global {
  interface Window {
    __remixManifest?: { version: string };
  }
}

/** Whether what is kept shows what the server would show now. */
export const isCurrent = (kept: KeptCourse, course: KeepableCourse, state: DeviceState): boolean =>
  kept.standing === course.standing && kept.locale === state.locale && kept.release === releaseNow();

/** Pages kept beside the lessons: the course's own, where one lands, and the one for when there is nothing else. */
const pagesOf = (course: KeepableCourse): string[] => [
  `/courses/${course.slug}`,
  ...course.pages.map(({ path }) => path),
  '/my',
  '/offline',
];

/** Requests at once. */
const atOnce = 4;

/** Keeps the course, or brings what is kept up to date. One at a time on this device. Throws CannotKeep. */
export async function keepCourse(
  state: DeviceState,
  course: KeepableCourse,
  report: (progress: KeepProgress) => void,
): Promise<void> {
  try {
    await navigator.locks.request(fillingLock, () => fill(state, course, report));
  } finally {
    await sweep();
  }
}

async function fill(
  state: DeviceState,
  course: KeepableCourse,
  report: (progress: KeepProgress) => void,
): Promise<void> {
  const { owner } = state;
  const keptAt = Date.now();
  const release = releaseNow();
  const name = `${cachesOf.pages}${owner}/${course.slug}/${keptAt}`;
  const old = (await keptCourses(owner)).find((each) => each.course === course.slug);
  try {
    const pages = await caches.open(name);
    const files = await caches.open(cachesOf.files + release);
    const before = old ? await caches.open(old.cache) : null;
    const paths = pagesOf(course);
    const progress = { done: 0, total: paths.length * 2, bytes: 0 };
    const count = (bytes: number) => {
      progress.done += 1;
      progress.bytes += bytes;
      report({ ...progress });
    };
    const mentioned = new Set<string>((await (await get('/offline-files.json')).json()) as string[]);
    const texts: string[] = [];
    const linked = new Set([...document.styleSheets].map(({ href }) => (href ? new URL(href).pathname : '')));
    await inTurn(paths, async (path) => {
      const response = await get(path, { Accept: 'text/html', Purpose: 'prefetch' });
      const html = await response.text();
      await pages.put(path, copyOf(response, html));
      texts.push(html);
      for (const each of filesIn(html)) {
        mentioned.add(each);
        linked.add(each);
      }
      count(html.length);
    });
    await inTurn(paths, async (path) => {
      const data = await get(`${path}.data`, { Purpose: 'prefetch' });
      const text = await data.text();
      await pages.put(`${path}.data`, copyOf(data, text));
      if (path.includes('/lessons/')) {
        const marks = await get(`${path}/marks`, { Accept: 'application/json' });
        await pages.put(`${path}/marks`, marks.clone());
      }
      count(text.length);
    });
    const routes = await get(`/__manifest?${routeQuery(paths, course.slug, release)}`);
    await files.put('/__manifest', routes);
    const wanted = [...mentioned].filter((each) => !each.endsWith('.css'));
    const styles = [...mentioned].filter((each) => each.endsWith('.css'));
    progress.total += wanted.length + styles.length;
    const faces = new Set<string>();
    await inTurn(styles, async (url) => {
      const response = await stored(files, null, url);
      const css = linked.has(url) ? await response.clone().text() : '';
      for (const face of neededFaces(css, url, texts.join(''))) faces.add(face);
      count((await response.blob()).size);
    });
    progress.total += faces.size;
    await inTurn([...wanted, ...faces], async (url) => {
      const response = await stored(url.startsWith('/media/') ? pages : files, before, url);
      count((await response.blob()).size);
    });
    const { edition, standing, title, theme, pages: list } = course;
    await (await device()).put('kept', {
      ...{ owner, course: course.slug, title, theme, edition, standing, locale: state.locale },
      ...{ release, keptAt, bytes: progress.bytes, cache: name, pages: list },
    });
    say({ said: 'changed' });
  } catch (error) {
    await caches.delete(name);
    throw failureOf(error);
  }
}

function failureOf(error: unknown): CannotKeep {
  if (error instanceof CannotKeep) return error;
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new CannotKeep(full ? 'full' : 'network');
}

/** A whole answer of the very address that was asked, which may be stored. */
async function get(path: string, headers?: Record<string, string>): Promise<Response> {
  // The worker lets it pass: what is kept already must not be kept again as new.
  const response = await fetch(path, {
    headers: { ...headers, [passBy]: '1' },
    cache: headers ? 'no-cache' : 'default',
  });
  if (response.redirected || response.status === 401 || response.status === 403 || response.status === 404) {
    throw new CannotKeep('gone');
  }
  if (response.status !== 200) throw new CannotKeep('network');
  return response;
}

/** `response` with `text` for its body, marked as kept for the page itself to see. */
function copyOf(response: Response, text: string): Response {
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Set-Cookie']) headers.delete(name);
  return new Response(text.replace(/^(<!DOCTYPE html>)?<html /i, '$&data-kept="1" '), { headers });
}

/** From the cache, from what was kept before, or fetched and put there. */
async function stored(into: Cache, before: Cache | null, url: string): Promise<Response> {
  const there = await into.match(url, { ignoreVary: true });
  if (there) return there;
  const response = (await before?.match(url, { ignoreVary: true })) ?? (await get(url));
  await into.put(url, response.clone());
  return response;
}

const elements =
  'script[src],img[src],video[src],audio[src],source[src],track[src],link[href],video[poster],a[href^="/media/"]';

/** Addresses on our host of what a page shows and runs. */
function filesIn(html: string): string[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const each of parsed.querySelectorAll('noscript')) each.remove();
  const found = [...parsed.querySelectorAll(elements)].flatMap((element) =>
    ['src', 'href', 'poster'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  // Scripts within the page name others as they import them.
  for (const [, url = ''] of html.matchAll(/["'](\/assets\/[^"'\s]+)["']/g)) found.push(url);
  return found.filter((url) => /^\/(assets|media|faces?|icon)/.test(url));
}

/** Asks for every route that a kept page can lead to, so that the router finds its way without asking. */
function routeQuery(paths: string[], course: string, release: string): URLSearchParams {
  const lesson = paths.find((path) => path.includes('/lessons/')) ?? '/my';
  const asked = [
    ...['/', '/courses', '/my', '/offline', '/sign-in', '/language', '/scheme', '/my/records', '/my/notes'],
    ...['/my/settings', '/issuer', `/courses/${course}`, `/courses/${course}/enrol`, lesson],
    ...['complete', 'attempt', 'changes', 'reflections/x', 'attempts/1'].map((each) => `${lesson}/${each}`),
  ];
  const query = new URLSearchParams(asked.sort().map((path) => ['p', path]));
  query.set('version', release);
  return query;
}

async function inTurn(items: string[], work: (item: string) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Puts the page for when there is nothing else on the device; as nobody in particular sees it. */
export async function keepShell(locale: string): Promise<void> {
  const shell = await caches.open(cachesOf.shell);
  const mark = `${releaseNow()} ${locale}`;
  if ((await shell.match('/offline'))?.headers.get('X-Kept') === mark) return;
  const response = await fetch(`/offline?lng=${locale}`, { credentials: 'omit', cache: 'no-cache' });
  if (response.status !== 200) return;
  const copy = copyOf(response, await response.text());
  copy.headers.set('X-Kept', mark);
  await shell.put('/offline', copy);
}
