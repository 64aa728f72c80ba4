// All of a person's current records as one document.
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { parks, records } from '~db/schema';
import type { AccountActor } from '../actor';
import { findRecord, recordJson } from './find-record.server';
import type { IssuerKeys } from './issuer';
import { certificateFacts, stands } from './record-forms.server';
import type { CertificateFacts } from './render/facts';
import type { TranscriptInput, TranscriptView } from './schema';

/**
 * The actor's own records that nothing has replaced, newest first, as they are signed; with the signed records themselves of those that
 * stand. A transcript is made to be shown: what its holder does not show is left out and counted, and so is what is kept here and
 * is not what was signed.
 */
export async function transcript(
  db: Db,
  keys: IssuerKeys,
  actor: AccountActor,
  { at, locale, timeZone }: TranscriptInput,
): Promise<TranscriptView> {
  const rows = db
    .select({ id: records.id, hidden: records.hidden })
    .from(records)
    .where(and(eq(records.accountId, actor.id), isNull(records.replacedBy)))
    .orderBy(desc(records.issuedAt), records.id)
    .all();
  const park = db.select({ names: parks.names }).from(parks).where(eq(parks.id, actor.parkId)).get();
  const drawn: CertificateFacts[] = [];
  const signed: TranscriptView['signed'] = [];
  const left = { hidden: 0, unverified: 0 };
  for (const { id, hidden } of rows) {
    if (hidden) {
      left.hidden += 1;
      continue;
    }
    const found = await findRecord(db, keys, actor, { id, at });
    if (!found.verified || !found.facts) {
      left.unverified += 1;
      continue;
    }
    const { facts, standing, name } = found;
    drawn.push(certificateFacts(db, keys, { facts, standing, name }, { locale, timeZone }));
    if (stands(standing)) signed.push({ id, json: (await recordJson(db, keys, actor, { id, at })).json });
  }
  return {
    facts: {
      person: { name: actor.name, park: park?.names[locale] ?? null },
      records: drawn,
      issuer: keys.name,
      madeAt: at,
      verifyUrl: `${keys.origin}/verify`,
      locale,
      timeZone,
    },
    signed,
    left,
  };
}
