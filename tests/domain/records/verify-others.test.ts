// Open Badges of other issuers: each kind of signature, each way to a key, and what may not be believed. Signed here with libraries that
// had no part in checking where there are such.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DataIntegrityProof as LocalProof } from '@digitalbazaar/data-integrity';
import * as local from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createSignCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { exportJWK, type JWK, SignJWT } from 'jose';
import jsigs from 'jsonld-signatures';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { knownContext } from '~/domain/records/contexts.server';
import { verifyDocument } from '~/domain/records/index.server';
import {
  isPublic,
  makeFetcher,
  most,
  NotFetched,
  reachPublic,
} from '~/domain/records/verify/fetch-public.server';
import type { Checked, FindingCode } from '~/domain/records/verify/schema';
import { makeWorld, now, type World } from '../../support/world';

let world: World;
let server: Server;
let ca: string;
/** What the other servers have: by host and path. */
const pages = new Map<string, { body: string | Buffer; status?: number; headers?: Record<string, string> }>();
let hits: string[] = [];

beforeAll(async () => {
  world = await makeWorld();
  const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-tls-'));
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=issuer.example',
      '-addext',
      'subjectAltName=DNS:issuer.example,DNS:other.example',
      '-keyout',
      key,
      '-out',
      cert,
    ],
    { stdio: 'ignore' },
  );
  ca = readFileSync(cert, 'utf8');
  server = createServer({ key: readFileSync(key), cert: ca }, (request, response) => {
    const name = `${request.headers.host}${request.url}`;
    hits.push(name);
    const page = pages.get(name);
    if (page?.body === 'hang') return;
    response.writeHead(page ? (page.status ?? 200) : 404, page?.headers);
    response.end(page?.body ?? 'no');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  pages.clear();
  hits = [];
});

/** The stand-in for the public Internet: every host is at this process's server. */
const web = () => ({
  ca,
  reach: async () => ({
    address: '127.0.0.1',
    family: 4 as const,
    port: (server.address() as AddressInfo).port,
  }),
});

const ask = async (text: string, fetch = false) => {
  const result = await verifyDocument(world.db, world.app.keys, { text, fetch, at: now, web: web() });
  if (!result.ok) throw new Error(result.problem);
  const [document] = result.documents;
  if (!document) throw new Error('nothing');
  return document;
};
const codes = ({ findings }: Checked): FindingCode[] => findings.map(({ code }) => code);

const credential = (issuer: string, more: object = {}) => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'https://issuer.example/badges/1',
  type: ['VerifiableCredential', 'AchievementCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Another school' },
  validFrom: '2026-01-01T00:00:00Z',
  name: 'Soil science',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: 'Mei' }],
    achievement: {
      id: 'https://issuer.example/achievements/1',
      type: ['Achievement'],
      name: 'Soil science',
      description: 'What soil is made of.',
      criteria: { narrative: 'Passed.' },
    },
  },
  ...more,
});

const documentLoader = async (url: string) => {
  const document = knownContext(url);
  if (!document) throw new Error(url);
  return { contextUrl: null, documentUrl: url, document };
};

type Suite = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'Ed25519Signature2020';

/** Signs with a new key; `method`: how its DID URL begins where it is not a did:key. */
async function sign(suite: Suite, did?: string, more: object = {}, type?: object) {
  const pair = await local.generate({});
  const issuer = did ?? `did:key:${pair.publicKeyMultibase}`;
  const id = `${issuer}#${pair.publicKeyMultibase}`;
  const signer = { ...pair.signer(), id, algorithm: 'Ed25519' };
  const date = '2026-01-02T00:00:00Z';
  const made =
    suite === 'Ed25519Signature2020'
      ? new Ed25519Signature2020({ signer, date })
      : new LocalProof({
          signer,
          date,
          cryptosuite: suite === 'eddsa-jcs-2022' ? createSignCryptosuite() : cryptosuite,
        });
  const document = type ?? credential(issuer, more);
  const signed = await jsigs.sign(
    suite === 'Ed25519Signature2020'
      ? {
          ...document,
          '@context': [
            ...(document as { '@context': string[] })['@context'],
            'https://w3id.org/security/suites/ed25519-2020/v1',
          ],
        }
      : document,
    { suite: made, purpose: new jsigs.purposes.AssertionProofPurpose(), documentLoader },
  );
  return { signed, issuer, pair, id };
}

const didDocument = (issuer: string, multibase: string, more: object = {}) =>
  JSON.stringify({
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: issuer,
    verificationMethod: [
      { id: `${issuer}#${multibase}`, type: 'Multikey', controller: issuer, publicKeyMultibase: multibase },
    ],
    assertionMethod: [`${issuer}#${multibase}`],
    ...more,
  });

describe('a badge signed with a did:key', () => {
  test.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'Ed25519Signature2020'] as const)(
    'by %s is unaltered, and its issuer known by key only',
    async (suite) => {
      const { signed } = await sign(suite);
      const document = await ask(JSON.stringify(signed));
      expect(codes(document)).toEqual(['proof-holds', 'issuer-key-only', 'dates-good', 'status-none']);
      expect(document).toMatchObject({
        verdict: 'partly',
        claims: { title: 'Soil science', holder: { named: ['Mei'] } },
        page: null,
      });
      for (const alter of [
        (text: string) => text.replace('"Mei"', '"Mai"'),
        (text: string) => text.replace('2026-01-01', '2025-01-01'),
        (text: string) => text.replace('Another school', 'A better school'),
      ]) {
        const altered = await ask(alter(JSON.stringify(signed)));
        expect(altered.verdict).toBe('failed');
        expect(altered.claims).toBeNull();
      }
    },
  );

  test('in the name of somebody else is refused', async () => {
    const pair = await sign('eddsa-rdfc-2022');
    const { signed } = await sign('eddsa-rdfc-2022', undefined, {
      issuer: { id: world.app.keys.issuer, type: ['Profile'], name: 'Parkbridge' },
    });
    const document = await ask(JSON.stringify(signed));
    expect(document.verdict).toBe('failed');
    expect(codes(document)).toContain('issuer-unknown');
    expect(pair.issuer).not.toBe(world.app.keys.issuer);
  });

  test('with a context that hides what its words mean is marked', async () => {
    const { signed } = await sign('eddsa-jcs-2022', undefined, {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://evil.example/context.json'],
    });
    // What is signed as it stands needs no context.
    expect(codes(await ask(JSON.stringify(signed)))).toContain('proof-holds');
    const { signed: plain } = await sign('eddsa-rdfc-2022');
    const document = {
      ...plain,
      '@context': [...(plain['@context'] as string[]), { title: 'https://schema.org/name' }],
    };
    const checked = await ask(JSON.stringify(document));
    expect(checked.verdict).not.toBe('valid');
    expect(codes(checked)).toContain('proof-context-unknown');
    const elsewhere = {
      ...plain,
      '@context': [...(plain['@context'] as string[]), 'https://issuer.example/context.json'],
    };
    expect(codes(await ask(JSON.stringify(elsewhere)))).toEqual(['proof-context-unknown', 'dates-good']);
    expect(hits).toEqual([]);
  });
});

describe('a badge signed with a did:web', () => {
  const did = 'did:web:issuer.example';

  test('says that nobody was asked, and when asked whose key it is', async () => {
    const { signed, pair } = await sign('eddsa-rdfc-2022', did);
    const text = JSON.stringify(signed);
    const alone = await ask(text);
    expect(codes(alone)).toEqual(['proof-key-unknown', 'dates-good']);
    expect(alone.verdict).toBe('partly');
    expect(hits).toEqual([]);
    pages.set('issuer.example/.well-known/did.json', { body: didDocument(did, pair.publicKeyMultibase) });
    const asked = await ask(text, true);
    expect(codes(asked)).toEqual(['proof-holds', 'issuer-web', 'dates-good', 'status-none']);
    expect(asked.verdict).toBe('valid');
    expect(hits).toEqual(['issuer.example/.well-known/did.json']);
  });

  test('with a path is looked for there', async () => {
    const issuer = `${did}:schools:one`;
    const { signed, pair } = await sign('eddsa-jcs-2022', issuer);
    pages.set('issuer.example/schools/one/did.json', { body: didDocument(issuer, pair.publicKeyMultibase) });
    expect((await ask(JSON.stringify(signed), true)).verdict).toBe('valid');
  });

  test('whose key was withdrawn, revoked, or is not for asserting does not pass', async () => {
    const { signed, pair } = await sign('eddsa-rdfc-2022', did);
    const method = {
      id: `${did}#${pair.publicKeyMultibase}`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: pair.publicKeyMultibase,
    };
    for (const more of [
      { assertionMethod: [] },
      { verificationMethod: [], assertionMethod: [] },
      { verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }] },
      { id: 'did:web:other.example' },
    ]) {
      pages.set('issuer.example/.well-known/did.json', {
        body: didDocument(did, pair.publicKeyMultibase, more),
      });
      expect((await ask(JSON.stringify(signed), true)).verdict).not.toBe('valid');
    }
  });

  const list = (purpose: string, set: number[], more: object = {}) => {
    const bits = Buffer.alloc(16_384);
    for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
    return {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'https://issuer.example/status/1',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: did,
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: {
        id: 'https://issuer.example/status/1#list',
        type: 'BitstringStatusList',
        statusPurpose: purpose,
        encodedList: `u${gzipSync(bits).toString('base64url')}`,
      },
      ...more,
    };
  };
  const entry = (purpose: string) => ({
    credentialStatus: {
      id: 'https://issuer.example/status/1#94567',
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: '94567',
      statusListCredential: 'https://issuer.example/status/1',
    },
  });

  /** A badge and its status list, each by a key of the same issuer. */
  async function withList(purpose: string, set: number[], more: object = {}, by = did) {
    const badge = await sign('eddsa-rdfc-2022', did, entry(purpose));
    const status = await sign('eddsa-rdfc-2022', by, {}, list(purpose, set, more));
    const methods = [badge, status].map(({ id, pair }) => ({
      id,
      type: 'Multikey',
      controller: id.split('#')[0],
      publicKeyMultibase: pair.publicKeyMultibase,
    }));
    pages.set('issuer.example/.well-known/did.json', {
      body: JSON.stringify({
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
        id: did,
        verificationMethod: methods,
        assertionMethod: methods.map(({ id }) => id),
      }),
    });
    pages.set('issuer.example/status/1', { body: JSON.stringify(status.signed) });
    return { text: JSON.stringify(badge.signed), status: status.signed };
  }

  test('is looked up in its status list, whose own signature counts', async () => {
    const good = await withList('revocation', [94566, 94568]);
    expect(codes(await ask(good.text))).toEqual(['proof-key-unknown', 'dates-good']);
    expect((await ask(good.text, true)).verdict).toBe('valid');
    expect(codes(await ask(good.text, true))).toContain('status-good');
    expect(codes(await ask((await withList('revocation', [94567])).text, true))).toContain('status-revoked');
    expect(codes(await ask((await withList('suspension', [94567])).text, true))).toContain(
      'status-suspended',
    );
    const forged = await withList('revocation', [94567]);
    const cleared = { ...forged.status, credentialSubject: list('revocation', []).credentialSubject };
    pages.set('issuer.example/status/1', { body: JSON.stringify(cleared) });
    const checked = await ask(forged.text, true);
    expect(codes(checked)).toContain('status-unreadable');
    expect(checked.verdict).toBe('partly');
  });

  test('whose list is over, of another purpose, too short, not there or a bomb remains open', async () => {
    const { text } = await withList('revocation', [], { validUntil: '2026-01-02T00:00:00Z' });
    expect(codes(await ask(text, true))).toContain('status-unreadable');
    const other = await withList('revocation', []);
    pages.delete('issuer.example/status/1');
    expect(codes(await ask(other.text, true))).toContain('status-unreadable');
    for (const subject of [
      { encodedList: `u${gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url')}` },
      { encodedList: `u${gzipSync(Buffer.alloc(100)).toString('base64url')}` },
      { encodedList: 'unot gzip' },
      { statusPurpose: 'message' },
    ]) {
      const base = list('revocation', []);
      const made = await withList('revocation', [], {
        credentialSubject: { ...base.credentialSubject, ...subject },
      });
      expect(codes(await ask(made.text, true))).toContain('status-unreadable');
    }
  });

  test('is found in a 1EdTech revocation list', async () => {
    const { signed, pair } = await sign('eddsa-rdfc-2022', did, {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      ],
      credentialStatus: { id: 'https://issuer.example/revoked', type: '1EdTechRevocationList' },
    });
    pages.set('issuer.example/.well-known/did.json', { body: didDocument(did, pair.publicKeyMultibase) });
    const revokedBy = (issuer: string, id: string) =>
      pages.set('issuer.example/revoked', {
        body: JSON.stringify({
          id: 'https://issuer.example/revoked',
          issuer,
          revokedCredential: [{ id, revoked: true, revocationReason: 'Exam was void' }],
        }),
      });
    revokedBy(did, 'https://issuer.example/badges/2');
    expect((await ask(JSON.stringify(signed), true)).verdict).toBe('valid');
    revokedBy(did, 'https://issuer.example/badges/1');
    const revoked = await ask(JSON.stringify(signed), true);
    expect(revoked.verdict).toBe('failed');
    expect(revoked.findings.find(({ code }) => code === 'status-revoked')?.about).toBe('Exam was void');
    revokedBy('did:web:other.example', 'https://issuer.example/badges/1');
    expect(codes(await ask(JSON.stringify(signed), true))).toContain('status-unreadable');
  });
});

describe('a badge as VC-JWT', () => {
  async function token(
    alg: 'RS256' | 'EdDSA' | 'ES256',
    header: (jwk: JWK) => object,
    issuer = 'https://issuer.example',
    claims: object = {},
  ) {
    const pair =
      alg === 'RS256'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : alg === 'EdDSA'
          ? generateKeyPairSync('ed25519')
          : generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = await exportJWK(pair.publicKey);
    const { '@context': context, ...rest } = credential(issuer);
    const text = await new SignJWT({ '@context': context, ...rest, iss: issuer, jti: rest.id, ...claims })
      .setProtectedHeader({ alg, typ: 'JWT', ...header(jwk) })
      .sign(pair.privateKey);
    return { text, jwk };
  }
  const kid = 'https://issuer.example/keys/1';

  test.each(['RS256', 'EdDSA', 'ES256'] as const)(
    'by %s is checked with the key that its header leads to',
    async (alg) => {
      const { text, jwk } = await token(alg, () => ({ kid }));
      expect(codes(await ask(text))).toEqual(['proof-key-unknown', 'dates-good']);
      pages.set('issuer.example/keys/1', { body: JSON.stringify(jwk) });
      const checked = await ask(text, true);
      expect(codes(checked)).toEqual(['proof-holds', 'issuer-web', 'dates-good', 'status-none']);
      expect(checked.verdict).toBe('valid');
      const [head, body = '', signature] = text.split('.');
      const payload = Buffer.from(body, 'base64url').toString().replace('"Mei"', '"Mai"');
      const altered = await ask(
        [head, Buffer.from(payload).toString('base64url'), signature].join('.'),
        true,
      );
      expect(altered.verdict).toBe('failed');
    },
  );

  test('with its key inside shows that it is unaltered, not who signed', async () => {
    const { text } = await token('RS256', (jwk) => ({ jwk }));
    const checked = await ask(text);
    expect(codes(checked)).toEqual(['proof-holds', 'proof-embedded-key', 'dates-good', 'status-none']);
    expect(checked.verdict).toBe('partly');
  });

  test('with a key of another host, or a claim that differs from the credential, is refused', async () => {
    const { text, jwk } = await token('RS256', () => ({ kid: 'https://other.example/keys/1' }));
    pages.set('other.example/keys/1', { body: JSON.stringify(jwk) });
    expect((await ask(text, true)).verdict).toBe('failed');
    const two = await token('RS256', () => ({ kid }), 'https://issuer.example', {
      jti: 'https://issuer.example/badges/2',
    });
    pages.set('issuer.example/keys/1', { body: JSON.stringify(two.jwk) });
    expect((await ask(two.text, true)).verdict).toBe('failed');
  });

  test('in the older form, with the credential under `vc`, is read as well', async () => {
    const pair = generateKeyPairSync('ed25519');
    const jwk = await exportJWK(pair.publicKey);
    const issuer = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
    const { issuer: _issuer, id: _id, validFrom: _from, ...vc } = credential(issuer);
    const text = await new SignJWT({ vc, iss: issuer, jti: 'urn:uuid:1', nbf: 1767225600, exp: 1768000000 })
      .setProtectedHeader({ alg: 'EdDSA', kid: `${issuer}#0` })
      .sign(pair.privateKey);
    const checked = await ask(text);
    expect(codes(checked)).toEqual(['proof-holds', 'issuer-key-only', 'dates-expired', 'status-none']);
    expect(checked.claims).toMatchObject({
      title: 'Soil science',
      issuedAt: 1767225600000,
      validUntil: 1768000000000,
    });
  });
});

describe('an address elsewhere', () => {
  test('is followed when asked, and once', async () => {
    const { signed } = await sign('eddsa-jcs-2022');
    pages.set('issuer.example/badges/1', { body: JSON.stringify(signed) });
    expect(codes(await ask('https://issuer.example/badges/1', true))).toContain('proof-holds');
    pages.set('issuer.example/badges/1', { body: 'https://issuer.example/badges/2' });
    await expect(ask('https://issuer.example/badges/1', true)).rejects.toThrow('address-empty');
    await expect(ask('https://issuer.example/none', true)).rejects.toThrow('fetch-failed');
    await expect(ask('http://issuer.example/badges/1', true)).rejects.toThrow('fetch-failed');
  });
});

describe('fetching', () => {
  test.each([
    '127.0.0.1',
    '127.255.0.1',
    '10.0.0.1',
    '172.16.5.5',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    '100::1',
    'fec0::1',
    'x',
    '',
  ])('%s is no public address', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  test.each(['1.1.1.1', '203.0.114.1', '2606:4700:4700::1111', '::ffff:1.1.1.1'])('%s is one', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  const reachAs = (addresses: string[]) => (url: URL) =>
    reachPublic(url, async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

  test('a name that leads to a private address, alone or among others, is not followed', async () => {
    for (const addresses of [['127.0.0.1'], ['1.1.1.1', '10.0.0.1'], ['2606:4700::1', '::1'], []]) {
      await expect(reachAs(addresses)(new URL('https://issuer.example/'))).rejects.toBeInstanceOf(NotFetched);
    }
    expect(await reachAs(['1.1.1.1'])(new URL('https://issuer.example/'))).toEqual({
      address: '1.1.1.1',
      family: 4,
      port: 443,
    });
    // Addresses themselves, in every spelling, go through the same door.
    const fetcher = makeFetcher();
    for (const url of [
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://[::ffff:7f00:1]/',
      'https://localhost/',
    ]) {
      await expect(fetcher.text(url, '*/*')).rejects.toThrow('not a public address');
    }
    for (const url of [
      'http://1.1.1.1/',
      'file:///etc/passwd',
      'ftp://1.1.1.1/',
      'https://a:b@1.1.1.1/',
      'https://1.1.1.1:8443/',
      'data:,x',
      'x',
    ]) {
      await expect(makeFetcher().text(url, '*/*')).rejects.toBeInstanceOf(NotFetched);
    }
  });

  test('a redirect is followed three times, and never into a private network or to another scheme', async () => {
    const to = (location: string) => ({ body: '', status: 302, headers: { Location: location } });
    for (let step = 0; step < 5; step++) pages.set(`issuer.example/${step}`, to(`/${step + 1}`));
    pages.set('issuer.example/5', { body: 'end' });
    expect(await makeFetcher(web()).text('https://issuer.example/2', '*/*')).toBe('end');
    await expect(makeFetcher(web()).text('https://issuer.example/1', '*/*')).rejects.toThrow(
      'too many redirects',
    );
    const mixed = {
      ca,
      reach: async (url: URL) => (url.hostname === 'issuer.example' ? web().reach() : reachPublic(url)),
    };
    for (const location of [
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://localhost/',
      'http://issuer.example/5',
      'file:///etc/passwd',
    ]) {
      pages.set('issuer.example/out', to(location));
      await expect(makeFetcher(mixed).text('https://issuer.example/out', '*/*')).rejects.toBeInstanceOf(
        NotFetched,
      );
    }
  });

  test('is bounded in size, time and number, and takes nothing compressed', async () => {
    pages.set('issuer.example/large', { body: Buffer.alloc(most.bytes + 1, 'x') });
    await expect(makeFetcher(web()).text('https://issuer.example/large', '*/*')).rejects.toThrow('too large');
    pages.set('issuer.example/stream', {
      body: Buffer.alloc(most.bytes + 1, 'x'),
      headers: { 'Transfer-Encoding': 'chunked' },
    });
    await expect(makeFetcher(web()).text('https://issuer.example/stream', '*/*')).rejects.toThrow(
      'too large',
    );
    pages.set('issuer.example/gzip', { body: gzipSync('x'), headers: { 'Content-Encoding': 'gzip' } });
    await expect(makeFetcher(web()).text('https://issuer.example/gzip', '*/*')).rejects.toThrow('compressed');
    pages.set('issuer.example/slow', { body: 'hang' });
    const started = performance.now();
    await expect(makeFetcher(web()).text('https://issuer.example/slow', '*/*')).rejects.toBeInstanceOf(
      NotFetched,
    );
    expect(performance.now() - started).toBeLessThan(most.milliseconds + 2_000);
    const many = makeFetcher(web());
    for (let count = 0; count < most.requests; count++) {
      pages.set(`issuer.example/n${count}`, { body: 'x' });
      await many.text(`https://issuer.example/n${count}`, '*/*');
    }
    await expect(many.text('https://issuer.example/one-more', '*/*')).rejects.toThrow('too many requests');
    // What was asked for once is not asked for again.
    expect(await many.text('https://issuer.example/n0', '*/*')).toBe('x');
  });

  test('believes no certificate of another host', async () => {
    await expect(makeFetcher(web()).text('https://third.example/', '*/*')).rejects.toBeInstanceOf(NotFetched);
  });
});
