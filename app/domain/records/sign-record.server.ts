import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { records } from '~db/schema';
import { editionById } from '../courses/index.server';
import { notFound } from '../error';
import { composeCredential, dateTime } from './credential';
import type { IssuerKeys } from './issuer';

/**
 * Signs the record, unless it is signed already, and returns its credential: JSON whose bytes never change again. The same
 * row and key always give the same bytes, so it does not matter who comes first or how often it is tried.
 * Throws `not-found`.
 */
export async function signRecord(db: Db, keys: IssuerKeys, id: string): Promise<string> {
  const row = db.select().from(records).where(eq(records.id, id)).get();
  if (!row) throw notFound();
  if (row.credential !== null) return row.credential;
  const edition = editionById(db, row.editionId);
  const { holder, locale, issuedAt } = row;
  const course = {
    slug: edition.slug,
    title: edition.titles[locale],
    summary: edition.summaries[locale],
  };
  const unsigned = composeCredential({ id, holder, locale, issuedAt, course, edition }, keys);
  const { addProof } = await import('./proof.server');
  const json = JSON.stringify(await addProof(keys, unsigned, dateTime(issuedAt)));
  const written = db
    .update(records)
    .set({ credential: json })
    .where(and(eq(records.id, id), isNull(records.credential)))
    .run();
  if (written.changes === 1) return json;
  return signRecord(db, keys, id);
}
