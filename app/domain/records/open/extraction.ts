// Reading a credential back out of a file that anybody may have made. Nothing is fetched, nothing is run, and all of it is bounded.

/** What was found: the text of a JSON credential, or a compact JWS. Whether it is genuine is another question. */
export type Extracted = { kind: 'json' | 'jwt'; text: string };

/**
 * `too-large`: beyond `limits`. `unreadable`: not a file of its kind, or damaged. `nothing`: readable, without a credential.
 * `older`: an Open Badges 1 or 2 assertion, which is no credential. `compressed`: stored as the standard forbids. `locked`: encrypted.
 */
export type Failure = 'too-large' | 'unreadable' | 'nothing' | 'older' | 'compressed' | 'locked';

export type Extraction = { found: readonly [Extracted, ...Extracted[]] } | { found: null; why: Failure };

export const limits = {
  /** Bytes of a file. */
  file: 8 * 1024 * 1024,
  /** Bytes of an SVG: drawn by hand or program, one is a tenth of this. */
  svg: 4 * 1024 * 1024,
  /** Bytes of a credential: two hundred times those that this house signs. */
  credential: 1024 * 1024,
  /** Credentials of a file. */
  credentials: 200,
} as const;

export const failed = (why: Failure): Extraction => ({ found: null, why });

/** The text as what it is: a compact JWS (RFC 7515 §3.1), the JSON of an object, or neither. */
export function recognise(text: string): Extracted | null {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed.length === 0 || trimmed.length > limits.credential) return null;
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed)) return { kind: 'jwt', text: trimmed };
  return trimmed.startsWith('{') && trimmed.endsWith('}') ? { kind: 'json', text: trimmed } : null;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes as UTF-8, or null where they are not. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}
