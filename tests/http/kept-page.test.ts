import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fillPage, keepPage } from '~/http/kept-page.server';

const makeNonce = () => randomBytes(16).toString('base64');
const pageWith = (nonce: string) =>
  `<!DOCTYPE html><script nonce="${nonce}">1</script><p>${'中关村 · Ω & more. '.repeat(3000)}</p><script nonce="${nonce}">2</script>`;
const headersWith = (nonce: string) =>
  [
    ['Content-Security-Policy', `script-src 'self' 'nonce-${nonce}'`],
    ['Content-Type', 'text/html; charset=utf-8'],
  ] as const;

test('a kept page is the page itself with another nonce, plain and compressed', () => {
  const first = makeNonce();
  const kept = keepPage(headersWith(first), Buffer.from(pageWith(first)), first);
  if (!kept) throw new Error('it was not kept');
  for (const nonce of [first, 'A'.repeat(24), '/+'.repeat(12), ...Array.from({ length: 200 }, makeNonce)]) {
    expect(Buffer.from(fillPage(kept, nonce, false), 'latin1').toString()).toBe(pageWith(nonce));
    // Refuses a stream whose checksum or length is not that of what it holds.
    expect(gunzipSync(Buffer.from(fillPage(kept, nonce, true), 'latin1')).toString()).toBe(pageWith(nonce));
    expect(kept.headers[0]?.value).toEqual([`script-src 'self' 'nonce-`, `'`]);
  }
  expect(fillPage(kept, first, true).length).toBeLessThan(pageWith(first).length / 10);
});

test('a page whose policy and scripts do not share a nonce is not kept', () => {
  const nonce = makeNonce();
  expect(keepPage(headersWith(makeNonce()), Buffer.from(pageWith(nonce)), nonce)).toBeNull();
  expect(keepPage(headersWith(nonce), Buffer.from('<p>no script</p>'), nonce)).toBeNull();
});
