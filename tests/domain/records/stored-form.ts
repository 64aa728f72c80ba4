// A credential put in the place of a record's own, as somebody would who can write in the database.
import { eq } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { recordCredentials, records } from '~db/schema';

/** The JSON that stands for the record now; null where it is not signed. */
export function storedForm(db: Db, recordId: string): string | null {
  const row = db
    .select({ json: recordCredentials.json })
    .from(records)
    .innerJoin(recordCredentials, eq(recordCredentials.id, records.credentialId))
    .where(eq(records.id, recordId))
    .get();
  return row?.json ?? null;
}

export function replaceForm(db: Db, recordId: string, json: string): void {
  const { id } = db
    .insert(recordCredentials)
    .values({ recordId, identity: 'hashed', digest: 'forged', json, key: '', signedAt: 0 })
    .returning()
    .get();
  db.update(records).set({ credentialId: id }).where(eq(records.id, recordId)).run();
}
