// A record in the forms that people keep and show: the one place where rows and credentials become what the drawings are made from.
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { records } from '~db/schema';
import type { Actor } from '../actor';
import { editionById } from '../courses/index.server';
import type { Theme } from '../courses/schema';
import { notFound } from '../error';
import { recordUrl } from './credential';
import { findRecord, recordJson } from './find-record.server';
import type { IssuerKeys } from './issuer';
import type { CertificateFacts, RecordState } from './render/facts';
import type { Form, SignedFacts, Standing } from './schema';

/**
 * `own`: drawn for its holder, who may see more than others. `hidden`: its holder does not show it. `withdrawn`: it is revoked or a
 * correction took its place, and the form could not tell. `unverified`: what is kept here is not what was signed.
 */
export type RecordForm =
  | { kind: 'drawn'; mediaType: string; bytes: Uint8Array; own: boolean }
  | { kind: 'hidden' }
  | { kind: 'withdrawn'; at: number }
  | { kind: 'unverified' };

const mediaTypes: Record<Form, string> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Drawn forms, by all that went into them. Drawing one takes about a tenth of a second of one core. */
const kept = new LRUCache<string, Uint8Array>({
  max: 200,
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (bytes) => bytes.length,
});

/**
 * The record as a PDF sheet, or as the course's badge in SVG or PNG, with the signed credential inside each. Only what is signed, and checks
 * out, is drawn; the theme and the title in other languages are the edition's, which the credential names by its digest. `locale`: the
 * language to draw in, or null for the one that the credential is in. A record that does not stand is drawn on paper, with that said
 * across it and no credential inside; not as a badge. Where the credential holds hashes only, its holder's name is drawn for the holder
 * alone, who can have it checked against them. `at`: epoch milliseconds. Throws `not-found`.
 */
export async function recordForm(
  db: Db,
  keys: IssuerKeys,
  actor: Actor,
  input: { id: string; at: number; form: Form; locale: Locale | null; timeZone: string },
): Promise<RecordForm> {
  const { id, at, form, timeZone } = input;
  const view = await findRecord(db, keys, actor, { id, at });
  if (!view.verified) return { kind: 'unverified' };
  const { facts: signed, standing, name, own } = view;
  if (!signed) return { kind: 'hidden' };
  if (!stands(standing) && form !== 'pdf')
    return { kind: 'withdrawn', at: standing.replacedAt ?? standing.revokedAt ?? at };
  const { json } = await recordJson(db, keys, actor, { id, at });
  const shown = { facts: signed, standing, name };
  const facts = certificateFacts(db, keys, shown, { locale: input.locale ?? signed.locale, timeZone });
  const key = createHash('sha256')
    .update(JSON.stringify([form, facts]))
    .update(json)
    .digest('base64url');
  let bytes = kept.get(key);
  if (!bytes) {
    bytes = await draw(form, facts, json);
    kept.set(key, bytes);
  }
  return { kind: 'drawn', mediaType: mediaTypes[form], bytes, own };
}

/** The theme of the record's course, which its page wears. Throws `not-found`. */
export function recordTheme(db: Db, id: string): Theme {
  return editionOf(db, id).theme;
}

function editionOf(db: Db, id: string) {
  const row = db.select({ editionId: records.editionId }).from(records).where(eq(records.id, id)).get();
  if (!row) throw notFound();
  return editionById(db, row.editionId);
}

/** Whether it still attests something, or did until it expired: what does is handed on signed. */
export const stands = ({ state }: Standing): boolean => state === 'valid' || state === 'expired';

function stateFor(standing: Standing, { validUntil }: SignedFacts, keys: IssuerKeys): RecordState {
  switch (standing.state) {
    case 'revoked':
      return { kind: 'revoked', at: standing.revokedAt ?? 0 };
    case 'replaced':
      return { kind: 'replaced', by: recordUrl(keys.origin, standing.replacedBy ?? '') };
    case 'expired':
      return { kind: 'expired', at: validUntil ?? 0 };
    case 'valid':
      return { kind: 'valid' };
  }
}

/** What a form of the record is drawn from: what is signed, how it stands, and `name`, whose it is. Throws `not-found`. */
export function certificateFacts(
  db: Db,
  keys: IssuerKeys,
  record: { facts: SignedFacts; standing: Standing; name: string | null },
  form: Pick<CertificateFacts, 'locale' | 'timeZone'>,
): CertificateFacts {
  const { facts: signed, standing, name } = record;
  const { id, course, edition, locale, issuedAt, validUntil, evidence, address, issuer } = signed;
  const { theme, titles, languages } = editionOf(db, id);
  const others = languages.filter((language) => language !== locale);
  return {
    id,
    url: address,
    course: {
      theme,
      title: course.title,
      titles: {
        ...Object.fromEntries(others.map((language) => [language, titles[language]])),
        [locale]: course.title,
      },
    },
    language: locale,
    edition,
    issuedAt,
    validUntil,
    issuer: issuer.name,
    evidence: evidence.map(({ name }) => name),
    holder: name,
    state: stateFor(standing, signed, keys),
    ...form,
  };
}

// The libraries that draw are loaded with the first form that is asked for.
async function draw(form: Form, facts: CertificateFacts, json: string): Promise<Uint8Array> {
  if (form === 'pdf') {
    const { renderCertificate } = await import('./render/certificate-pdf.server');
    const { kind } = facts.state;
    return renderCertificate(facts, kind === 'valid' || kind === 'expired' ? Buffer.from(json) : null);
  }
  const { renderPng, renderSvg } = await import('./render/badge.server');
  return form === 'svg' ? Buffer.from(await renderSvg(facts, json)) : renderPng(facts, Buffer.from(json));
}
