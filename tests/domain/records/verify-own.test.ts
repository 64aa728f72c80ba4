// /verify's one call, on what this house issued: every form of it, every part of it altered, every way a record can stand.
import dns from 'node:dns';
import net from 'node:net';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  chooseIdentity,
  correctHolderName,
  type IssuerKeys,
  recordJwt,
  reinstateRecord,
  revokeRecord,
  showRecord,
  signRecord,
  verifyDocument,
} from '~/domain/records/index.server';
import type { Checked, FindingCode, Verification } from '~/domain/records/verify/schema';
import { editions, recordCredentials } from '~db/schema';
import { makeWorld, now, origin, type World } from '../../support/world';
import { type Course, issue, publishCourse } from './completed-course';

let world: World;
let course: Course;
let keys: IssuerKeys;
let id: string;
let json: string;

// Whatever tries to leave this process fails the test that it happens in.
const attempts: string[] = [];
const out = (what: string) => (): never => {
  attempts.push(what);
  throw new Error(`the network was asked: ${what}`);
};

beforeEach(async () => {
  world = await makeWorld();
  keys = world.app.keys;
  course = publishCourse(world.db);
  attempts.length = 0;
  vi.spyOn(globalThis, 'fetch').mockImplementation(out('fetch'));
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(out('socket'));
  vi.spyOn(dns, 'lookup').mockImplementation(out('dns') as never);
  chooseIdentity(world.db, world.people.learner, { identity: 'named', at: now });
  id = issue(world.db, world.people.learner, course, now);
  json = await signRecord(world.db, keys, { id, at: now });
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(attempts).toEqual([]);
});

const verify = (text: string, more: { at?: number; holder?: string } = {}): Promise<Verification> =>
  verifyDocument(world.db, keys, { text, fetch: false, at: now, ...more });

function only(result: Verification): Checked {
  if (!result.ok) throw new Error(`not looked at: ${result.problem}`);
  const [document, ...others] = result.documents;
  if (!document || others.length > 0) throw new Error(`${result.documents.length} documents`);
  return document;
}
const codes = (document: Checked): FindingCode[] => document.findings.map(({ code }) => code);
const genuine: FindingCode[] = [
  'proof-holds',
  'issuer-ours',
  'dates-good',
  'status-good',
  'edition-matches',
  'log-contains',
];

describe('a record of this house', () => {
  test('is valid as JSON, as VC-JWT and by its address', async () => {
    const { jwt } = await recordJwt(world.db, keys, anonymous, { id, at: now });
    for (const text of [
      json,
      JSON.stringify(JSON.parse(json), null, 4),
      `\ufeff  ${json}\n`,
      jwt,
      `${origin}/records/${id}`,
      `${origin}/records/${id}.json?x=1#holder`,
      `${origin}/records/${id}.pdf`,
    ]) {
      const document = only(await verify(text));
      expect(codes(document)).toEqual(genuine);
      expect(document).toMatchObject({
        verdict: 'valid',
        page: `/records/${id}`,
        issuer: { id: keys.issuer, name: 'Parkbridge' },
        claims: {
          title: 'Technology incubation',
          language: 'en',
          edition: '3',
          issuedAt: now,
          validUntil: null,
          holder: { named: ['Aisyah binti Rahman'], hashed: true, matches: null },
        },
      });
    }
  });

  test('with any part altered is refused, and nothing of what it says is shown', async () => {
    const document = JSON.parse(json);
    const paths: (string | number)[][] = [];
    const walk = (value: unknown, at: (string | number)[]) => {
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value))
          walk(inner, [...at, Array.isArray(value) ? Number(key) : key]);
      else paths.push(at);
    };
    walk(document, []);
    expect(paths.length).toBeGreaterThan(60);
    for (const path of paths) {
      const altered = structuredClone(document);
      const last = path.at(-1) ?? '';
      const parent = path.slice(0, -1).reduce((inner, key) => inner[key], altered);
      parent[last] = typeof parent[last] === 'boolean' ? !parent[last] : `${parent[last]}x`;
      const result = await verify(JSON.stringify(altered));
      if (!result.ok) continue;
      const [checked] = result.documents;
      expect(checked?.verdict, path.join('.')).not.toBe('valid');
      if (checked?.findings.some(({ code }) => code === 'proof-fails')) expect(checked.claims).toBeNull();
    }
  });

  test('with something added, taken away or put beside its proof is refused', async () => {
    const change = async (alter: (document: Record<string, never>) => void) => {
      const document = JSON.parse(json);
      alter(document);
      return only(await verify(JSON.stringify(document))).verdict;
    };
    expect(await change((document) => Object.assign(document, { description: 'and more' }))).toBe('failed');
    expect(await change((document) => Object.assign(document, { unheardOf: 'x' }))).toBe('failed');
    expect(await change((document) => delete document.evidence)).toBe('failed');
    expect(await change((document) => delete document.proof)).toBe('failed');
    expect(
      await change((document) =>
        Object.assign(document, { proof: [...(document.proof as never), (document.proof as never)[0]] }),
      ),
    ).not.toBe('failed');
    expect(
      await change((document) =>
        Object.assign(document, {
          proof: [
            ...(document.proof as never),
            { ...((document.proof as never)[0] as object), proofValue: `z${'2'.repeat(88)}` },
          ],
        }),
      ),
    ).toBe('failed');
  });

  test('as a token altered in any character of its three parts is refused', async () => {
    const { jwt } = await recordJwt(world.db, keys, anonymous, { id, at: now });
    const step = Math.floor(jwt.length / 60);
    for (let at = 0; at < jwt.length; at += step) {
      const letter = jwt[at] === 'A' ? 'B' : 'A';
      if (jwt[at] === '.') continue;
      const altered = jwt.slice(0, at) + letter + jwt.slice(at + 1);
      const result = await verify(altered);
      if (result.ok) expect(only(result).verdict).not.toBe('valid');
    }
    const [, payload = ''] = jwt.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.AA`;
    const result = await verify(none);
    expect(codes(only(result))).toContain('proof-unsupported');
  });

  test('says how it stands', async () => {
    const admin = world.people.programmeAdministrator;
    revokeRecord(world.db, admin, { id, reason: 'Confidential', at: now });
    let document = only(await verify(json));
    expect(document.verdict).toBe('failed');
    expect(codes(document)).toContain('status-revoked');
    expect(JSON.stringify(document)).not.toContain('Confidential');
    reinstateRecord(world.db, admin, { id, at: now });
    expect(only(await verify(json)).verdict).toBe('valid');
    showRecord(world.db, world.people.learner, { id, shown: false, at: now });
    document = only(await verify(json));
    expect(document.verdict).toBe('valid');
    expect(codes(document)).toContain('record-hidden');
    // By its address alone nothing of it is told.
    document = only(await verify(`${origin}/records/${id}`));
    expect(document.claims).toBeNull();
    const fresh = correctHolderName(world.db, admin, { id, name: 'Aisyah Rahman', at: now + 1000 });
    await signRecord(world.db, keys, { id: fresh, at: now + 1000 });
    document = only(await verify(json, { at: now + 2000 }));
    expect(document.verdict).toBe('failed');
    expect(document.findings.find(({ code }) => code === 'status-replaced')?.about).toBe(
      `${origin}/records/${fresh}`,
    );
  });

  test('is valid to the last second and expired after it', async () => {
    const short = publishCourse(world.db, 'short-course', 1);
    const other = issue(world.db, world.people.learner, short, now);
    const text = await signRecord(world.db, keys, { id: other, at: now });
    const end = Date.parse(JSON.parse(text).validUntil);
    expect(codes(only(await verify(text, { at: end })))).toContain('dates-good-until');
    const late = only(await verify(text, { at: end + 1 }));
    expect(late.verdict).toBe('failed');
    expect(codes(late)).toContain('dates-expired');
    expect(codes(late)).toContain('proof-holds');
    expect(codes(only(await verify(text, { at: now - 60_000 })))).toContain('dates-not-yet');
  });

  test('that hides its holder in hashes knows who it is when told', async () => {
    chooseIdentity(world.db, world.people.colleague, { identity: 'hashed', at: now });
    const other = issue(world.db, world.people.colleague, course, now);
    const text = await signRecord(world.db, keys, { id: other, at: now });
    const matches = async (holder?: string) =>
      only(await verify(text, holder === undefined ? {} : { holder })).claims?.holder;
    expect(await matches()).toEqual({ named: [], hashed: true, matches: null });
    expect(await matches('Tan Wei Jie')).toMatchObject({ matches: true });
    expect(await matches('  Wei.Jie@MRANTI.example ')).toMatchObject({ matches: true });
    expect(await matches('Tan Wei')).toMatchObject({ matches: false });
  });

  test('whose edition is no longer what was signed is refused', async () => {
    world.db.$client.exec('pragma ignore_check_constraints = on');
    const triggers = world.db.$client
      .prepare<[], { name: string }>(
        "select name from sqlite_master where type = 'trigger' and tbl_name = 'editions'",
      )
      .all();
    for (const { name } of triggers) world.db.$client.exec(`drop trigger "${name}"`);
    world.db
      .update(editions)
      .set({ manifest: course.edition.manifest.replace('75', '50') })
      .where(eq(editions.id, course.edition.id))
      .run();
    const document = only(await verify(json));
    expect(document.verdict).toBe('failed');
    expect(codes(document)).toContain('edition-differs');
  });

  test('that was taken out of the database, or out of the log, does not pass', async () => {
    const client = world.db.$client;
    for (const { name } of client
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'")
      .all())
      client.exec(`drop trigger "${name}"`);
    client.exec("update log_entries set digest = 'x'");
    expect(codes(only(await verify(json)))).toContain('log-lacks');
    world.db.update(recordCredentials).set({ digest: 'x' }).run();
    const document = only(await verify(json));
    expect(document.verdict).toBe('failed');
    expect(codes(document)).toContain('record-unknown');
  });

  test('dated long before the log took it in says so', async () => {
    const back = issue(world.db, world.people.foreigner, course, now - 400 * 86_400_000);
    const text = await signRecord(world.db, keys, { id: back, at: now });
    const document = only(await verify(text));
    expect(document.findings.find(({ code }) => code === 'log-later')?.at).toBe(now - 400 * 86_400_000);
  });

  test('in a bundle is one of several, each with its own outcome', async () => {
    const altered = JSON.parse(json);
    altered.name = 'Another course';
    const { jwt } = await recordJwt(world.db, keys, anonymous, { id, at: now });
    const result = await verify(
      JSON.stringify({
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        verifiableCredential: [
          JSON.parse(json),
          altered,
          {
            '@context': 'https://www.w3.org/ns/credentials/v2',
            id: `data:application/vc+jwt,${jwt}`,
            type: 'EnvelopedVerifiableCredential',
          },
        ],
      }),
    );
    if (!result.ok) throw new Error(result.problem);
    expect(result.kind).toBe('bundle');
    expect(result.documents.map(({ verdict }) => verdict)).toEqual(['valid', 'failed', 'valid']);
  });
});

describe('what is no credential', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  test.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n ', 'empty'],
    ['a sentence', 'Please trust me.', 'not-a-credential'],
    ['half a document', '{"@context": [', 'not-a-credential'],
    ['broken JSON', '{"@context": [}', 'unreadable'],
    ['JSON of another kind', '{"hello": "world"}', 'not-a-credential'],
    ['deep nesting', nested(5_000), 'too-deep'],
    ['nesting of lists', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'too-deep'],
    ['many values', `{"a":[${'1,'.repeat(200_000)}1]}`, 'too-deep'],
    ['a long text', `{"a":"${'x'.repeat(600 * 1024)}"}`, 'too-large'],
    ['three words with points', 'a.b.c', 'unreadable'],
    ['an address elsewhere', 'https://example.org/badge', 'address-elsewhere'],
    ['no address', 'https://', 'not-a-credential'],
    ['an address of ours without a record', `${origin}/courses`, 'no-record'],
    ['a record that is not there', `${origin}/records/00000000-0000-4000-8000-000000000000`, 'no-record'],
    [
      'an Open Badges 2.0 assertion',
      '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://example.org/a"}',
      'older',
    ],
  ])('%s is told as such', async (_name, text, problem) => {
    expect(await verify(text)).toMatchObject({ ok: false, problem });
  });

  test('is bounded in time where its graph is made to be slow', async () => {
    // Blank nodes that all look alike: canonicalisation would try every order of them.
    const ids = Array.from({ length: 12 }, (_, at) => `_:b${at}`);
    const poison = {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      type: ['VerifiableCredential', 'AchievementCredential'],
      issuer: { id: keys.issuer, type: ['Profile'] },
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: ids.map((name) => ({
        id: name,
        type: ['AchievementSubject'],
        relatedResource: ids.filter((other) => other !== name).map((other) => ({ id: other })),
      })),
      proof: JSON.parse(json).proof,
    };
    const started = performance.now();
    const result = await verify(JSON.stringify(poison));
    expect(performance.now() - started).toBeLessThan(10_000);
    if (result.ok) expect(only(result).verdict).toBe('failed');
  });
});

test('how often one address may ask is limited', async () => {
  const ask = () =>
    verifyDocument(world.db, keys, { text: 'x', fetch: false, at: now, address: '203.0.113.9' });
  for (let count = 0; count < 120; count++) await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'too-many-attempts' });
});
