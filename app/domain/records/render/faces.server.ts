// The faces that paper and pictures are set in: Source Serif 4 for what is written in letters, Noto Serif SC for Chinese. Unpacked once.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export const weights = ['regular', 'strong', 'slanted'] as const;
export type Weight = (typeof weights)[number];

/** A face as it lies in memory: `bytes` is a TrueType file, `font` the same opened. `name` is its own among all faces. */
export type Face = { name: string; bytes: Uint8Array; font: Font; chinese: boolean };

/** The faces of each weight, those to try first first. */
export type Faces = Record<Weight, readonly Face[]>;

const latin = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'];
const latinFiles = (style: string) =>
  latin.map((part) => `@fontsource/source-serif-4/files/source-serif-4-${part}-${style}.woff`);
const chineseFile = (weight: number) =>
  `@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-${weight}-normal.woff`;

/** Chinese has no slanted letters: it stands upright there. */
const files: Record<Weight, string[]> = {
  regular: [...latinFiles('400-normal'), chineseFile(400)],
  strong: [...latinFiles('600-normal'), chineseFile(600)],
  slanted: [...latinFiles('400-italic'), chineseFile(400)],
};

let opened: Promise<Faces> | undefined;

/** All faces. The first call unpacks them, a third of a second and some 8 MB; later ones wait for nothing. */
export function openFaces(): Promise<Faces> {
  opened ??= openAll().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function openAll(): Promise<Faces> {
  const { convert } = await import('fontverter');
  const require = createRequire(import.meta.url);
  const kept = new Map<string, Promise<Face>>();
  const open = (file: string): Promise<Face> => {
    let face = kept.get(file);
    if (!face) {
      face = (async () => {
        const packed = await readFile(require.resolve(file));
        const bytes = await convert(packed, 'truetype');
        const font = create(bytes);
        if (!('glyphForCodePoint' in font)) throw new Error(`${file} has more than one face`);
        const name = file.replace(/^.*\/|\.woff$/g, '');
        return { name, bytes, font, chinese: file.includes('chinese') };
      })();
      kept.set(file, face);
    }
    return face;
  };
  const [regular, strong, slanted] = await Promise.all(
    weights.map((weight) => Promise.all(files[weight].map(open))),
  );
  return { regular: regular ?? [], strong: strong ?? [], slanted: slanted ?? [] };
}
