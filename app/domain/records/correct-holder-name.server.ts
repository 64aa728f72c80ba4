import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { editionById } from '../courses/index.server';
import { alreadyReplaced, nameUnchanged } from './errors';
import { replaceRecord } from './replace-record.server';
import { demandRecord } from './revoke-record.server';

/**
 * Issues a record anew with its holder's name corrected; the former is revoked for good and leads to the new one. What it attests and
 * until when it is valid stay as they were. Returns the new record's id: await `signRecord` for it. `at`: epoch milliseconds.
 * Throws `forbidden`, `not-found`, `record-replaced`, `record-name-unchanged`.
 */
export function correctHolderName(
  db: Db,
  actor: Actor,
  { id, name, at }: { id: string; name: string; at: number },
): string {
  return db.transaction(
    (tx) => {
      const row = demandRecord(tx, actor, 'issue:record', id);
      if (row.replacedBy !== null) throw alreadyReplaced();
      if (row.holder === name) throw nameUnchanged();
      const edition = editionById(db, row.editionId);
      const { locale, evidence, completedAt, validUntil } = row;
      return replaceRecord(tx, actor, row, {
        for: 'correction',
        name,
        edition,
        locale,
        evidence,
        completedAt,
        validUntil,
        at,
      });
    },
    { behavior: 'immediate' },
  );
}
