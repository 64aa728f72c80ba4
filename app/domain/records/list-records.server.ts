import { and, desc, eq, isNull, ne, or } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { records } from '~db/schema';
import type { AccountActor } from '../actor';
import { editionById } from '../courses/index.server';
import { standingOf } from './find-record.server';
import type { RecordSummary } from './schema';

/** The actor's own records, newest first, without those that a correction has taken the place of. `at`: epoch milliseconds. */
export function listRecords(db: Db, actor: AccountActor, at: number): RecordSummary[] {
  const rows = db
    .select()
    .from(records)
    .where(
      and(
        eq(records.accountId, actor.id),
        or(isNull(records.replacedFor), ne(records.replacedFor, 'correction')),
      ),
    )
    .orderBy(desc(records.issuedAt))
    .all();
  return rows.map((row) => {
    const edition = editionById(db, row.editionId);
    const { id, courseId, locale, issuedAt, validUntil, hidden, identity } = row;
    return {
      id,
      course: edition.slug,
      courseId,
      locale,
      issuedAt,
      validUntil,
      hidden,
      identity,
      title: edition.titles[locale],
      edition: edition.number,
      standing: standingOf(row, true, at),
      formerName: row.holder !== actor.name,
    };
  });
}
