import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Queryable } from '~db/open.server';
import { recordCredentials } from '~db/schema';
import { appendEntry, type LogEvent } from './append-entry.server';

/** Logs what happened to a record, one entry for each of its signed forms: a copy of any of them can be looked up. */
export function logEvent(
  tx: Queryable,
  { event, recordId, at }: { event: Exclude<LogEvent, 'issued'>; recordId: string; at: number },
): void {
  const forms = tx
    .selectDistinct({
      digest: recordCredentials.digest,
      address: sql<string>`json_extract(${recordCredentials.json}, '$.id')`,
    })
    .from(recordCredentials)
    .where(and(eq(recordCredentials.recordId, recordId), isNotNull(recordCredentials.digest)))
    .all();
  for (const { digest, address } of forms) {
    if (digest !== null) appendEntry(tx, { event, recordId, address, digest, at });
  }
}
