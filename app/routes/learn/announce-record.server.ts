// What follows the transaction that issued a record: its signature, and the mail that tells of it.
import { signRecord } from '~/domain/records/index.server';
import type { Visit } from '~/http/enter.server';

/**
 * Signs the record that was just issued. The completion is confirmed whatever happens here: what could not be signed now
 * is signed at the next start.
 */
export async function announceRecord(
  { db, app, at }: Visit,
  { issued, recordId }: { issued: boolean; recordId: string | null },
): Promise<void> {
  if (!issued || recordId === null) return;
  app.nudgeMail();
  try {
    await signRecord(db, app.keys, { id: recordId, at });
  } catch (error) {
    app.log.error({ err: error, record: recordId }, 'a record was issued and not yet signed');
  }
}
