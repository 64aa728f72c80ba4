// `npm test`: finds a browser, builds the site, runs every test, and closes with a line of counts.
// Arguments go to vitest: `npm test -- tests/domain/learning`, `npm test -- --project domain`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfChanged } from '../app/cli/build';
import { provideChrome } from './support/chrome';
import { providePrograms } from './support/programs';

const args = process.argv.slice(2);
const withBrowser = !args.includes('domain');
const env = { ...process.env };
providePrograms();
if (withBrowser) {
  env.CHROME_PATH = provideChrome();
  await buildIfChanged();
}
const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-run-'));
const results = path.join(folder, 'results.json');
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...args,
  ],
  { stdio: ['ignore', 'inherit', 'inherit'], env },
);
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    readFileSync(results, 'utf8'),
  ) as Record<string, number>;
  // A file that cannot even be loaded has no tests to fail; it counts as one.
  const failed = numFailedTests || (status === 0 ? 0 : Math.max(1, numFailedTestSuites ?? 1));
  process.stdout.write(`\n${numPassedTests} passed, ${failed} failed\n`);
} catch {
  process.stdout.write('\n0 passed, 1 failed\n');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status ?? 1);
