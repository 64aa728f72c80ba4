// The build's part: /sw.js, the worker that takes it away again, and the list of scripts and styles that a kept page can come to need.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Pages that nobody keeps bring chunks that no kept page needs. */
const neverKept = /\/app\/(routes|ui)\/(admin|design|studio)[/.]/;

export function offlineWorker(): Plugin {
  return {
    name: 'offline-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      const files = Object.values(bundle)
        .filter((each) => /\.(js|css)$/.test(each.fileName))
        .filter((each) => each.type === 'asset' || !neverKept.test(each.facadeModuleId ?? ''))
        .map((each) => `/${each.fileName}`)
        .sort();
      this.emitFile({ type: 'asset', fileName: 'offline-files.json', source: JSON.stringify(files) });
      for (const [fileName, entry] of [
        ['sw.js', 'worker.ts'],
        ['sw-retire.js', 'retire.ts'],
      ] as const) {
        this.emitFile({ type: 'asset', fileName, source: await bundled(at(`./${entry}`)) });
      }
    },
  };
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}
