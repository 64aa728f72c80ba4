import { createHash } from 'node:crypto';
import { matchRoutes } from '@remix-run/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, anonymous } from '~/domain/actor';
import { chooseIdentity, revokeRecord, signRecord } from '~/domain/records/index.server';
import siteMap from '~/routes';
import { loader as myRecords } from '~/routes/learn/records';
import { loader as did } from '~/routes/public/did';
import { loader as issuer } from '~/routes/public/issuer';
import { loader as issuerJson } from '~/routes/public/issuer-json';
import { loader as issuerKey } from '~/routes/public/issuer-key';
import { meta, loader as page } from '~/routes/public/record';
import { loader as document } from '~/routes/public/record-json';
import { type Course, issue, publishCourse, titles } from '../../domain/records/completed-course';
import { replaceForm } from '../../domain/records/stored-form';
import { verifyElsewhere } from '../../domain/records/verify-elsewhere';
import { ask, makeWorld, now, origin, statusOf, type World } from '../../support/world';

let world: World;
let course: Course;
let id: string;
beforeEach(async () => {
  world = await makeWorld();
  course = publishCourse(world.db);
  chooseIdentity(world.db, world.people.learner, { identity: 'named', at: now });
  id = issue(world.db, world.people.learner, course, now);
});

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const askPage = (actor: Actor, options: { id?: string; query?: string; accept?: string } = {}) => {
  const asked = options.id ?? id;
  return ask(world, page, actor, {
    path: `/records/${asked}${options.query ?? ''}`,
    params: { id: asked },
    headers: { Accept: options.accept ?? browser },
  });
};
const askJson = (asked = id, headers: Record<string, string> = {}) =>
  ask(world, document, anonymous, { path: `/records/${asked}.json`, params: { id: asked }, headers });

function response(answer: unknown): Response {
  if (!(answer instanceof Response)) throw new Error('not a Response');
  return answer;
}
type Loaded = { data: { title: string; record: unknown }; init: { headers: Record<string, string> } };

describe('the site map', () => {
  test.each([
    ['/records/0198-abc', 'routes/public/record.tsx', { id: '0198-abc' }],
    ['/records/0198-abc.json', 'routes/public/record-json.ts', { id: '0198-abc' }],
    ['/records/0198-abc.jwt', 'routes/public/record-jwt.ts', { id: '0198-abc' }],
    ['/status/revoked.json', 'routes/public/status-revoked.ts', {}],
    ['/status/revocation/0', 'routes/public/status-list.ts', { purpose: 'revocation', list: '0' }],
    ['/records/0198-abc.pdf', 'routes/public/record-pdf.ts', { id: '0198-abc' }],
    ['/records/0198-abc.svg', 'routes/public/record-svg.ts', { id: '0198-abc' }],
    ['/records/0198-abc.png', 'routes/public/record-png.ts', { id: '0198-abc' }],
    ['/issuer', 'routes/public/issuer.tsx', {}],
    ['/issuer.json', 'routes/public/issuer-json.ts', {}],
    ['/issuer/keys/z6Mk', 'routes/public/issuer-key.ts', { key: 'z6Mk' }],
    ['/.well-known/did.json', 'routes/public/did.ts', {}],
  ])('sends %s to %s', (path, file, params) => {
    const match = matchRoutes(siteMap as Parameters<typeof matchRoutes>[0], path)?.at(-1);
    expect(match?.route).toMatchObject({ file });
    expect(match?.params).toEqual(params);
  });
});

describe('/records/:id', () => {
  test('shows anyone what was signed, checked', async () => {
    const answer = (await askPage(anonymous)) as Loaded;
    expect(answer.data).toMatchObject({
      title: `${titles.en} – Aisyah binti Rahman`,
      record: {
        id,
        verified: true,
        standing: { state: 'valid', revokedAt: null },
        checkedAt: now,
        facts: {
          holder: 'Aisyah binti Rahman',
          issuedAt: now,
          course: { slug: 'technology-incubation', title: titles.en },
          edition: { number: 3, digest: course.edition.digest },
          issuer: { id: 'did:web:parkbridge.test', name: 'Parkbridge' },
        },
      },
    });
  });

  test('keeps out of search engines', async () => {
    const answer = (await askPage(anonymous)) as Loaded;
    expect(answer.init.headers).toMatchObject({ 'X-Robots-Tag': 'noindex' });
    expect(meta({ data: answer.data } as Parameters<typeof meta>[0])).toContainEqual({
      name: 'robots',
      content: 'noindex',
    });
  });

  test('that is altered in the database shows nothing of what it says', async () => {
    const json = await signRecord(world.db, world.app.keys, { id, at: now });
    replaceForm(world.db, id, json.replace('Technology', 'Biology'));
    const answer = (await askPage(anonymous, { query: '?lng=ms' })) as Loaded;
    expect(answer.data.record).toMatchObject({ verified: false, reason: 'signature' });
    expect(JSON.stringify(answer)).not.toContain('Biology');
    expect(answer.data.title).toBe('Rekod tamat kursus');
  });

  test('that is not there is 404', async () => {
    for (const other of ['none', `${id}x`, '../secrets', "' or 1=1 --"]) {
      const answer = await askPage(world.people.learner, { id: other });
      expect(statusOf(answer)).toBe(404);
      expect(answer).toMatchObject({ data: { code: 'not-found' } });
    }
  });

  test.each(['application/vc', 'application/json', 'application/ld+json', 'application/vc+ld+json, */*'])(
    'sends a machine that asks for %s to the credential',
    async (accept) => {
      const answer = response(await askPage(anonymous, { accept }));
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(`/records/${id}.json`);
      expect(answer.headers.get('vary')).toBe('Accept');
    },
  );

  test('says that it was revoked', async () => {
    const input = { id, reason: 'Confidential: mistaken identity', at: now };
    revokeRecord(world.db, world.people.programmeAdministrator, input);
    const answer = (await askPage(anonymous)) as Loaded;
    expect(answer.data.record).toMatchObject({
      verified: true,
      standing: { state: 'revoked', revokedAt: now, reason: null },
    });
    expect(JSON.stringify(answer)).not.toContain('Confidential');
    // The file itself names the lists that say so.
    const file = response(await askJson());
    expect(file.status).toBe(200);
    expect((await file.json()).credentialStatus).toHaveLength(3);
    const own = (await askPage(world.people.learner)) as Loaded;
    expect(own.data.record).toMatchObject({ standing: { reason: 'Confidential: mistaken identity' } });
  });
});

describe('/records/:id.json', () => {
  test('is the credential that another library verifies with the key of did.json', async () => {
    const answer = response(await askJson());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/vc');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    const json = await answer.text();
    const resolved = response(await ask(world, did, anonymous, { path: '/.well-known/did.json' }));
    expect(resolved.headers.get('content-type')).toBe('application/did+ld+json');
    expect(await verifyElsewhere(json, await resolved.json())).toBe(true);
  });

  test('is not sent twice to who has it', async () => {
    const first = response(await askJson());
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const second = response(await askJson(id, { 'If-None-Match': `"other", W/${etag}` }));
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    expect(response(await askJson(id, { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test('that is not there is 404 in a form that machines read', async () => {
    const answer = response(await askJson('none'));
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({ error: 'not-found' });
  });

  test('pins the bytes of the edition’s manifest', async () => {
    const credential = await response(await askJson()).json();
    const [resource] = credential.relatedResource;
    expect(resource.id).toBe(`${origin}/editions/${course.edition.digest}.json`);
    const digest = createHash('sha256').update(course.edition.manifest).digest('base64');
    expect(resource.digestSRI).toBe(`sha256-${digest}`);
  });
});

describe('the issuer', () => {
  test('serves its key by plain HTTPS, and no other', async () => {
    const { keys } = world.app;
    const key = keys.publicKeyMultibase;
    const asked = (name: string) =>
      ask(world, issuerKey, anonymous, { path: `/issuer/keys/${name}`, params: { key: name } });
    expect(await response(await asked(key)).json()).toEqual({
      '@context': 'https://w3id.org/security/multikey/v1',
      id: `did:web:parkbridge.test#${key}`,
      type: 'Multikey',
      controller: 'did:web:parkbridge.test',
      publicKeyMultibase: key,
    });
    expect(response(await asked(`${key}x`)).status).toBe(404);
  });

  test('has a page for people and a profile for machines', async () => {
    const { keys } = world.app;
    const people = await ask(world, issuer, anonymous, {
      path: '/issuer?lng=zh-Hans',
      headers: { Accept: browser },
    });
    expect(people).toMatchObject({
      data: { title: 'Parkbridge：证书签发方', issuer: { did: keys.issuer, keys: keys.ring } },
    });
    const machine = response(
      await ask(world, issuer, anonymous, { path: '/issuer', headers: { Accept: 'application/json' } }),
    );
    expect(machine.headers.get('location')).toBe('/issuer.json');
    const profile = await response(await ask(world, issuerJson, anonymous, { path: '/issuer.json' })).json();
    expect(profile).toMatchObject({
      id: keys.issuer,
      type: ['Profile'],
      name: 'Parkbridge',
      url: `${origin}/issuer`,
    });
    const credential = await response(await askJson()).json();
    expect(profile).toMatchObject(credential.issuer);
  });
});

describe('/my/records', () => {
  test('has the reader’s own records', async () => {
    const asked = (actor: Actor) => ask(world, myRecords, actor, { path: '/my/records' });
    expect(await asked(world.people.learner)).toMatchObject({ records: [{ id, title: titles.en }] });
    expect(await asked(world.people.colleague)).toEqual({
      title: 'Rekod saya',
      records: [],
      renewals: [],
      next: 'hashed',
      done: null,
    });
    const signedOut = response(await asked(anonymous));
    expect(signedOut.headers.get('location')).toBe('/sign-in?next=%2Fmy%2Frecords');
  });
});
