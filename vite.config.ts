import { fileURLToPath } from 'node:url';
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

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), processEntry],
  resolve: { alias: { '~': at('./app'), '~db': at('./db') } },
  build: {
    target: 'es2022',
    // Fonts and images stay files: the page's CSP allows no data: URLs.
    assetsInlineLimit: 0,
  },
});
