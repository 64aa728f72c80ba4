// /verify and /log in a real browser: each kind of document, with and without JavaScript, in each language, and what is refused.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import jpeg from 'jpeg-js';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bakePng, bakeSvg } from '~/domain/records/render/bake';
import { expectAccessible } from '../support/axe';
import { launchBrowser, openPage } from '../support/browser';
import { freePort, type RunningServer, startServer } from '../support/server';
import { type Stage, setStage } from '../support/stage';

let server: RunningServer;
let browser: Browser;
let stage: Stage;
let json: string;
const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-verify-'));
const at = (name: string) => path.join(folder, name);

/** A QR code as grey pixels on white, each module `scale` wide, within a picture of that size. */
function draw(text: string, scale: number, width: number, height: number): Uint8Array {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const left = Math.floor((width - size * scale) / 2);
  const top = Math.floor((height - size * scale) / 2);
  const pixels = new Uint8Array(width * height).fill(235);
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++)
      if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)]) pixels[(top + y) * width + left + x] = 16;
  }
  return pixels;
}

function rgba(grey: Uint8Array): Buffer {
  const out = Buffer.alloc(grey.length * 4, 255);
  for (const [index, value] of grey.entries()) out.fill(value, index * 4, index * 4 + 3);
  return out;
}

function png(grey: Uint8Array, width: number, height: number): Buffer {
  const picture = new PNG({ width, height });
  rgba(grey).copy(picture.data);
  return PNG.sync.write(picture);
}

beforeAll(async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-server-'));
  cpSync(inject('dataTemplate'), dataDir, { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  stage = await setStage(dataDir, origin);
  server = await startServer({ dataDir, port });
  browser = await launchBrowser();
  json = await (await fetch(`${origin}${stage.record}.json`)).text();
  writeFileSync(at('record.json'), json);
  writeFileSync(at('record.jwt'), await (await fetch(`${origin}${stage.record}.jwt`)).text());
  const blank = png(new Uint8Array(64 * 64).fill(200), 64, 64);
  writeFileSync(at('baked.png'), bakePng(blank, Buffer.from(json)));
  writeFileSync(at('blank.png'), blank);
  writeFileSync(
    at('baked.svg'),
    bakeSvg('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>', json),
  );
  const pdf = await PDFDocument.create();
  pdf.addPage([300, 300]);
  await pdf.attach(Buffer.from(json), 'record.json', { mimeType: 'application/json' });
  writeFileSync(at('record.pdf'), await pdf.save());
  const address = `${origin}${stage.record}`;
  writeFileSync(at('qr.png'), png(draw(address, 6, 400, 400), 400, 400));
  const photo = jpeg.encode({ width: 1200, height: 900, data: rgba(draw(address, 12, 1200, 900)) }, 80);
  writeFileSync(at('photo.jpg'), photo.data);
  // What a camera sees, as a film of a few pictures: YUV4MPEG2, all of it grey.
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    draw(address, 10, 640, 480),
    Buffer.alloc((640 * 480) / 2, 128),
  ]);
  const head = Buffer.from('YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420\n');
  writeFileSync(at('camera.y4m'), Buffer.concat([head, frame, frame, frame]));
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const open = (options: Partial<Parameters<typeof openPage>[1]> = {}) =>
  openPage(browser, { origin: server.origin, ...options });

const submit = async (page: Page) => {
  await Promise.all([page.waitForNavigation(), page.locator('#verify button[type=submit]').click()]);
};
const title = (page: Page) => page.locator('h1').textContent();

describe('a file', () => {
  it.each([
    ['record.json', 'JSON document'],
    ['record.jwt', 'JWT'],
    ['record.pdf', 'PDF with an attached credential'],
    ['baked.svg', 'SVG picture with a credential inside'],
    ['baked.png', 'PNG picture with a credential inside'],
    ['qr.png', 'Picture with a QR code'],
  ])('%s is recognised and found genuine', async (name, source) => {
    const { page, context, expectQuiet } = await open();
    await page.goto('/verify', { waitUntil: 'networkidle' });
    await page.locator('#file').setInputFiles(at(name));
    await submit(page);
    expect(await title(page)).toBe('Genuine and valid');
    expect(await page.locator('main').textContent()).toContain(source);
    expect(await page.locator('main').textContent()).toContain('The log has it');
    await expectAccessible(page);
    expectQuiet();
    await context.close();
  });

  it('that is a photo is read by the browser, and without a script by the server', async () => {
    const { page, context, expectQuiet } = await open();
    await page.goto('/verify', { waitUntil: 'networkidle' });
    await page.locator('#file').setInputFiles(at('photo.jpg'));
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#text')?.value !== '');
    expect(await page.locator('#text').inputValue()).toBe(`${server.origin}${stage.record}`);
    await submit(page);
    expect(await title(page)).toBe('Genuine and valid');
    expectQuiet();
    await context.close();
    const plain = await open({ javaScript: false });
    await plain.page.goto('/verify');
    await plain.page.locator('#file').setInputFiles(at('photo.jpg'));
    await submit(plain.page);
    expect(await title(plain.page)).toBe('Genuine and valid');
    await plain.context.close();
  });

  it('that says nothing is told so, and what was typed stays', async () => {
    const { page, context, expectQuiet } = await open({ locale: 'zh-CN', width: 390, dark: true });
    await page.goto('/verify', { waitUntil: 'networkidle' });
    await page.locator('#file').setInputFiles(at('blank.png'));
    await page.locator('#holder').fill('李娜');
    await submit(page);
    expect(await page.getByRole('alert').textContent()).toContain('没有找到二维码');
    expect(await page.locator('#holder').inputValue()).toBe('李娜');
    await expectAccessible(page);
    expectQuiet(400);
    await context.close();
  });

  it('that is too large is not sent by the page, and not read by the server', async () => {
    const large = at('large.json');
    writeFileSync(large, Buffer.alloc(2 * 1024 * 1024 + 1, 32));
    const { page, context, expectQuiet } = await open();
    await page.goto('/verify', { waitUntil: 'networkidle' });
    await page.locator('#file').setInputFiles(large);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('at most 2 MB');
    expect(await page.locator('#file').inputValue()).toBe('');
    expectQuiet();
    await context.close();
    const send = (bytes: number) => {
      const form = new FormData();
      form.set('file', new Blob([Buffer.alloc(bytes, 32)]), 'x.json');
      return fetch(`${server.origin}/verify`, {
        method: 'POST',
        headers: { Origin: server.origin, 'Accept-Language': 'ms' },
        body: form,
      });
    };
    const slightly = await send(2 * 1024 * 1024 + 1);
    expect(slightly.status).toBe(400);
    expect(await slightly.text()).toContain('Terlalu besar');
    const far = await send(8 * 1024 * 1024).catch(() => null);
    if (far) {
      expect(far.status).toBe(413);
      expect(await far.text()).toContain('Terlalu besar');
    }
  });
});

describe('without JavaScript', () => {
  it('a pasted record, an address and one that was revoked are told apart, in each language', async () => {
    for (const [locale, valid, failed] of [
      ['en-GB', 'Genuine and valid', 'Do not rely on this document'],
      ['ms-MY', 'Tulen dan sah', 'Jangan bergantung pada dokumen ini'],
      ['zh-CN', '真实有效', '请勿信赖此文件'],
    ] as const) {
      const { page, context, expectQuiet } = await open({ javaScript: false, locale, width: 390 });
      for (const [text, expected] of [
        [json, valid],
        [`${server.origin}${stage.record}`, valid],
        [`${server.origin}${stage.revoked}`, failed],
        [
          json
            .replace('Edition', 'edition')
            .replace('"3"', '"4"')
            .replace('"validFrom":"2', '"validFrom":"1'),
          failed,
        ],
      ] as const) {
        await page.goto('/verify');
        await page.locator('#text').fill(text);
        await submit(page);
        expect(await title(page)).toBe(expected);
      }
      expectQuiet();
      await context.close();
    }
  });

  it('a hashed holder is compared on the page of the outcome', async () => {
    const { page, context } = await open({ javaScript: false });
    await page.goto('/verify');
    await page.locator('#text').fill(json);
    await submit(page);
    const compare = async (name: string) => {
      await page.locator('main input[name=holder]').fill(name);
      await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Compare' }).click()]);
      return page.locator('main').textContent();
    };
    expect(await compare('nobody@mranti.example')).toContain('is not the holder');
    expect(await compare('Instructor@MRANTI.example')).toContain('What you typed is the holder.');
    await context.close();
  });
});

it('the camera reads a QR code, on this page alone', async () => {
  const eye = await launchBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${at('camera.y4m')}`,
  ]);
  const { page, context, expectQuiet } = await openPage(eye, { origin: server.origin });
  await page.goto('/');
  await page.getByRole('link', { name: 'Verify a record' }).first().click();
  await page.waitForURL('**/verify');
  await page.getByRole('button', { name: 'Scan a QR code' }).click();
  await page.getByRole('heading', { name: 'Genuine and valid' }).waitFor({ timeout: 60_000 });
  expectQuiet();
  await context.close();
  await eye.close();
  const policy = async (where: string) =>
    (await fetch(server.origin + where)).headers.get('permissions-policy');
  expect(await policy('/verify')).toContain('camera=(self)');
  expect(await policy('/courses')).toContain('camera=()');
});

it('a camera that may not be used is told so', async () => {
  const { page, context, expectQuiet } = await open();
  await page.goto('/verify', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Scan a QR code' }).click();
  await page.getByText('The camera cannot be used.').waitFor();
  expectQuiet();
  await context.close();
});

it('the log leads from its page to its proofs, which anybody may read', async () => {
  const { page, context, expectQuiet } = await open({ width: 390 });
  await page.goto(stage.record);
  const link = page.getByRole('link', { name: 'Proof that the log has this record (JSON)' });
  const proof = await (await fetch(server.origin + (await link.getAttribute('href')))).json();
  expect(JSON.parse(proof.leaf)).toMatchObject({ event: 'issued' });
  await page.goto('/log');
  expect(await page.getByRole('row').count()).toBe(4);
  await expectAccessible(page);
  expectQuiet();
  await context.close();
  const ask = (where: string) =>
    fetch(server.origin + where, { headers: { Origin: 'https://elsewhere.example' } });
  for (const where of [
    '/log/head.json',
    '/log/entries?from=0&to=9',
    '/log/inclusion?position=0',
    '/log/consistency?from=1&to=3',
    '/issuer/bundle.json',
  ]) {
    const response = await ask(where);
    expect([where, response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      where,
      200,
      '*',
    ]);
  }
  for (const [where, status] of [
    ['/log/entries', 400],
    ['/log/entries?from=-1&to=2', 400],
    ['/log/entries?from=2&to=1', 400],
    ['/log/inclusion', 400],
    ['/log/inclusion?position=0&digest=x', 400],
    ['/log/inclusion?position=99', 404],
    ['/log/consistency?from=0&to=1', 400],
    ['/log/consistency?from=1&to=99', 400],
    ['/log/head.json?size=99', 400],
  ] as const) {
    expect([where, (await ask(where)).status]).toEqual([where, status]);
  }
});
