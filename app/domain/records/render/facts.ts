// What the forms of a record are drawn from. Plain values: whoever draws asks no database, and the same values give the same bytes.

import type { Locale } from '~/i18n/locales';
import type { Localised, Theme } from '../../courses/schema';

/** One record, as its forms show it. Times are epoch milliseconds. */
export type CertificateFacts = {
  /** The record's id, a UUID. */
  id: string;
  /** The record's lasting address. */
  url: string;
  /** The holder's name, or null where the credential has a hashed identifier only. */
  holder: string | null;
  course: {
    theme: Theme;
    /** The title in `language`, as it is signed. */
    title: string;
    summary: string;
    /** The same course's title in other languages, where it has one. */
    titles: Partial<Localised>;
  };
  /** The language the course was finished in: that of the credential. */
  language: Locale;
  /** `digest`: SHA-256 (hex) of the edition's manifest. */
  edition: { number: number; digest: string };
  issuedAt: number;
  /** Null where the record does not expire. */
  validUntil: number | null;
  issuer: string;
  state: RecordState;
  /** What was done for it, one line each, in the language of the form. */
  evidence: readonly string[];
  /** The language that the form itself speaks. */
  locale: Locale;
  /** IANA name; dates are days there. */
  timeZone: string;
};

/** What holds of a record when the form is made. `by`: the address of the record that replaces it. */
export type RecordState =
  | { kind: 'valid' }
  | { kind: 'revoked'; at: number }
  | { kind: 'expired'; at: number }
  | { kind: 'replaced'; by: string };

/** All of a person's records as one document. */
export type TranscriptFacts = {
  person: { name: string; park: string | null };
  records: readonly CertificateFacts[];
  issuer: string;
  /** When the document was made, epoch milliseconds. */
  madeAt: number;
  /** Where anyone checks a record: `/verify` of the issuer. */
  verifyUrl: string;
  locale: Locale;
  timeZone: string;
};
