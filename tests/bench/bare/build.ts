// Builds the bare page: a root, one page without a loader, and our own server around them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bareFolder } from './folder';

/** Returns the built server's entry. */
export async function buildBare(): Promise<string> {
  rmSync(bareFolder, { recursive: true, force: true });
  mkdirSync(bareFolder, { recursive: true });
  writeFileSync(path.join(bareFolder, 'package.json'), '{"type":"module"}');
  const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url));
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    for (const ssr of [false, true])
      await build({ configFile, logLevel: 'warn', mode: 'production', build: { ssr } });
  } finally {
    process.env.NODE_ENV = before;
  }
  return path.join(bareFolder, 'server/index.js');
}
