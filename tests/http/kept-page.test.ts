import { createHash, randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { keepPage } from '~/http/kept-page.server';

const makeNonce = () => randomBytes(16).toString('base64');
const pageWith = (nonce: string) =>
  `<!DOCTYPE html><script${nonce}>1 < 2 && "é"</script><p>${'中关村 · Ω & more. '.repeat(3000)}</p><script type="module" src="/a.js"${nonce}></script><script${nonce}>
2</script>`;
const attribute = (nonce: string) => ` nonce="${nonce}"`;
const headersWith = (nonce: string) =>
  [
    ['Content-Security-Policy', `script-src 'self' 'nonce-${nonce}'; style-src 'self'`],
    ['Content-Type', 'text/html; charset=utf-8'],
  ] as const;
const kept = () => {
  const nonce = makeNonce();
  const page = keepPage(headersWith(nonce), Buffer.from(pageWith(attribute(nonce))), nonce);
  if (!page) throw new Error('it was not kept');
  return page;
};
const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

test('a kept page allows its own inline scripts by their hashes, and no other', () => {
  const { headers } = kept();
  expect(headers[headers.indexOf('Content-Security-Policy') + 1]).toBe(
    `script-src 'self' ${hash('1 < 2 && "é"')} ${hash('\n2')}; style-src 'self'`,
  );
});

test('a kept page is the same bytes whoever it was made for, in every encoding', () => {
  const [first, second] = [kept(), kept()];
  expect(second).toEqual(first);
  const { br, gzip, identity } = first.sent;
  for (const bytes of [
    brotliDecompressSync(Buffer.from(br.body, 'latin1')),
    gunzipSync(Buffer.from(gzip.body, 'latin1')),
    Buffer.from(identity.body, 'latin1'),
  ])
    expect(bytes.toString()).toBe(pageWith(''));
  for (const { headers, body } of [br, gzip, identity])
    expect(headers[headers.indexOf('Content-Length') + 1]).toBe(String(body.length));
  expect(br.body.length).toBeLessThan(identity.body.length / 10);
});

test('a page whose policy and scripts do not share a nonce is not kept', () => {
  const nonce = makeNonce();
  expect(keepPage(headersWith(makeNonce()), Buffer.from(pageWith(attribute(nonce))), nonce)).toBeNull();
  expect(keepPage(headersWith(nonce), Buffer.from('<p>no script</p>'), nonce)).toBeNull();
  const elsewhere = `${pageWith(attribute(nonce))}<p>${nonce}</p>`;
  expect(keepPage(headersWith(nonce), Buffer.from(elsewhere), nonce)).toBeNull();
});
