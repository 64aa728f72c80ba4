// The drawn forms of a record, asked for as anyone may.
import { beforeEach, describe, expect, test } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  extractFromPdf,
  extractFromPng,
  extractFromSvg,
  revokeRecord,
  showRecord,
  signRecord,
} from '~/domain/records/index.server';
import type { SignedFacts } from '~/domain/records/schema';
import { loader as page } from '~/routes/public/record';
import { loader as pdf } from '~/routes/public/record-pdf';
import { loader as png } from '~/routes/public/record-png';
import { loader as svg } from '~/routes/public/record-svg';
import { linkedInAddress } from '~/ui/records/linked-in';
import { issue, publishCourse, titles } from '../../domain/records/completed-course';
import { replaceForm } from '../../domain/records/stored-form';
import { ask, makeWorld, now, type World } from '../../support/world';

let world: World;
let id: string;
beforeEach(async () => {
  world = await makeWorld();
  id = issue(world.db, world.people.learner, publishCourse(world.db), now, 'zh-Hans');
});

const kinds = [
  { form: 'pdf', loader: pdf, mediaType: 'application/pdf', extract: extractFromPdf },
  { form: 'svg', loader: svg, mediaType: 'image/svg+xml', extract: extractFromSvg },
  { form: 'png', loader: png, mediaType: 'image/png', extract: extractFromPng },
] as const;
type Kind = (typeof kinds)[number];

async function askForm(
  { form, loader }: Kind,
  options: { id?: string; query?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const asked = options.id ?? id;
  const answer = await ask(world, loader, anonymous, {
    path: `/records/${asked}.${form}${options.query ?? ''}`,
    params: { id: asked },
    headers: options.headers ?? {},
  });
  if (!(answer instanceof Response)) throw new Error('not a Response');
  return answer;
}
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

describe.each(kinds)('/records/:id.$form', (kind) => {
  test('is the record drawn, with the credential inside to the byte', async () => {
    const answer = await askForm(kind);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(kind.mediaType);
    expect(answer.headers.get('content-disposition')).toBe(`inline; filename="${id}.${kind.form}"`);
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    const json = await signRecord(world.db, world.app.keys, { id, at: now });
    expect(kind.extract(await bytesOf(answer))).toEqual({ found: [{ kind: 'json', text: json }] });
  });

  test('is not sent twice to who has it, and is another in another language', async () => {
    const first = await askForm(kind);
    const etag = first.headers.get('etag') ?? '';
    expect((await askForm(kind, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    const malay = await askForm(kind, { query: '?lng=ms' });
    expect(malay.status).toBe(200);
    expect(malay.headers.get('etag')).not.toBe(etag);
    expect((await askForm(kind, { query: '?lng=zh-Hans' })).headers.get('etag')).toBe(etag);
    // What a browser would like is no part of the address.
    const liking = await askForm(kind, { headers: { 'Accept-Language': 'en' } });
    expect(liking.headers.get('etag')).toBe(etag);
  });

  test('that is not there is 404 in a form that machines read', async () => {
    const answer = await askForm(kind, { id: 'none' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: 'not-found' });
  });

  test('of a record that was altered in the database is not drawn', async () => {
    const json = await signRecord(world.db, world.app.keys, { id, at: now });
    replaceForm(world.db, id, json.replace(titles['zh-Hans'], 'Another course'));
    const answer = await askForm(kind);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ error: 'unverified' });
  });
});

test.each(kinds)('a hidden record has no .$form for others', async (kind) => {
  showRecord(world.db, world.people.learner, { id, shown: false, at: now });
  const answer = await askForm(kind);
  expect(answer.status).toBe(403);
  expect(await answer.json()).toEqual({ error: 'hidden' });
});

describe('of a revoked record', () => {
  beforeEach(() => {
    const input = { id, reason: 'mistaken identity', at: now };
    revokeRecord(world.db, world.people.programmeAdministrator, input);
  });

  test.each(kinds.slice(1))('there is no .$form', async (kind) => {
    const answer = await askForm(kind);
    expect(answer.status).toBe(410);
    expect(await answer.json()).toEqual({ error: 'revoked', revokedAt: new Date(now).toISOString() });
  });

  test('the sheet has no credential inside', async () => {
    const answer = await askForm(kinds[0]);
    expect(answer.status).toBe(200);
    expect(extractFromPdf(await bytesOf(answer))).toEqual({ found: null, why: 'nothing' });
  });
});

describe('the page', () => {
  test('wears the theme of its course', async () => {
    const answer = await ask(world, page, anonymous, {
      path: `/records/${id}`,
      params: { id },
      headers: { Accept: 'text/html' },
    });
    expect(answer).toMatchObject({ data: { theme: 'incubation' } });
  });
});

test('LinkedIn is told what was completed, where to check it and when, in the reader’s time zone, and not by whom', () => {
  const facts = {
    id,
    holder: 'Aisyah binti Rahman',
    email: null,
    locale: 'en',
    languages: [],
    completedAt: Date.UTC(2026, 11, 31, 20),
    validUntil: null,
    evidence: [],
    hasStatus: true,
    issuedAt: Date.UTC(2026, 11, 31, 20),
    course: { slug: 'technology-incubation', title: titles.en, summary: '' },
    edition: { number: 3, digest: '' },
    address: `https://parkbridge.test/records/${id}`,
    issuer: { id: 'did:web:parkbridge.test', name: 'Parkbridge' },
  } satisfies SignedFacts;
  const address = new URL(linkedInAddress(facts, 'Asia/Shanghai'));
  expect(address.origin + address.pathname).toBe('https://www.linkedin.com/profile/add');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: titles.en,
    organizationName: 'Parkbridge',
    issueYear: '2027',
    issueMonth: '1',
    certUrl: facts.address,
    certId: id,
  });
  expect(linkedInAddress(facts, 'Europe/London')).toContain('issueYear=2026&issueMonth=12');
});
