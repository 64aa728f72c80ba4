/// <reference lib="webworker" />
// The service worker, built by itself as /sw.js. It answers for the network only where a course is kept on the device, keeps nothing of
// its own accord, and takes down what is written while there is no connection. See docs/decisions/0014-offline.md.
import { actionData, actionRedirect, loaderReload } from './answers';
import { cachesOf, forgetEverybody, keptCourses, say, setOwner, sweep, whose } from './device';
import { enqueue, isSending, sendWaiting, waitingOf } from './queue';
import { rangeOf } from './range';
import { pagePath, passBy, writeOf } from './requests';

declare const self: ServiceWorkerGlobalScope & typeof globalThis;
declare global {
  interface ServiceWorkerRegistration {
    readonly sync?: { register(tag: string): Promise<void> };
  }
}
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** Milliseconds a kept page waits for the network before it is shown instead. */
const patience = 4000;
/** The same for what was written, which the server may already be working on: it can be sent twice without harm. */
const writePatience = 15_000;
const sendTag = 'parkbridge-waiting';

self.addEventListener('install', () => void self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), sweep()]));
});

self.addEventListener('sync' as 'message', (event) => {
  const { tag } = event as unknown as SyncEvent;
  if (tag === sendTag) event.waitUntil(sendOrFail());
});

/** Fails where something is left, so that the browser tries again later. */
async function sendOrFail(): Promise<void> {
  const outcome = await sendWaiting((await whose()).owner, Date.now);
  if (outcome === 'offline' || outcome === 'later') throw new Error(outcome);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin || request.headers.has(passBy)) return;
  if (request.method === 'GET') {
    const answer = read(event, url);
    if (answer) event.respondWith(answer);
    return;
  }
  if (request.method !== 'POST') return;
  const path = pagePath(url.pathname);
  const write = writeOf(path);
  if (write) event.respondWith(takeDown(request, url, write));
  else if (path === '/sign-out') event.respondWith(signOut(request, url));
  // Who is here now is known once the next page has asked.
  else if (/^\/(sign-in|join|sign-up|reset)(\/|$)/.test(path)) event.waitUntil(setOwner(null));
});

/** Null leaves the request to the browser. */
function read(event: FetchEvent, url: URL): Promise<Response> | null {
  const { request } = event;
  const { pathname } = url;
  if (/^\/(assets|media|faces?)\//.test(pathname)) return immutable(request);
  if (request.mode === 'navigate') return page(request, url);
  if (pathname === '/__manifest')
    return orKept(request, async () => routesOf(url.searchParams.get('version')));
  if (pathname.endsWith('.data')) return pageData(request, url);
  if (/^\/courses\/[^/]+\/lessons\/[^/]+\/marks$/.test(pathname))
    return orKept(request, () => marks(pathname));
  return null;
}

// What never changes under its address.

async function immutable(request: Request): Promise<Response> {
  const kept = await caches.match(request.url, { ignoreVary: true });
  if (!kept) return fetch(request);
  const range = request.headers.get('range');
  return range ? rangeOf(kept, range) : kept;
}

// Pages.

/** The kept answer for a path of the course pages of whoever is signed in here; the newest where several courses hold one. */
async function keptAnswer(path: string): Promise<Response | undefined> {
  const { owner } = await whose();
  for (const { cache } of await keptCourses(owner)) {
    const found = await (await caches.open(cache)).match(path, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

async function page(request: Request, url: URL): Promise<Response> {
  const network = ask(request);
  const kept = await keptAnswer(url.pathname);
  const answer = await inTime(network, kept ? patience : null);
  if (answer) return answer;
  // The page as it was kept has no query; and what a router shows must be what its address says.
  if (kept && url.pathname !== '/offline') return url.search ? Response.redirect(url.pathname, 302) : kept;
  const shell =
    (await keptAnswer('/offline')) ?? (await (await caches.open(cachesOf.shell)).match('/offline'));
  if (!shell) return Response.error();
  return url.pathname === '/offline' ? shell : Response.redirect(whereTo(url), 302);
}

const whereTo = ({ pathname, search }: URL): string =>
  `/offline?${new URLSearchParams({ from: pathname + search })}`;

async function pageData(request: Request, url: URL): Promise<Response> {
  const network = ask(request);
  const kept = await keptAnswer(url.pathname);
  const answer = await inTime(network, kept ? patience : null);
  if (answer) return answer;
  return kept ?? loaderReload(pagePath(url.pathname) + withoutRoutes(url));
}

function withoutRoutes({ searchParams }: URL): string {
  const rest = new URLSearchParams(searchParams);
  rest.delete('_routes');
  return rest.size > 0 ? `?${rest}` : '';
}

const orKept = async (request: Request, keep: () => Promise<Response | undefined>): Promise<Response> =>
  (await answered(request, patience)) ?? (await keep()) ?? Response.error();

async function routesOf(release: string | null): Promise<Response | undefined> {
  if (!release || !(await caches.has(cachesOf.files + release))) return undefined;
  return await (await caches.open(cachesOf.files + release)).match('/__manifest');
}

/** The kept notes of a lesson, with what was written since. */
async function marks(path: string): Promise<Response | undefined> {
  const kept = await keptAnswer(path);
  if (!kept) return undefined;
  const { owner } = await whose();
  const body = (await kept.json()) as { annotations: { id: string }[] };
  const [, , course, , lesson] = path.split('/');
  for (const each of (await waitingOf(owner)).filter(isSending)) {
    if (each.course !== course || each.lesson !== lesson) continue;
    if (each.what !== 'annotation' && each.what !== 'removal') continue;
    const before = body.annotations.find(({ id }) => id === each.target);
    body.annotations = body.annotations.filter(({ id }) => id !== each.target);
    if (each.what === 'removal') continue;
    const { text, block, quoteStart, version, ...fields } = each.fields;
    body.annotations.push({
      ...{ locale: languageOf(kept), createdAt: each.at, ...before, ...fields },
      ...{ id: each.target, textDigest: text, block: Number(block), version: Number(version ?? 0) },
      ...{ quoteStart: quoteStart ? Number(quoteStart) : null, updatedAt: each.at },
    } as { id: string });
  }
  return Response.json(body);
}

const languageOf = (response: Response): string => response.headers.get('content-language') ?? 'en';

const answered = (request: Request, wait: number | null): Promise<Response | null> =>
  inTime(ask(request), wait);

/** The network's answer; null where there is none, or a gateway says that the site is not there. Says so, too. */
async function ask(request: Request): Promise<Response | null> {
  try {
    const response = await fetch(request);
    if (!isGateway(response)) return response;
  } catch {
    // Whoever left the page is not without a connection.
    if (request.signal.aborted) return null;
  }
  say({ said: 'connection', there: false });
  return null;
}

/** The answer, or null when it takes longer than `wait` milliseconds; null waits for ever. */
async function inTime(answer: Promise<Response | null>, wait: number | null): Promise<Response | null> {
  if (wait === null) return await answer;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      say({ said: 'connection', there: false });
      resolve(null);
    }, wait);
  });
  return await Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

const isGateway = ({ status }: Response): boolean => status >= 502 && status <= 504;

// What people write.

async function takeDown(
  request: Request,
  url: URL,
  write: NonNullable<ReturnType<typeof writeOf>>,
): Promise<Response> {
  const { owner } = await whose();
  const copy = request.clone();
  // In order: what was written first goes first.
  const clear = await isClear(owner);
  const answer = clear ? await answered(request, writePatience) : null;
  if (answer) return answer;
  if (owner === null) return Response.error();
  const sent = await copy.formData();
  const fields = Object.fromEntries(
    [...sent].filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
  const { inline: _inline, ...lasting } = fields;
  await enqueue({ owner, ...write, fields: lasting }, Date.now());
  await self.registration.sync?.register(sendTag).catch(() => undefined);
  if (write.what === 'annotation' || write.what === 'removal') {
    const { version = '0', note = '' } = fields;
    return Response.json(
      write.what === 'removal'
        ? { removed: true, waiting: true }
        : { id: write.target, version: Number(version), note, merged: false, waiting: true },
    );
  }
  return await leadOn(request, url, write, fields);
}

async function isClear(owner: string | null): Promise<boolean> {
  if (!(await waitingOf(owner)).some(isSending)) return true;
  return (await sendWaiting(owner, Date.now)) === 'sent';
}

/** What the reader sees after completing a lesson or answering, as the server would have it. */
async function leadOn(
  request: Request,
  url: URL,
  { what, course, lesson, target }: NonNullable<ReturnType<typeof writeOf>>,
  fields: Record<string, string>,
): Promise<Response> {
  const here = `/courses/${course}/lessons/${lesson}`;
  if (what === 'reflection') {
    if (request.mode === 'navigate') return Response.redirect(here, 303);
    const { note = '', version } = fields;
    const was = version === undefined ? null : Number(version);
    return actionData({
      form: 'reflection',
      id: target,
      error: null,
      sent: note,
      note,
      version: was,
      waiting: true,
    });
  }
  const next = await nextOf(course, here);
  if (request.mode === 'navigate') return Response.redirect(next, 303);
  return url.pathname.endsWith('.data')
    ? actionRedirect({ to: next, reload: !(await keptAnswer(next)) })
    : Response.json({});
}

/** The lesson after this one, where it is kept; else this one again. */
async function nextOf(course: string, path: string): Promise<string> {
  const { owner } = await whose();
  const pages = (await keptCourses(owner)).find((each) => each.course === course)?.pages ?? [];
  const place = pages.findIndex((each) => each.path === path);
  return place < 0 ? path : (pages[place + 1]?.path ?? path);
}

// Leaving.

/** What waits is sent before, and nothing of a course stays on the device, whether or not the server hears of it. */
async function signOut(request: Request, url: URL): Promise<Response> {
  const { owner } = await whose();
  const copy = request.clone();
  if ((await waitingOf(owner)).some(isSending)) {
    await Promise.race([sendWaiting(owner, Date.now), new Promise((done) => setTimeout(done, patience))]);
  }
  const answer = await answered(copy, null);
  await forgetEverybody();
  if (answer) return answer;
  const to = '/offline?sign-out=1';
  return url.pathname.endsWith('.data') ? actionRedirect({ to, reload: true }) : Response.redirect(to, 303);
}
