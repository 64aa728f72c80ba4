import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import remixOptions from './remix.config.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The process entry becomes the server bundle's, so the server and its routes share one module graph. */
const processEntry: Plugin = {
  name: 'process-entry',
  // After Remix's plugin, which names its own entry.
  enforce: 'post',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild ? { build: { target: 'node20', rollupOptions: { input: at('./app/server.ts') } } } : {},
};

/** What every page needs comes in one piece, the reader's with it: on a first visit each request costs more than what it saves. */
const chunkOf = (id: string): string | undefined => {
  if (
    /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run)\//.test(
      id,
    )
  )
    return 'react';
  // Forms bring a library with them, and most pages have none.
  if (/\/app\/ui\/(primitives\/field|learning\/(my|attempt)-page)\./.test(id)) return undefined;
  if (/\/app\/(ui\/(layout|primitives|learning)|i18n)\/[\w-]+\.tsx?$/.test(id) && !id.includes('catalogues'))
    return 'site';
  return undefined;
};
const chunks: Plugin = {
  name: 'chunks',
  enforce: 'post',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild ? {} : { build: { rollupOptions: { output: { manualChunks: chunkOf } } } },
};

/** Compresses scripts and styles once, as small as they get, instead of at every request. */
const compressed: Plugin = {
  name: 'compressed',
  apply: (_config, { isSsrBuild }) => !isSsrBuild,
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((each) => /\.(js|css)$/.test(each))) {
      const file = path.join(dir, name);
      const bytes = readFileSync(file);
      if (bytes.length < 1024) continue;
      writeFileSync(`${file}.br`, brotliCompressSync(bytes));
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), processEntry, chunks, compressed],
  resolve: { alias: { '~': at('./app'), '~db': at('./db') } },
  // Found by following routes into what only the server has; its browser half is not installed.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2022',
    // Fonts and images stay files: the page's CSP allows no data: URLs.
    assetsInlineLimit: 0,
  },
});
