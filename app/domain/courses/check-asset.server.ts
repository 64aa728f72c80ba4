// What an asset is, by its name and by its bytes, which must agree.
import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import { checkSvg } from './check-svg.server';
import type { Finding } from './findings';
import { asText } from './read-folder.server';

export type CourseAsset = {
  /** SHA-256 (hex) of `bytes`. */
  digest: string;
  mediaType: string;
  /** Text formats have LF line ends, so that one file has one digest however it was checked out. */
  bytes: Buffer;
  width?: number;
  height?: number;
};

type Kind = { mediaType: string; image?: true; text?: true; is(bytes: Buffer, text: string): boolean };

const starts = (bytes: Buffer, at: number, wanted: string) =>
  bytes.subarray(at, at + wanted.length).equals(Buffer.from(wanted, 'latin1'));
const brand = (bytes: Buffer) => (starts(bytes, 4, 'ftyp') ? bytes.subarray(8, 12).toString('latin1') : '');

const jpeg: Kind = { mediaType: 'image/jpeg', image: true, is: (bytes) => starts(bytes, 0, '\xff\xd8\xff') };
const kinds: Record<string, Kind> = {
  svg: { mediaType: 'image/svg+xml', image: true, text: true, is: (_bytes, text) => /^\s*<[?!s]/.test(text) },
  png: { mediaType: 'image/png', image: true, is: (bytes) => starts(bytes, 0, '\x89PNG\r\n\x1a\n') },
  jpg: jpeg,
  jpeg,
  webp: {
    mediaType: 'image/webp',
    image: true,
    is: (bytes) => starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP'),
  },
  avif: { mediaType: 'image/avif', image: true, is: (bytes) => ['avif', 'avis'].includes(brand(bytes)) },
  webm: {
    mediaType: 'video/webm',
    is: (bytes) => starts(bytes, 0, '\x1a\x45\xdf\xa3') && bytes.subarray(0, 64).includes('webm'),
  },
  mp4: {
    mediaType: 'video/mp4',
    is: (bytes) => brand(bytes) !== '' && !['avif', 'avis', 'heic', 'mif1'].includes(brand(bytes)),
  },
  pdf: { mediaType: 'application/pdf', is: (bytes) => starts(bytes, 0, '%PDF-') },
  vtt: { mediaType: 'text/vtt', text: true, is: (_bytes, text) => /^WEBVTT(?:[ \t\n]|$)/.test(text) },
  // A table is whatever text is none of the other text formats, so that equal bytes always have one media type.
  csv: {
    mediaType: 'text/csv',
    text: true,
    is: (_bytes, text) => !text.includes('\0') && !/^\s*<|^WEBVTT|^%PDF-/.test(text),
  },
};

export const assetExtensions = Object.keys(kinds);

/** What the name says the file is; nothing for a name that no asset may have. */
export function mediaTypeOf(path: string): string | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return Object.hasOwn(kinds, extension) ? kinds[extension]?.mediaType : undefined;
}

/** The asset that `file` is, or what is wrong with it. `path` is for the findings. */
export function checkAsset(path: string, file: Buffer): { asset: CourseAsset | null; findings: Finding[] } {
  const refuse = (message: string, line = 1, column = 1) => ({
    asset: null,
    findings: [{ path, line, column, message }],
  });
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const kind = Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
  if (!kind) return refuse(`This kind of file cannot be an asset: use one of ${assetExtensions.join(', ')}.`);
  if (file.length === 0) return refuse('This file is empty: put the right one in its place.');

  const text = kind.text ? asText(file) : '';
  if (text === null) return refuse('This file is not UTF-8 text: save it as UTF-8.');
  if (!kind.is(file, text))
    return refuse(
      `The content is not ${extension.toUpperCase()}, whatever the name says: rename or replace the file.`,
    );
  if (extension === 'svg') {
    const found = checkSvg(text);
    if (found.length > 0) return { asset: null, findings: found.map((finding) => ({ path, ...finding })) };
  }

  const bytes = kind.text ? Buffer.from(text, 'utf8') : file;
  const asset: CourseAsset = {
    digest: createHash('sha256').update(bytes).digest('hex'),
    mediaType: kind.mediaType,
    bytes,
  };
  if (!kind.image) return { asset, findings: [] };
  const size = sizeOf(bytes);
  if (!size)
    return refuse(
      'This image has no size that can be read: give an SVG a width and height or a viewBox, or save the image again.',
    );
  return { asset: { ...asset, ...size }, findings: [] };
}

function sizeOf(bytes: Buffer): { width: number; height: number } | null {
  try {
    const { width, height, orientation } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return null;
    // Orientations 5 to 8 of EXIF lie on their side.
    const turned = orientation !== undefined && orientation >= 5;
    return turned
      ? { width: Math.round(height), height: Math.round(width) }
      : { width: Math.round(width), height: Math.round(height) };
  } catch {
    return null;
  }
}
