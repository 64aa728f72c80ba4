// QR codes in uploaded pictures. A picture says how large it is before it is unpacked, and a large one is not.
import { inflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** Pixels that are unpacked: a sheet of A4 at 200 dots an inch and more; four bytes each. */
const mostPixels = 6_000_000;
/** The longer side that is looked at: a QR code of ours is found well below that, and time grows with the square. */
const longestSide = 1400;

type Pixels = { width: number; height: number; data: Uint8Array };

/** What the picture's QR code says; null where there is none, `too-large` for more pixels than are looked at, `unreadable` for a damaged one. */
export function readQr(bytes: Uint8Array): { text: string } | null | 'too-large' | 'unreadable' {
  const pixels = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (typeof pixels === 'string') return pixels;
  const { data, width, height } = shrink(pixels);
  const found = jsQR(new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height);
  return found?.data ? { text: found.data } : null;
}

export const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50;
export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

function decode(file: Buffer): Pixels | 'too-large' | 'unreadable' {
  try {
    if (isPng(file)) {
      if (file.length < 24 || file.toString('latin1', 12, 16) !== 'IHDR') return 'unreadable';
      if (file.readUInt32BE(16) * file.readUInt32BE(20) > mostPixels) return 'too-large';
      // The library does not bound what it unpacks of an interlaced picture, and takes damaged data for pixels.
      unpackWithin(file, mostPixels * 8);
      return PNG.sync.read(file);
    }
    return jpeg.decode(file, {
      useTArray: true,
      formatAsRGBA: true,
      tolerantDecoding: false,
      maxResolutionInMP: mostPixels / 1_000_000,
      maxMemoryUsageInMB: 160,
    });
  } catch (error) {
    return /exceeded/.test(String(error)) ? 'too-large' : 'unreadable';
  }
}

/** Unpacks the pixels' data once for nothing. Throws where that would be more than `limit` bytes. */
function unpackWithin(file: Buffer, limit: number): void {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  inflateSync(Buffer.concat(parts), { maxOutputLength: limit });
}

/** The picture at a size that is quick to look at, each point the mean of those it stands for. */
function shrink(pixels: Pixels): Pixels {
  const step = Math.ceil(Math.max(pixels.width, pixels.height) / longestSide);
  if (step <= 1) return pixels;
  const [width, height] = [Math.floor(pixels.width / step), Math.floor(pixels.height / step)];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let part = 0; part < 3; part++) {
        let sum = 0;
        for (let dy = 0; dy < step; dy++) {
          for (let dx = 0; dx < step; dx++)
            sum += pixels.data[((y * step + dy) * pixels.width + x * step + dx) * 4 + part] ?? 0;
        }
        data[(y * width + x) * 4 + part] = sum / (step * step);
      }
    }
  }
  return { width, height, data };
}
