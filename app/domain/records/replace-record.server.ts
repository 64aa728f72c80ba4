import { eq, sql } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Db, Queryable } from '~db/open.server';
import { type Localised, records } from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { alreadyReplaced } from './errors';
import { insertRecord, tell } from './issue-record.server';
import { logEvent } from './log/log-event.server';
import type { RecordRow } from './revoke-record.server';
import type { Evidence } from './schema';

/**
 * Issues a record in the place of `row`, inside an immediate transaction, and has each of the two name the other. A correction revokes
 * what it replaces for good; a renewal leaves it to expire. Returns the new record's id. Throws `record-replaced`.
 */
export function replaceRecord(
  tx: Queryable,
  actor: Actor,
  row: RecordRow,
  by: {
    for: 'correction' | 'renewal';
    name: string;
    edition: { id: number; titles: Localised; validity: number | null };
    locale: Locale;
    evidence: Evidence | null;
    completedAt: number;
    /** Where it is not to be what the edition says. */
    validUntil?: number | null;
    at: number;
  },
): string {
  if (row.replacedBy !== null) throw alreadyReplaced();
  const { at } = by;
  // The two rows name each other, and of the two only one may be current: looked at when both are there.
  tx.run(sql`pragma defer_foreign_keys = on`);
  const id = insertRecord(
    tx,
    {
      account: { id: row.accountId, name: by.name },
      course: { id: row.courseId },
      edition: by.edition,
      locale: by.locale,
      evidence: by.evidence,
      completedAt: by.completedAt,
      identity: row.identity,
      hidden: row.hidden,
      ...(by.validUntil === undefined ? {} : { validUntil: by.validUntil }),
      at,
    },
    (fresh) =>
      tx
        .update(records)
        .set({ replacedBy: fresh, replacedFor: by.for, replacedAt: at })
        .where(eq(records.id, row.id))
        .run(),
    row.id,
  );
  if (by.for === 'correction') logEvent(tx, { event: 'replaced', recordId: row.id, at });
  const template = by.for === 'correction' ? 'record-corrected' : 'record-renewed';
  tell(tx, template, { accountId: row.accountId, name: by.name, titles: by.edition.titles, id, at });
  writeEntry(tx, actor, {
    action: by.for === 'correction' ? 'record.corrected' : 'record.renewed',
    entity: 'record',
    entityId: row.id,
    detail: { by: id },
    at,
  });
  return id;
}

/** Reads a record's row for whoever is about to replace it. */
export const readRecord = (db: Db | Queryable, id: string): RecordRow | undefined =>
  db.select().from(records).where(eq(records.id, id)).get();
