import { bakedKeyword } from '../render/bake';
import { crc32 } from '../render/crc32';
import { decodeUtf8, type Extraction, failed, limits, recognise } from './extraction';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks of a file: more than any program writes. */
const most = 100_000;

/**
 * The credential baked into a PNG: the first iTXt chunk of the keyword `openbadgecredential` (Open Badges 3.0 §5.3.1.2). What comes
 * after it is not read. A chunk whose checksum does not fit is a damaged file.
 */
export function extractFromPng(bytes: Uint8Array): Extraction {
  if (bytes.length > limits.file) return failed('too-large');
  if (signature.some((byte, index) => bytes[index] !== byte)) return failed('unreadable');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let older = false;
  let at = signature.length;
  for (let count = 0; count < most && at + 12 <= file.length; count++) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    if (end + 4 > file.length) return failed('unreadable');
    if (count === 0 && type !== 'IHDR') return failed('unreadable');
    if (type === 'IEND') return failed(older ? 'older' : 'nothing');
    if (type === 'iTXt' || type === 'tEXt') {
      const data = file.subarray(at + 8, end);
      const keyword = keywordOf(data);
      if (keyword === 'openbadges') older = true;
      if (type === 'iTXt' && keyword === bakedKeyword) {
        if (file.readUInt32BE(end) !== crc32(file.subarray(at + 4, end))) return failed('unreadable');
        return readChunk(data);
      }
    }
    at = end + 4;
  }
  return failed('unreadable');
}

/** At most 79 bytes before the first zero (PNG, third edition, §11.3.3.2). */
function keywordOf(data: Buffer): string | null {
  const end = data.subarray(0, 80).indexOf(0);
  return end < 1 ? null : data.toString('latin1', 0, end);
}

/** Keyword, zero, compression flag, method, language, zero, translated keyword, zero, text. */
function readChunk(data: Buffer): Extraction {
  const flags = data.indexOf(0) + 1;
  if (data[flags] === 1) return failed('compressed');
  const language = data.indexOf(0, flags + 2);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (data[flags] !== 0 || translated < 0) return failed('unreadable');
  const text = data.subarray(translated + 1);
  if (text.length > limits.credential) return failed('too-large');
  const found = recognise(decodeUtf8(text) ?? '');
  return found ? { found: [found] } : failed('unreadable');
}
