// A rendered page kept for many readers: its bytes, plain and compressed, with holes where each response's own nonce goes.
import { constants, crc32, deflateRawSync } from 'node:zlib';

export type KeptPage = {
  /** Name and value in turn, as `writeHead` takes them; a value that holds the nonce is cut around it. */
  headers: readonly { name: string; value: string | readonly string[] }[];
  plain: Holed;
  /** RFC 1952. The nonce lies in stored blocks, so the blocks around it are compressed once and joined again each time. */
  gzip: Holed;
  /** The page's parts between the nonces, for the checksum. */
  parts: readonly Buffer[];
  /** What it takes in memory. */
  size: number;
};

type Holed = { bytes: Buffer; holes: readonly number[] };

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
  const parts = split(body, Buffer.from(nonce));
  if (parts.length < 2 || cut.every(({ value }) => typeof value === 'string')) return null;
  const hole = Buffer.alloc(nonce.length);
  const plain = join(
    parts.flatMap((part, index) => (index === 0 ? [part] : [hole, part])),
    hole,
  );
  const gzip = join(
    [
      gzipHead,
      ...parts.flatMap((part, index) => {
        const block = deflateRawSync(part, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
        return index === 0 ? [block] : [storedHead(hole.length), hole, block];
      }),
      gzipEnd,
      Buffer.alloc(8),
    ],
    hole,
  );
  const size = 3 * body.length + gzip.bytes.length + JSON.stringify(headers).length;
  return { headers: cut, plain, gzip, parts, size };
}

/** The page's bytes with `nonce` in every hole. */
export function fillPage(page: KeptPage, nonce: string, compressed: boolean): Buffer {
  if (!compressed) return fill(page.plain, nonce);
  const bytes = fill(page.gzip, nonce);
  let checksum = 0;
  let length = (page.parts.length - 1) * nonce.length;
  for (const [index, part] of page.parts.entries()) {
    if (index > 0) checksum = crc32(nonce, checksum);
    checksum = crc32(part, checksum);
    length += part.length;
  }
  bytes.writeUInt32LE(checksum, bytes.length - 8);
  bytes.writeUInt32LE(length, bytes.length - 4);
  return bytes;
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
/** RFC 1951 §3.2.4: an empty stored block that is the last. */
const gzipEnd = Buffer.from([1, 0, 0, 0xff, 0xff]);
/** RFC 1951 §3.2.4: the head of a stored block that is not the last. */
const storedHead = (length: number) => Buffer.from([0, length, 0, 0xff - length, 0xff]);

function fill({ bytes, holes }: Holed, nonce: string): Buffer {
  const filled = Buffer.allocUnsafe(bytes.length);
  bytes.copy(filled);
  for (const hole of holes) filled.write(nonce, hole, 'latin1');
  return filled;
}

function join(pieces: readonly Buffer[], hole: Buffer): Holed {
  const holes: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece === hole) holes.push(at);
    at += piece.length;
  }
  return { bytes: Buffer.concat(pieces), holes };
}

function split(body: Buffer, separator: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = body.indexOf(separator); at >= 0; at = body.indexOf(separator, from)) {
    parts.push(body.subarray(from, at));
    from = at + separator.length;
  }
  parts.push(body.subarray(from));
  return parts;
}
