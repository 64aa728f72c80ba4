// A rendered page kept for many readers: its bytes, plain and compressed, in the parts between which each response's own nonce goes.
import { constants, crc32, deflateRawSync } from 'node:zlib';

export type KeptPage = {
  /** A value that holds the nonce is in parts, too. */
  headers: readonly { name: string; value: string | readonly string[] }[];
  /** The parts are bytes, one a character (latin1): joining strings is what V8 is best at, and Node sends head and body as one. */
  plain: readonly string[];
  /** RFC 1952, but for its last eight bytes. The nonce lies in stored blocks, so what is around it is compressed only once. */
  gzip: readonly string[];
  checksum: Checksum;
  /** What it takes in memory. */
  size: number;
};

/** CRC-32 is linear: `empty` is that of the page with zeroes for nonces, and each bit of the nonce that is set turns it by its own. */
type Checksum = { empty: number; bits: Uint32Array; length: number };

/** Keeps `body`, sent with `headers`, in both of which `nonce` stands; null where it stands in only one of them. */
export function keepPage(
  headers: readonly (readonly [string, string])[],
  body: Buffer,
  nonce: string,
): KeptPage | null {
  const cut = headers.map(([name, value]) => {
    const parts = value.split(nonce);
    return { name, value: parts.length > 1 ? parts : value };
  });
  const plain = body.toString('latin1').split(nonce);
  if (plain.length < 2 || cut.every(({ value }) => typeof value === 'string')) return null;
  const gzip = plain.map((part, index) => {
    const block = deflateRawSync(Buffer.from(part, 'latin1'), {
      level: 9,
      finishFlush: constants.Z_FULL_FLUSH,
    });
    const before = index === 0 ? gzipHead : '';
    const after = index === plain.length - 1 ? lastBlock : storedHead(nonce.length);
    return before + block.toString('latin1') + after;
  });
  const size = [...plain, ...gzip, JSON.stringify(headers)].reduce((sum, part) => sum + part.length, 0);
  return { headers: cut, plain, gzip, checksum: checksumOf(plain, nonce.length), size };
}

/** The page's bytes, as latin1, with `nonce` wherever a nonce goes. */
export function fillPage(page: KeptPage, nonce: string, compressed: boolean): string {
  if (!compressed) return page.plain.join(nonce);
  const { empty, bits, length } = page.checksum;
  let checksum = empty;
  for (let at = 0; at < bits.length; at += 1) {
    if ((nonce.charCodeAt(at >> 3) >> (at & 7)) & 1) checksum ^= bits[at] ?? 0;
  }
  return page.gzip.join(nonce) + littleEndian(checksum) + littleEndian(length);
}

const gzipHead = '\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff';
/** RFC 1951 §3.2.4: an empty stored block that is the last. */
const lastBlock = '\x01\x00\x00\xff\xff';
/** RFC 1951 §3.2.4: the head of a stored block that is not the last. */
const storedHead = (length: number) => String.fromCharCode(0, length, 0, 0xff - length, 0xff);

const littleEndian = (value: number): string =>
  String.fromCharCode(value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24);

function checksumOf(parts: readonly string[], nonceLength: number): Checksum {
  const zeroes = '\0'.repeat(nonceLength);
  const of = (nonce: string) => crc32(Buffer.from(parts.join(nonce), 'latin1'));
  const empty = of(zeroes);
  const bits = Uint32Array.from({ length: nonceLength * 8 }, (_, at) => {
    const place = at >> 3;
    const one = zeroes.slice(0, place) + String.fromCharCode(1 << (at & 7)) + zeroes.slice(place + 1);
    return of(one) ^ empty;
  });
  return { empty, bits, length: parts.join(zeroes).length };
}
