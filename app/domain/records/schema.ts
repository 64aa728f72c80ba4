// What the records domain hands out. Safe for the browser: types and constants.
import type { Locale } from '~/i18n/locales';

/** Everything that a record attests. The same facts always make the same credential, to the byte. */
export type Facts = {
  id: string;
  /** The holder's name as it was when the record was issued. */
  holder: string;
  /** The language the course was finished in; the credential is written in it. */
  locale: Locale;
  /** Epoch milliseconds. */
  issuedAt: number;
  course: { slug: string; title: string; summary: string };
  /** `digest`: SHA-256 (hex) of the edition's manifest. */
  edition: { number: number; digest: string };
};

/** The same as a signed credential says it, with its own address and its issuer (`id`: a DID). */
export type SignedFacts = Facts & { address: string; issuer: { id: string; name: string } };

/** What a record can be drawn as: a sheet of paper, and the course’s badge in two kinds of picture. */
export const forms = ['pdf', 'svg', 'png'] as const;
export type Form = (typeof forms)[number];

/** A record as anyone may see it, with the outcome of checking it. Times are epoch milliseconds. */
export type RecordView = {
  id: string;
  /** When the record was revoked; null while it stands. */
  revokedAt: number | null;
  /** When the signature was checked. */
  checkedAt: number;
} & (
  | {
      verified: true;
      facts: SignedFacts;
      /** The issuer's DID of today, where it is not the one that the record names. */
      issuerNow: string | null;
    }
  /** `unreadable`: not a credential as we issue them. `signature`: altered since, or signed by someone else. */
  | { verified: false; reason: 'unreadable' | 'signature' }
);

/** One of a learner's own records. Times are epoch milliseconds. */
export type RecordSummary = {
  id: string;
  /** The course's title in `locale`, the language it was finished in. */
  title: string;
  locale: Locale;
  courseId: number;
  edition: number;
  issuedAt: number;
  revokedAt: number | null;
};
