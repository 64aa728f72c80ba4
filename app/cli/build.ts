// Builds the site when its sources differ from those of the last build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

const sources = [
  'app',
  'db',
  'public',
  'package-lock.json',
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
];
const stamp = 'build/.sources';

/** Runs the build unless `build/` was made from exactly the files there are now. */
export async function buildIfChanged(): Promise<void> {
  const digest = await digestOf(sources);
  if (existsSync('build/server/index.js') && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)
    return;
  process.stdout.write('Building…\n');
  execFileSync(
    process.execPath,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'error'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  writeFileSync(stamp, digest);
}

async function digestOf(roots: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const root of roots) {
    const files = path.extname(root)
      ? [root]
      : (await readdir(root, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort();
    for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
