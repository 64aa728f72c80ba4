import { asc, isNull } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { records } from '~db/schema';
import type { IssuerKeys } from './issuer';
import { signRecord } from './sign-record.server';

/** Signs whatever a crash left between the commit and the signature. Returns how many that were. */
export async function signPending(db: Db, keys: IssuerKeys): Promise<number> {
  const pending = db
    .select({ id: records.id })
    .from(records)
    .where(isNull(records.credential))
    .orderBy(asc(records.issuedAt))
    .all();
  for (const { id } of pending) await signRecord(db, keys, id);
  return pending.length;
}
