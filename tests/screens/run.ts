// `npm run screens`: pictures of the main pages, for a person to look at, in the git-ignored folder screens/.
//   npm run screens                            everything, at 390 and 1440 px, in English and Chinese, light and dark
//   npm run screens -- lesson my               only pages whose name has one of these words
//   npm run screens -- --width 390 --lang ms --scheme dark    each may be given again
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { isLocale } from '~/i18n/locales';
import { buildIfChanged } from '../../app/cli/build';
import { launchBrowser } from '../support/browser';
import { prepareData } from '../support/data';
import { freePort, startServer } from '../support/server';
import { beAt, failQuiz, setStage } from '../support/stage';
import { type Screen, screens } from './screens';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', multiple: true, default: ['390', '1440'] },
    lang: { type: 'string', multiple: true, default: ['en', 'zh-Hans'] },
    scheme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    out: { type: 'string', default: 'screens' },
  },
});
const wrong = [
  ...values.width.filter((width) => !(Number(width) >= 200)),
  ...values.lang.filter((lang) => !isLocale(lang)),
  ...values.scheme.filter((scheme) => scheme !== 'light' && scheme !== 'dark'),
];
const chosen = screens.filter(
  ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
);
if (wrong.length > 0 || chosen.length === 0) {
  process.stderr.write(
    wrong.length > 0
      ? `Not known: ${wrong.join(', ')}. Widths are pixels, languages en, ms and zh-Hans, schemes light and dark.\n`
      : `No page has such a name. There are: ${screens.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(2);
}

await buildIfChanged();
const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-screens-'));
const port = await freePort();
const origin = `http://localhost:${port}`;
await prepareData(dataDir);
const set = await setStage(dataDir, origin);
const server = await startServer({ dataDir, port });
const browser = await launchBrowser();
try {
  const stage = { ...set, attempt: await failQuiz(browser, origin, set) };
  let made = 0;
  for (const width of values.width.map(Number)) {
    for (const lang of values.lang) {
      for (const scheme of values.scheme as ('light' | 'dark')[]) {
        const folder = path.join(values.out, `${width}-${lang}-${scheme}`);
        mkdirSync(folder, { recursive: true });
        made += await take(browser, chosen, { stage, width, lang, scheme, folder });
      }
    }
  }
  process.stdout.write(`${made} pictures in ${values.out}/\n`);
} finally {
  await browser.close();
  await server.dispose();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Fonts and pictures are there, those further down too, and React has taken the page over. */
function settled(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
    for (const image of document.images) image.loading = 'eager';
    await Promise.allSettled([...document.images].map((image) => image.decode()));
    await document.fonts.ready;
  });
}

type How = {
  stage: Parameters<Screen['at']>[0];
  width: number;
  lang: string;
  scheme: 'light' | 'dark';
  folder: string;
};

async function take(browser: Browser, all: Screen[], how: How): Promise<number> {
  const { stage, width, lang, scheme, folder } = how;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: lang === 'zh-Hans' ? 'zh-CN' : lang,
    colorScheme: scheme,
    hasTouch: width < 600,
    reducedMotion: 'reduce',
    // What a device keeps for itself would be fetched anew for every picture.
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  for (const { name, as, at, before, whole = true } of all) {
    await beAt(page, origin, as);
    const address = at(stage);
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}lng=${lang}`);
    await settled(page);
    await before?.(page);
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: whole });
  }
  await context.close();
  return all.length;
}
