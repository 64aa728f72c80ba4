// Public pages kept in memory: never another's, never old, and as safe as one made for the request.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { system } from '~/domain/actor';
import { currentEdition, publishCourses } from '~/domain/courses/index.server';
import { issueRecord, loadOrCreateKeys, revokeRecord, signRecord } from '~/domain/records/index.server';
import { openDatabase } from '~db/open.server';
import { launchBrowser, openPage } from '../support/browser';
import { cookieOf, demoPeople } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

const course = 'technology-incubation';
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ template: inject('dataTemplate') });
});

afterAll(() => server?.dispose());

const open = () => openDatabase(`file:${path.join(server.dataDir, 'parkbridge.db')}`);

/** Asks often enough that the page comes from memory, and gives the last answer. */
async function ask(address: string, headers: Record<string, string> = {}) {
  await fetch(server.origin + address, { headers });
  const response = await fetch(server.origin + address, { headers });
  return { response, html: await response.text() };
}

it('allows exactly the scripts it has: files of its own, and inline ones by their hashes', async () => {
  for (const encoding of ['identity', 'gzip', 'br']) {
    const { response, html } = await ask('/courses', { 'Accept-Encoding': encoding });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    const policy = response.headers.get('content-security-policy') ?? '';
    const inline = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
      .filter(([, attributes = '']) => !attributes.includes('src='))
      .map(([, , script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(inline.length).toBeGreaterThan(0);
    expect(/script-src ([^;]*)/.exec(policy)?.[1]?.split(' ')).toEqual(["'self'", ...inline]);
  }
});

it('comes to life in a browser', async () => {
  const browser = await launchBrowser();
  try {
    await ask('/courses', { 'Accept-Language': 'en-GB' });
    const { page, expectQuiet } = await openPage(browser, { origin: server.origin });
    await page.goto('/courses');
    await page.waitForFunction(() =>
      Object.keys(document.body).some((key) => key.startsWith('__reactFiber$')),
    );
    expectQuiet();
  } finally {
    await browser.close();
  }
});

it('is not sent again to who has it, until it changes', async () => {
  const { response } = await ask('/courses');
  const etag = response.headers.get('etag') ?? '';
  const again = await fetch(`${server.origin}/courses`, { headers: { 'If-None-Match': `"x", ${etag}` } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect(again.headers.get('content-security-policy')).toBe(response.headers.get('content-security-policy'));
  const other = await fetch(`${server.origin}/courses`, { headers: { 'If-None-Match': 'W/"other"' } });
  expect(other.status).toBe(200);
});

it('sends the same page whether it is compressed or not, and the same headers as a page made anew', async () => {
  const fresh = await fetch(`${server.origin}/courses/${course}?not=kept`, {
    headers: { 'Accept-Encoding': 'identity' },
  });
  const plain = await ask(`/courses/${course}`, { 'Accept-Encoding': 'identity' });
  const zipped = await ask(`/courses/${course}`, { 'Accept-Encoding': 'gzip' });
  expect(zipped.response.headers.get('content-encoding')).toBe('gzip');
  expect(zipped.html).toBe(plain.html);
  const names = (response: Response) =>
    [...response.headers.keys()]
      .filter((name) => !/length|transfer|connection|keep-alive|etag/.test(name))
      .sort();
  expect(names(plain.response)).toEqual(names(fresh));
  for (const name of [
    'x-content-type-options',
    'referrer-policy',
    'cache-control',
    'content-language',
    'vary',
  ])
    expect(plain.response.headers.get(name)).toBe(fresh.headers.get(name));
});

it('keeps languages apart', async () => {
  const said = await Promise.all(
    ['en', 'ms', 'zh-CN', 'en'].map(
      async (language) =>
        (await ask('/', { 'Accept-Language': language })).html.match(/<html lang="([^"]+)"/)?.[1],
    ),
  );
  expect(said).toEqual(['en', 'ms', 'zh-Hans', 'en']);
});

it('keeps colour schemes apart, for readers who are signed out and for ones at the same lesson', async () => {
  const shown = (html: string) => /<html[^>]*?(?: data-scheme="([a-z]+)")?>/.exec(html)?.[1] ?? 'system';
  const asked = ['', 'scheme=dark', 'scheme=light', 'scheme=none', 'scheme=dark', ''];
  const schemes = ['system', 'dark', 'light', 'system', 'dark', 'system'];
  const public_: string[] = [];
  for (const cookie of asked) public_.push(shown((await ask('/', { Cookie: cookie })).html));
  expect(public_).toEqual(schemes);
  // A preview lesson is the same page for all who are signed in and not enrolled.
  const lesson = `/courses/${course}/lessons/what-an-incubator-does`;
  const people = [demoPeople.learner, demoPeople.foreignLearner, demoPeople.instructor];
  const cookies = await Promise.all(people.map((email) => cookieOf(server.origin, email)));
  for (const [at, cookie] of asked.entries()) {
    const session = cookies[at % cookies.length];
    const { response, html } = await ask(`${lesson}?lng=en`, { Cookie: `${session}; ${cookie}` });
    expect(response.status).toBe(200);
    expect(shown(html)).toBe(schemes[at]);
  }
});

it('never gives a signed-in page to others, nor a signed-out page to who is signed in', async () => {
  const cookie = await cookieOf(server.origin, demoPeople.learner);
  const own = await ask('/courses', { Cookie: cookie });
  expect(own.html).toContain('Aisyah binti Rahman');
  const public_ = await ask('/courses');
  expect(public_.html).not.toContain('Aisyah');
});

it('shows a new edition at once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-course-'));
  try {
    const copy = path.join(folder, course);
    cpSync(`courses/${course}`, copy, { recursive: true });
    await ask(`/courses/${course}`);
    const file = path.join(copy, 'course.yml');
    const title = 'A title nobody had before';
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^(\s*en: ).*$/m, `$1${title}`));
    const db = open();
    const [outcome] = await publishCourses(db, system, { folders: [copy], at: Date.now() });
    db.$client.close();
    expect(outcome).toMatchObject({ edition: 2 });
    const after = await fetch(`${server.origin}/courses/${course}`);
    expect(await after.text()).toContain(title);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('shows at once that a record is revoked', async () => {
  const db = open();
  const keys = await loadOrCreateKeys({
    dataDir: server.dataDir,
    origin: server.origin,
    configured: undefined,
  });
  const edition = currentEdition(db, course);
  if (!edition) throw new Error('no edition');
  const id = db.transaction((tx) =>
    issueRecord(tx, {
      account: { id: 1, name: 'Aisyah binti Rahman' },
      course: { id: edition.courseId },
      edition,
      locale: 'en',
      evidence: { lessons: [] },
      at: Date.now(),
    }),
  );
  await signRecord(db, keys, { id, at: Date.now() });
  const before = await ask(`/records/${id}`);
  expect(before.html).toContain('This record is genuine');
  revokeRecord(db, system, { id, reason: 'Issued by mistake', at: Date.now() });
  db.$client.close();
  const after = await fetch(`${server.origin}/records/${id}`);
  expect(await after.text()).not.toContain('This record is genuine');
});

it('answers HEAD without a body, and does not keep what it was not asked to know', async () => {
  await ask('/courses');
  const head = await fetch(`${server.origin}/courses`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  const junk = await ask(`/courses?theme=${'x'.repeat(1000)}&theme=y&junk[]=1`);
  expect(junk.response.status).toBe(200);
});
