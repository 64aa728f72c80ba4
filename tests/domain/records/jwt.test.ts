import { createPublicKey, verify } from 'node:crypto';
import { createLocalJWKSet, importJWK, jwtVerify } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { anonymous } from '~/domain/actor';
import { credentialDigest } from '~/domain/records/credential';
import { credentialIn, didDocument, keyDocument, recordJson, recordJwt } from '~/domain/records/index.server';
import { recordCredentials } from '~db/schema';
import { makeWorld, now, origin, type World } from '../../support/world';
import { issue, publishCourse } from './completed-course';

let world: World;
let id: string;
let jwt: string;
let json: string;
const end = Date.UTC(2028, 2, 2, 1);

beforeEach(async () => {
  world = await makeWorld();
  id = issue(world.db, world.people.learner, publishCourse(world.db, undefined, 24), now);
  const { keys } = world.app;
  jwt = (await recordJwt(world.db, keys, anonymous, { id, at: now })).jwt;
  json = (await recordJson(world.db, keys, anonymous, { id, at: now })).json;
});

const part = (index: number) => JSON.parse(Buffer.from(jwt.split('.')[index] ?? '', 'base64url').toString());

/** The key as its address gives it to anyone. */
function published(): Record<string, string> {
  const { kid } = part(0);
  expect(kid).toMatch(/^http:\/\/parkbridge\.test\/issuer\/keys\/[\w-]{43}$/);
  const document = keyDocument(world.app.keys, kid.split('/').at(-1));
  return JSON.parse(JSON.stringify(document));
}

describe('a record as VC-JWT', () => {
  test('has the header and claims of the specification around the same credential', () => {
    expect(part(0)).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    const { iss, jti, nbf, exp, sub, ...credential } = part(1);
    const { proof: _proof, ...signed } = JSON.parse(json);
    expect({ iss, jti, nbf, exp, sub }).toEqual({
      iss: 'did:web:parkbridge.test',
      jti: `${origin}/records/${id}`,
      nbf: now / 1000,
      exp: end / 1000,
      sub: `${origin}/records/${id}#holder`,
    });
    expect(credential).toEqual(signed);
    const [form] = world.db.select().from(recordCredentials).all();
    expect(credentialDigest(credentialIn(part(1)))).toBe(form?.digest);
  });

  test('holds for jose and for Node alone, with the key of its address', async () => {
    const key = published();
    expect(Object.keys(key)).not.toContain('d');
    const options = { issuer: 'did:web:parkbridge.test', algorithms: ['RS256'] };
    await jwtVerify(jwt, await importJWK(key, 'RS256'), { ...options, currentDate: new Date(now) });
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const publicKey = createPublicKey({ key, format: 'jwk' });
    const holds = (signed: string) =>
      verify('RSA-SHA256', Buffer.from(signed), publicKey, Buffer.from(signature, 'base64url'));
    expect(holds(`${header}.${payload}`)).toBe(true);
    const other = Buffer.from(JSON.stringify({ ...part(1), name: 'Another course' })).toString('base64url');
    expect(holds(`${header}.${other}`)).toBe(false);
  });

  test('expires, and does not hold before its time', async () => {
    const key = await importJWK(published(), 'RS256');
    const at = (time: number) => jwtVerify(jwt, key, { currentDate: new Date(time) });
    await expect(at(end - 1000)).resolves.toBeTruthy();
    await expect(at(end)).rejects.toThrow('exp');
    await expect(at(now - 1000)).rejects.toThrow('nbf');
  });

  test('is found through the DID document, too', async () => {
    const document = JSON.parse(JSON.stringify(didDocument(world.app.keys)));
    const method = document.verificationMethod.find(({ type }: { type: string }) => type === 'JsonWebKey');
    expect(document.assertionMethod).toContain(method.id);
    expect(method.id.split('#')[1]).toBe(published().kid);
    await jwtVerify(jwt, createLocalJWKSet({ keys: [{ ...method.publicKeyJwk, kid: part(0).kid }] }), {
      currentDate: new Date(now),
    });
  });

  test('is the same again', async () => {
    expect((await recordJwt(world.db, world.app.keys, anonymous, { id, at: now })).jwt).toBe(jwt);
  });
});
