// A rendered page kept for many readers. It is the same bytes for all of them: its inline scripts are allowed by their hashes (CSP Level 3
// §2.3.1), where a page made for one request has a nonce. So it is compressed once, and a browser that has it need not get it again.
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const encodings = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof encodings)[number];

export type KeptPage = {
  /** Weak: the same page in every encoding (RFC 9110 §8.8.3). */
  etag: string;
  /** Names and values in turn, as `writeHead` takes them, but for the length and encoding of a body. */
  headers: readonly string[];
  /** The same with them. A body is bytes, one a character (latin1): Node then sends head and body in one piece. */
  sent: Readonly<Record<Encoding, { headers: readonly string[]; body: string }>>;
  /** What it takes in memory. */
  size: number;
};

/** Keeps `body`, sent with `headers`, in both of which `nonce` stands; null where it stands in only one of them. */
export function keepPage(
  headers: readonly (readonly [string, string])[],
  body: Buffer,
  nonce: string,
): KeptPage | null {
  const allowed = `'nonce-${nonce}'`;
  const html = body.toString();
  const plain = html.replaceAll(` nonce="${nonce}"`, '');
  if (plain === html || plain.includes(nonce)) return null;
  if (!headers.some(([, value]) => value.includes(allowed))) return null;
  const hashes = inlineScripts(plain).map((script) => `'sha256-${sha256(script)}'`);
  const etag = `W/"${sha256(plain)}"`;
  const common = headers
    .flatMap(([name, value]) => [name, value.replaceAll(allowed, hashes.join(' '))])
    .concat('ETag', etag);
  const bytes = Buffer.from(plain);
  const packed: Record<Encoding, Buffer> = {
    br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: gzipSync(bytes, { level: 9 }),
    identity: bytes,
  };
  const sent = Object.fromEntries(
    encodings.map((encoding) => {
      const length = ['Content-Length', String(packed[encoding].length)];
      const named = encoding === 'identity' ? length : [...length, 'Content-Encoding', encoding];
      return [
        encoding,
        { headers: [...common, ...named], body: packed[encoding].toString('latin1') },
      ] as const;
    }),
  ) as unknown as KeptPage['sent'];
  const size = encodings.reduce((sum, encoding) => sum + packed[encoding].length, common.join('').length * 4);
  return { etag, headers: common, sent, size };
}

/** What stands in the scripts that name no file. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes))
    .map(([, , script = '']) => script);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
