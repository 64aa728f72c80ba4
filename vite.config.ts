import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import subsetFont from 'subset-font';
import { defineConfig, type Plugin } from 'vite';
import { cutFace, faceRule, isChinese } from './app/domain/courses/cut-face.server';
import { zhHans } from './app/i18n/zh-Hans';
import { offlineWorker } from './app/offline/build-worker';
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

/**
 * On a first visit each request costs more than what it saves, so what every page needs is one file, `root`, and what every lesson
 * needs beyond it another; a language's first messages are a third.
 */
const chunkOf = (id: string): string | undefined => {
  const [, language] =
    /\/app\/i18n\/(en|ms|zh-Hans)\/(common|learning|reader|search|spaced)\.ts$/.exec(id) ?? [];
  if (language) return `messages-${language}`;
  if (
    /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run)\//.test(
      id,
    )
  )
    return 'root';
  // Forms bring a library with them, and most pages have none.
  if (/\/app\/ui\/(primitives\/field|learning\/(my|attempt|changes)-page)\./.test(id)) return undefined;
  if (
    /\/app\/(root|i18n\/[\w-]+|ui\/(layout|primitives)\/[\w-]+)\.tsx?(\?|$)/.test(id) &&
    !/\.server\./.test(id)
  )
    return 'root';
  if (/\/app\/(routes\/learn\/lesson|ui\/learning\/[\w-]+|ui\/quiz\/quiz-place)\.tsx?(\?|$)/.test(id))
    return 'lesson';
  return undefined;
};
const chunks: Plugin = {
  name: 'chunks',
  // What others import from these two routes' files may stand beside what the routes export; else each would be two files.
  buildStart() {
    for (const route of ['./app/root.tsx', './app/routes/learn/lesson.tsx']) {
      const id = `${at(route)}?__remix-build-client-route`;
      this.emitFile({ type: 'chunk', id, preserveSignature: 'allow-extension' });
    }
  },
  enforce: 'post',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  config: () => ({ build: { rollupOptions: { output: { manualChunks: chunkOf } } } }),
};

/** In the browser, a module that speaks of an area of messages which is not among the first asks for it before all else. */
const messageAreas: Plugin = {
  name: 'message-areas',
  transform(code, id, options) {
    if (options?.ssr || !/\/app\/(ui|routes)\//.test(id)) return null;
    const areas = new Set(
      [
        ...code.matchAll(/\bm\.(admin|courses|identity|log|notes|offline|quizzes|records|reports|verify)\b/g),
      ].map(([, area]) => area),
    );
    if (areas.size === 0) return null;
    const asked = [...areas].map((area) => `await needArea('${area}');`).join(' ');
    return { code: `import { needArea } from '~/i18n/messages'; ${asked}\n${code}`, map: null };
  },
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

/**
 * The Chinese heading face for the interface's own words: `virtual:interface-face` is its rules. All characters are there, in pieces
 * of 128 of which a page fetches those it shows; what is called a title in the catalogue comes first, so that is mostly one.
 */
function interfaceFace(): Plugin {
  const id = 'virtual:interface-face';
  let pieces: Promise<{ url: string; characters: string; bytes: Buffer }[]> | undefined;
  const cut = async () => {
    const said = wordsOf(zhHans);
    const words = [...said.filter(({ key }) => /title/i.test(key)), ...said].map(({ text }) => text);
    const characters = [...new Set(words.join(''))].filter(isChinese);
    const texts = Array.from({ length: Math.ceil(characters.length / 128) }, (_, index) =>
      characters.slice(index * 128, (index + 1) * 128).join(''),
    );
    return (await cutFace(texts)).map((bytes, index) => {
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
      return { url: `/assets/song-${digest}.woff2`, characters: texts[index] ?? '', bytes };
    });
  };
  const made = () => {
    pieces ??= cut();
    return pieces;
  };
  return {
    name: 'interface-face',
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    async load(asked) {
      if (asked !== `\0${id}`) return undefined;
      const rules = (await made()).map(({ url, characters }) => faceRule(url, characters)).join('\n');
      return `export default ${JSON.stringify(rules)}`;
    },
    async generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const { url, bytes } of await made()) {
        this.emitFile({ type: 'asset', fileName: url.slice(1), source: bytes });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith('/assets/song-')) return next();
        void made().then((all) => response.end(all.find(({ url }) => url === request.url)?.bytes));
      });
    },
  };
}

/** The Latin serif without hints, which screens no longer use, and without the features that no style of ours asks for. */
const latinFace: Plugin = {
  name: 'latin-face',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  async generateBundle(_options, bundle) {
    const features = ['kern', 'liga', 'onum', 'pnum', 'lnum', 'tnum', 'ccmp', 'locl', 'mark'];
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !/source-serif-4-latin-.*\.woff2$/.test(file.fileName)) continue;
      file.source = await subsetFont(Buffer.from(file.source), latin, {
        targetFormat: 'woff2',
        keepFeatures: features,
        noHinting: true,
      });
    }
  },
};
/** The `unicode-range` of the Latin slice, as @fontsource declares it, but for what has no glyph. */
const latin = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2dc],
  [0x304, 0x329],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2193],
  [0x2212, 0x2215],
]
  .flatMap(([first = 0, last = 0]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  )
  .join('');

/** Every message under its key; a sentence with values as its source, the words of which are in it. */
function wordsOf(messages: object, under = ''): { key: string; text: string }[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    value && typeof value === 'object'
      ? wordsOf(value, `${under}.${key}`)
      : [
          {
            key: `${under}.${key}`,
            text: String(value).replace(/\\u([0-9a-f]{4})/gi, (_, hex) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
          },
        ],
  );
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix(remixOptions),
    interfaceFace(),
    latinFace,
    messageAreas,
    processEntry,
    chunks,
    offlineWorker(),
    compressed,
  ],
  resolve: { alias: { '~': at('./app'), '~db': at('./db') } },
  // Found by following routes into what only the server has; its browser half is not installed.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: {
    target: 'es2022',
    // Fonts and images stay files: the page's CSP allows no data: URLs.
    assetsInlineLimit: 0,
  },
});
