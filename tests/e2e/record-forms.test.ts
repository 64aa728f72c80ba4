// A record's files and links as a browser and a plain HTTP caller meet them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractFromPdf } from '~/domain/records/index.server';
import { launchBrowser, openPage } from '../support/browser';
import { prepareData } from '../support/data';
import { runProgram } from '../support/programs';
import { freePort, type RunningServer, startServer } from '../support/server';
import { type Stage, setStage } from '../support/stage';

let folder: string;
let server: RunningServer;
let stage: Stage;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-forms-'));
  const dataDir = path.join(folder, 'data');
  const port = await freePort();
  await prepareData(dataDir);
  stage = await setStage(dataDir, `http://localhost:${port}`);
  server = await startServer({ dataDir, port });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('over HTTP', () => {
  it.each([
    ['pdf', 'application/pdf'],
    ['svg', 'image/svg+xml'],
    ['png', 'image/png'],
  ])('.%s answers HEAD as GET without a body, and 304 to who has it', async (form, mediaType) => {
    const address = `${server.origin}${stage.record}.${form}`;
    const [got, head] = [await fetch(address), await fetch(address, { method: 'HEAD' })];
    expect([got.status, head.status]).toEqual([200, 200]);
    for (const name of ['content-type', 'etag', 'x-robots-tag', 'content-disposition', 'cache-control']) {
      expect(head.headers.get(name)).toBe(got.headers.get(name));
    }
    expect(got.headers.get('content-type')).toContain(mediaType);
    expect((await got.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    expect((await head.arrayBuffer()).byteLength).toBe(0);
    const again = await fetch(address, { headers: { 'If-None-Match': got.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });
});

describe('in a browser', () => {
  it('the page shows the badge, and its files come down', async () => {
    const { page, context, expectQuiet } = await openPage(browser, { origin: server.origin });
    await page.goto(stage.record);
    const badge = page.locator('img[src*=".svg"]');
    await badge.scrollIntoViewIfNeeded();
    await expect.poll(() => badge.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1024);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Certificate (PDF)' }).click();
    const file = path.join(folder, 'certificate.pdf');
    await (await download).saveAs(file);
    expect(extractFromPdf(readFileSync(file)).found).toHaveLength(1);
    expectQuiet();
    await context.close();
  });

  it('the address is copied', async () => {
    const { page, context, expectQuiet } = await openPage(browser, { origin: server.origin });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(stage.record);
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(server.origin + stage.record);
    expectQuiet();
    await context.close();
  });

  it('all links are there without scripts, and no button that needs them', async () => {
    const { page, context } = await openPage(browser, { origin: server.origin, javaScript: false });
    await page.goto(stage.record);
    const mail = await page.getByRole('link', { name: 'Send by e-mail' }).getAttribute('href');
    expect(decodeURIComponent(mail ?? '')).toContain(server.origin + stage.record);
    expect(mail).not.toContain('+');
    const profile = await page
      .getByRole('link', { name: 'Add to your LinkedIn profile' })
      .getAttribute('href');
    expect(profile).toMatch(/^https:\/\/www\.linkedin\.com\/profile\/add\?/);
    expect(await page.getByRole('button', { name: 'Copy the address' }).count()).toBe(0);
    await context.close();
  });

  it.each(['en', 'zh-Hans'])('printed in %s, certificate and checks are one sheet', async (locale) => {
    const { page, context } = await openPage(browser, { origin: server.origin });
    await page.goto(`${stage.record}?lng=${locale}`);
    const file = path.join(folder, `${locale}.pdf`);
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    expect(runProgram('pdfinfo', [file])).toMatch(/Pages: +1\n/);
    await context.close();
  });
});
