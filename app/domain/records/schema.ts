// What the records domain hands out and takes in. Safe for the browser: types, constants and forms.
import { z } from 'zod';
import type { Locale } from '~/i18n/locales';
import type { Evidence } from '~db/schema';
import { name } from '../identity/schema';
import type { TranscriptFacts } from './render/facts';

/**
 * How a credential tells who its holder is. `hashed`: by salted hashes, so that only who knows name or address already can check
 * them. `named`: the name in the clear. `shown`: name and address in the clear.
 */
export const identities = ['hashed', 'named', 'shown'] as const;
export type Identity = (typeof identities)[number];

export type { Evidence };

/** Everything that a record attests. The same facts always make the same credential, to the byte. */
export type Facts = {
  id: string;
  /** The holder's name and address as they were when the record was issued. */
  holder: string;
  email: string;
  identity: Identity;
  salt: string;
  /** The language the course was finished in; the credential is written in it. */
  locale: Locale;
  /** Epoch milliseconds, as all times. */
  completedAt: number;
  issuedAt: number;
  /** From when on it is expired; null: never. */
  validUntil: number | null;
  /** Null where an earlier version kept none. */
  evidence: Evidence | null;
  status: { list: number; index: number };
  /** `languages`: all that the course is in. */
  course: { slug: string; title: string; summary: string; languages: readonly Locale[] };
  /** `digest`: SHA-256 (hex) of the edition's manifest. */
  edition: { number: number; digest: string };
};

/** What a signed credential says, with its own address and its issuer (`id`: a DID). */
export type SignedFacts = {
  id: string;
  /** Null where the credential holds hashes only. */
  holder: string | null;
  email: string | null;
  locale: Locale;
  /** All that the course is in, as far as the credential says. */
  languages: Locale[];
  completedAt: number;
  issuedAt: number;
  validUntil: number | null;
  /** `id`: the fragment that names it on the record's page. */
  evidence: { id: string; name: string; genre: string; narrative: string }[];
  course: { slug: string; title: string; summary: string };
  edition: { number: number; digest: string };
  address: string;
  issuer: { id: string; name: string };
  /** Whether it names the lists that its state is in; those of earlier versions do not. */
  hasStatus: boolean;
};

/** What a record can be drawn as: a sheet of paper, and the course’s badge in two kinds of picture. */
export const forms = ['pdf', 'svg', 'png'] as const;
export type Form = (typeof forms)[number];

/** How a record stands, beside what is signed. Times are epoch milliseconds. */
export type Standing = {
  /** `replaced`: a correction took its place, for good. `expired` says so of a record that stands otherwise. */
  state: 'valid' | 'expired' | 'revoked' | 'replaced';
  revokedAt: number | null;
  /** The reason of the revocation where anyone may read it, or to whom it concerns; else null. */
  reason: string | null;
  /** The record that took its place. */
  replacedBy: string | null;
  replacedFor: 'correction' | 'renewal' | null;
  replacedAt: number | null;
};

/** A record as its page shows it, with the outcome of checking it. Times are epoch milliseconds. */
export type RecordView = {
  id: string;
  standing: Standing;
  /** When the signature was checked. */
  checkedAt: number;
  /** Whether it is the reader's own. */
  own: boolean;
  /** Whether its holder does not show it. */
  hidden: boolean;
} & (
  | {
      verified: true;
      /** Null to others than the holder where that does not show it. */
      facts: SignedFacts | null;
      /** The holder's name: from the credential, or the holder's own where the credential does not say it. */
      name: string | null;
      /** The issuer's DID of today, where it is not the one that the record names. */
      issuerNow: string | null;
      /** By which the log knows the credential. */
      digest: string;
    }
  /**
   * `unreadable`: not a credential as we issue them. `signature`: altered since, or signed by someone else. `key`: signed with a key
   * that somebody else had, and not in the log of before.
   */
  | { verified: false; reason: Unverified }
);
export type Unverified = 'unreadable' | 'signature' | 'key';

/** One of a learner's own records. Times are epoch milliseconds. */
export type RecordSummary = {
  id: string;
  /** The course's title in `locale`, the language it was finished in. */
  title: string;
  locale: Locale;
  course: string;
  courseId: number;
  edition: number;
  issuedAt: number;
  validUntil: number | null;
  standing: Standing;
  hidden: boolean;
  identity: Identity;
  /** Whether its name differs from the account's of today. */
  formerName: boolean;
};

export type TranscriptInput = {
  /** Epoch milliseconds. */
  at: number;
  locale: Locale;
  /** IANA name; dates are days there. */
  timeZone: string;
};

/** A learner's own records as one document. */
export type TranscriptView = {
  facts: TranscriptFacts;
  /** The signed records of those that stand, JSON to the byte, in the same order. */
  signed: { id: string; json: string }[];
  /** How many are left out: those that the holder does not show, and those that are not what was signed. */
  left: { hidden: number; unverified: number };
};

type Span = {
  /** Epoch milliseconds since when it signs; null: from the beginning. */
  from: number | null;
  /** When another took its place; null: it is the one in use. */
  until: number | null;
  /** Since when somebody else may have signed with it; null: nobody. */
  compromised: number | null;
};
export type RsaJwk = { kty: 'RSA'; n: string; e: string };
/** A public key of the issuer. `id` names it for good: an Ed25519 key's Multikey, an RSA key's thumbprint (RFC 7638). */
export type PublicKey = Span & { id: string } & ({ kind: 'Ed25519' } | { kind: 'RSA'; jwk: RsaJwk });

export const identitySchema = z.object({ identity: z.enum(identities) });
export const shownSchema = z.object({ shown: z.enum(['yes', 'no']).transform((value) => value === 'yes') });

const reasonLimit = 500;

/** An administrator's revocation. */
export const revocationSchema = z.object({
  reason: z
    .string({ error: 'required' })
    .trim()
    .min(1, { error: 'required' })
    .max(reasonLimit, { error: 'too-long' }),
  public: z.boolean().default(false),
});

/** Nothing to say but that it is meant. */
export const reinstatementSchema = z.object({ form: z.literal('reinstate') });

/** The name that a record is to be corrected to. */
export const correctionSchema = z.object({ name });
