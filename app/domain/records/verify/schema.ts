// What verifying a document finds out. Safe for the browser: types and limits.
import type { Locale } from '~/i18n/locales';

export const limits = {
  /** Bytes of an uploaded file. */
  file: 2 * 1024 * 1024,
  /** Characters of a pasted text. */
  text: 512 * 1024,
  /** Values within each other in a JSON document: credentials have a dozen. */
  depth: 32,
  /** Values of a JSON document altogether. */
  values: 20_000,
  /** Credentials of one document. */
  credentials: 50,
  /** Characters of what is typed to compare with a hashed identity. */
  holder: 320,
} as const;

/** How a document came. `qr`: a picture whose QR code leads to it. */
export type Source = 'json' | 'jwt' | 'pdf' | 'svg' | 'png' | 'qr' | 'address';

/** Why a document could not be looked at. */
export const problems = [
  'empty',
  'too-large',
  'too-deep',
  'unreadable',
  'no-credential',
  'no-qr',
  'older',
  'compressed',
  'locked',
  'not-a-credential',
  'address-elsewhere',
  'address-wrong',
  'address-empty',
  'no-record',
  'fetch-failed',
] as const;
export type Problem = (typeof problems)[number];

/** What was found, each with a sentence in the catalogue. */
export const findingCodes = [
  'proof-holds',
  'proof-fails',
  'proof-missing',
  'proof-unsupported',
  'proof-key-unknown',
  'proof-key-compromised',
  'proof-context-unknown',
  'proof-held-by-log',
  'proof-embedded-key',
  'issuer-ours',
  'issuer-former',
  'issuer-web',
  'issuer-key-only',
  'issuer-unknown',
  'dates-good',
  'dates-good-until',
  'dates-expired',
  'dates-not-yet',
  'dates-unreadable',
  'status-good',
  'status-none',
  'status-not-asked',
  'status-unreadable',
  'status-unknown-type',
  'status-revoked',
  'status-suspended',
  'status-replaced',
  'status-renewed',
  'record-unknown',
  'record-hidden',
  'edition-matches',
  'edition-differs',
  'edition-unknown',
  'edition-not-at-hand',
  'resource-matches',
  'resource-differs',
  'resource-not-asked',
  'log-contains',
  'log-later',
  'log-lacks',
  'log-broken',
  'log-not-at-hand',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/**
 * `holds`: checked, and as it should be. `fails`: checked, and not. `open`: could not be checked. `note`: worth knowing, and of no weight.
 * What its sentence is filled with: `about` a word or address, `at` epoch milliseconds.
 */
export type Finding = {
  outcome: 'holds' | 'fails' | 'open' | 'note';
  code: FindingCode;
  about?: string;
  at?: number;
};

/** Who holds it, as far as the document says. */
export type Holder = {
  /** In the clear: names, addresses, other identifiers. */
  named: string[];
  /** Whether there are salted hashes, which something typed can be compared with. */
  hashed: boolean;
  /** Whether what was typed is the holder; null where nothing was typed or there is nothing to compare with. */
  matches: boolean | null;
};

export type Claims = {
  /** The credential's own address or identifier. */
  id: string | null;
  title: string;
  description: string | null;
  language: Locale | null;
  edition: string | null;
  issuedAt: number | null;
  validUntil: number | null;
  holder: Holder;
};

/**
 * One credential and how it came out. `valid`: signed by who it says, unaltered, in date, not revoked. `partly`: nothing speaks against it,
 * and something could not be checked. `failed`: something speaks against it.
 */
export type Checked = {
  verdict: 'valid' | 'partly' | 'failed';
  issuer: { id: string; name: string | null };
  /** What it says of itself; null where it is altered, or its holder does not show it. */
  claims: Claims | null;
  findings: Finding[];
  /** The path of its page here, for one of this site's own. */
  page: string | null;
  /** By which the log knows it, hex. */
  digest: string | null;
};

export type Verification =
  | { ok: false; source: Source | null; problem: Problem; about?: string }
  | {
      ok: true;
      source: Source;
      /** Of a bundle, such as a transcript: the envelope first. */
      kind: 'credential' | 'bundle';
      documents: Checked[];
      /** Documents that a bundle has beyond those that were looked at. */
      left: number;
      /** When it was looked at (epoch milliseconds). */
      at: number;
      /** The hosts that were asked. */
      asked: string[];
    };
