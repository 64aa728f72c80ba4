// All of a person's records: the page, the sheet of paper and the signed bundle, asked for as their holder does.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountActor } from '~/domain/actor';
import { clrContextDocument } from '~/domain/records/clr-context';
import { hashIdentity } from '~/domain/records/credential';
import {
  chooseIdentity,
  correctHolderName,
  didDocument,
  extractFromPdf,
  revokeRecord,
  showRecord,
  signRecord,
  verifyDocument,
} from '~/domain/records/index.server';
import { proofHolds } from '~/domain/records/proof.server';
import type { TranscriptView } from '~/domain/records/schema';
import { loader as page } from '~/routes/learn/transcript';
import { loader as bundle } from '~/routes/learn/transcript-json';
import { loader as pdf } from '~/routes/learn/transcript-pdf';
import { issue, publishCourse, titles } from '../../domain/records/completed-course';
import { replaceForm } from '../../domain/records/stored-form';
import { verifyElsewhere } from '../../domain/records/verify-elsewhere';
import { ask, makeWorld, now, type World } from '../../support/world';

const day = 24 * 60 * 60_000;

let world: World;
let learner: AccountActor;
/** Two records of the learner, oldest first, the one in English and the other in Chinese. */
let ids: [string, string];
beforeEach(async () => {
  world = await makeWorld();
  learner = world.people.learner;
  const course = publishCourse(world.db);
  ids = [
    issue(world.db, learner, course, now - day),
    issue(world.db, learner, publishCourse(world.db, 'market-entry', 24), now, 'zh-Hans'),
  ];
  issue(world.db, world.people.colleague, course, now);
});

type Page = Pick<TranscriptView, 'facts' | 'left'> & { bundle: string | null };
const askPage = async (actor = learner, query = '') =>
  (await ask(world, page, actor, { path: `/my/transcript${query}` })) as Page;
const shown = async () => (await askPage()).facts.records.map(({ id, state }) => [id, state.kind]);

async function fileOf(loader: typeof pdf, actor = learner, query = ''): Promise<Response> {
  const answer = await ask(world, loader, actor, { path: `/my/transcript${query}` });
  if (!(answer instanceof Response)) throw new Error('not a Response');
  return answer;
}
const bundleText = async () => (await fileOf(bundle)).text();
const insidePdf = async () => extractFromPdf(new Uint8Array(await (await fileOf(pdf)).arrayBuffer()));
const signed = (id: string) => signRecord(world.db, world.app.keys, { id, at: now });
const did = () => didDocument(world.app.keys);

describe('/my/transcript', () => {
  test('has the own records and nobody else’s, newest first, in the reader’s language', async () => {
    const { facts, left, bundle } = await askPage(learner, '?lng=ms');
    expect(facts).toMatchObject({
      person: { name: 'Aisyah binti Rahman', park: 'MRANTI' },
      issuer: world.app.keys.name,
      locale: 'ms',
    });
    expect(facts.records.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(facts.records[0]).toMatchObject({
      course: { title: titles['zh-Hans'], titles },
      language: 'zh-Hans',
      edition: { number: 3 },
      issuedAt: now,
      state: { kind: 'valid' },
      holder: 'Aisyah binti Rahman',
    });
    expect(facts.records[0]?.validUntil).toBeGreaterThan(now);
    expect(left).toEqual({ hidden: 0, unverified: 0 });
    expect(bundle).toBe('hashed');
  });

  test('of who has no records is empty, without a bundle', async () => {
    const { facts, bundle } = await askPage(world.people.instructor);
    expect(facts.records).toEqual([]);
    expect(bundle).toBeNull();
  });

  test('asks who is signed out to sign in', async () => {
    const answer = await ask(world, page, { kind: 'anonymous' }, { path: '/my/transcript' });
    expect((answer as Response).headers.get('location')).toBe('/sign-in?next=%2Fmy%2Ftranscript');
  });

  test('says of a revoked record that it is, and leads to the corrected one only', async () => {
    const { programmeAdministrator } = world.people;
    revokeRecord(world.db, programmeAdministrator, { id: ids[0], reason: 'mistaken', at: now });
    const corrected = correctHolderName(world.db, programmeAdministrator, {
      id: ids[1],
      name: 'Aisyah Rahman',
      at: now,
    });
    expect(await shown()).toEqual([
      [corrected, 'valid'],
      [ids[0], 'revoked'],
    ]);
  });

  test('leaves out, and counts, what the holder does not show and what was altered', async () => {
    showRecord(world.db, learner, { id: ids[0], shown: false, at: now });
    const json = await signed(ids[1]);
    replaceForm(world.db, ids[1], json.replace(titles['zh-Hans'], 'Another course'));
    const { facts, left } = await askPage();
    expect(facts.records).toEqual([]);
    expect(left).toEqual({ hidden: 1, unverified: 1 });
    expect((await fileOf(bundle)).status).toBe(404);
    expect(await insidePdf()).toEqual({ found: null, why: 'nothing' });
  });
});

describe('/my/transcript.pdf', () => {
  test('holds the signed records that stand, to the byte, and is kept by nobody', async () => {
    const answer = await fileOf(pdf);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const texts = [await signed(ids[1]), await signed(ids[0])];
    expect(await insidePdf()).toEqual({ found: texts.map((text) => ({ kind: 'json', text })) });
    const revoked = { id: ids[0], reason: 'mistaken', at: now };
    revokeRecord(world.db, world.people.programmeAdministrator, revoked);
    expect(await insidePdf()).toEqual({ found: [{ kind: 'json', text: texts[0] }] });
  });

  test('of who has no records is a sheet that says so', async () => {
    const answer = await fileOf(pdf, world.people.foreigner);
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(extractFromPdf(bytes)).toEqual({ found: null, why: 'nothing' });
  });
});

describe('/my/transcript.json', () => {
  test('is a ClrCredential that holds the signed records to the byte', async () => {
    const answer = await fileOf(bundle, learner, '?lng=zh-Hans');
    expect(answer.headers.get('content-type')).toBe('application/vc');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const text = await answer.text();
    for (const id of ids) expect(text).toContain(await signed(id));
    const document = JSON.parse(text);
    expect(document).toMatchObject({
      type: ['VerifiableCredential', 'ClrCredential'],
      issuer: { id: world.app.keys.issuer },
      name: '证书总览',
      credentialSubject: { type: ['ClrSubject'] },
    });
    // The order is the standard's.
    expect(document['@context'].slice(0, 3)).toEqual([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ]);
    expect(document.credentialSubject.verifiableCredential).toHaveLength(2);
  });

  test('verifies here and elsewhere, and each record in it does by itself', async () => {
    const text = await bundleText();
    const document = JSON.parse(text);
    const at = new Date(Date.parse(document.validFrom) + 1000);
    expect(await proofHolds(world.app.keys.ring, document, at)).toBe(true);
    expect(await verifyElsewhere(text, did(), at)).toBe(true);
    for (const record of document.credentialSubject.verifiableCredential) {
      expect(await verifyElsewhere(JSON.stringify(record), did(), at)).toBe(true);
    }
    const checked = await verifyDocument(world.db, world.app.keys, { text, fetch: false, at: Date.now() });
    expect(checked).toMatchObject({ ok: true, kind: 'bundle' });
    const documents = checked.ok ? checked.documents : [];
    expect(documents.map(({ verdict }) => verdict)).toEqual(['valid', 'valid', 'valid']);
  });

  test('with a record changed, taken out or put in, or another holder, is not what was signed', async () => {
    const document = JSON.parse(await bundleText());
    const at = new Date(Date.parse(document.validFrom) + 1000);
    const { verifiableCredential } = document.credentialSubject;
    const foreign = issue(world.db, world.people.foreigner, publishCourse(world.db, 'other'), now);
    const [identifier] = document.credentialSubject.identifier;
    const changes = [
      { verifiableCredential: verifiableCredential.slice(1) },
      { verifiableCredential: [...verifiableCredential, JSON.parse(await signed(foreign))] },
      {
        verifiableCredential: [
          { ...verifiableCredential[0], name: 'Another course' },
          verifiableCredential[1],
        ],
      },
      { identifier: [{ ...identifier, identityHash: hashIdentity('李娜', identifier.salt) }] },
    ];
    for (const change of changes) {
      const changed = { ...document, credentialSubject: { ...document.credentialSubject, ...change } };
      expect(await proofHolds(world.app.keys.ring, changed, at)).toBe(false);
      expect(await verifyElsewhere(JSON.stringify(changed), did(), at)).toBe(false);
    }
  });

  test.each([
    ['hashed', false, false],
    ['named', true, false],
    ['shown', true, true],
  ] as const)('says who the holder is: %s', async (identity, name, email) => {
    chooseIdentity(world.db, learner, { identity, at: now });
    const text = await bundleText();
    expect([text.includes(learner.name), text.includes(learner.email)]).toEqual([name, email]);
    type Identifier = { hashed: boolean; salt?: string; identityHash: string };
    const identifiers: Identifier[] = JSON.parse(text).credentialSubject.identifier;
    const values = [learner.name, learner.email];
    expect(identifiers.map(({ hashed }) => hashed)).toEqual([!name, !email]);
    for (const [index, { hashed, salt, identityHash }] of identifiers.entries()) {
      const value = values[index] ?? '';
      expect(identityHash).toBe(hashed ? hashIdentity(value, salt ?? '') : value);
    }
  });

  test('has nothing in common with another one but the records', async () => {
    const [one, other] = [JSON.parse(await bundleText()), JSON.parse(await bundleText())];
    expect(one.id).not.toBe(other.id);
    expect(one.credentialSubject.identifier).not.toEqual(other.credentialSubject.identifier);
    expect(one.credentialSubject.verifiableCredential).toEqual(other.credentialSubject.verifiableCredential);
  });

  test('is not there where no record stands, in the reader’s words', async () => {
    const answer = await fileOf(bundle, world.people.foreigner);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('没有签名合集');
  });

  test('uses the context as 1EdTech published it, to the byte', () => {
    const published = createHash('sha256')
      .update(JSON.stringify(clrContextDocument, null, 2))
      .digest('hex');
    expect(published).toBe('880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6');
  });
});
