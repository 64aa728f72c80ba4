import { desc, eq } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { records } from '~db/schema';
import type { AccountActor } from '../actor';
import { editionById } from '../courses/index.server';
import type { RecordSummary } from './schema';

/** The actor's own records, newest first. */
export function listRecords(db: Db, actor: AccountActor): RecordSummary[] {
  const rows = db
    .select({
      id: records.id,
      courseId: records.courseId,
      editionId: records.editionId,
      locale: records.locale,
      issuedAt: records.issuedAt,
      revokedAt: records.revokedAt,
    })
    .from(records)
    .where(eq(records.accountId, actor.id))
    .orderBy(desc(records.issuedAt))
    .all();
  return rows.map(({ editionId, ...record }) => {
    const edition = editionById(db, editionId);
    return { ...record, title: edition.titles[record.locale], edition: edition.number };
  });
}
