import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from '../../../remix.config.js';
import { bareFolder } from './folder';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ isSsrBuild }) => ({
  root: at('../../..'),
  publicDir: false,
  plugins: [
    remix({ ...remixOptions, appDirectory: 'tests/bench/bare', buildDirectory: bareFolder }),
    // After Remix's plugin, which names its own input.
    {
      name: 'server-entry',
      config: () => (isSsrBuild ? { build: { rollupOptions: { input: at('./server.ts') } } } : {}),
    },
  ],
  resolve: { alias: { '~': at('../../../app'), '~db': at('../../../db') } },
  build: {
    target: isSsrBuild ? 'node20' : 'es2022',
    assetsInlineLimit: 0,
  },
}));
