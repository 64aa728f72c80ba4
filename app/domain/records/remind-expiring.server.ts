import { and, asc, eq, gte, isNotNull, isNull, lte } from 'drizzle-orm';
import { formatFor } from '~/i18n/format';
import type { Db } from '~db/open.server';
import { accounts, records } from '~db/schema';
import { system } from '../actor';
import { writeEntry } from '../audit/index.server';
import { editionById } from '../courses/index.server';
import { queueMail } from '../notices/index.server';
import { dueReminder, renewalDays } from './rules';

const day = 24 * 60 * 60_000;

/**
 * Queues the reminders that are due to people whose record expires, 60 and 14 days before, each once; not to those whose account is
 * closed. `at`: epoch milliseconds. Returns how many.
 */
export function remindExpiring(db: Db, at: number): number {
  const due = db
    .select({ id: records.id, validUntil: records.validUntil, sent: records.remindedDays })
    .from(records)
    .where(
      and(
        isNotNull(records.validUntil),
        gte(records.validUntil, at),
        lte(records.validUntil, at + renewalDays * day),
        isNull(records.replacedBy),
        isNull(records.revokedAt),
      ),
    )
    .orderBy(asc(records.validUntil))
    .all()
    .flatMap(({ id, validUntil, sent }) => {
      const days = validUntil === null ? null : dueReminder(validUntil, sent, at);
      return days === null ? [] : [{ id, days }];
    });
  let queued = 0;
  for (const { id, days } of due) if (remind(db, id, days, at)) queued += 1;
  return queued;
}

function remind(db: Db, id: string, days: number, at: number): boolean {
  return db.transaction(
    (tx) => {
      const row = tx
        .select({ record: records, account: accounts })
        .from(records)
        .innerJoin(accounts, eq(accounts.id, records.accountId))
        .where(eq(records.id, id))
        .get();
      if (!row) return false;
      const { record, account } = row;
      const { validUntil } = record;
      // Another process may have been first, and what was read may have changed.
      if (validUntil === null || dueReminder(validUntil, record.remindedDays, at) !== days) return false;
      if (record.replacedBy !== null || record.revokedAt !== null) return false;
      tx.update(records).set({ remindedDays: days }).where(eq(records.id, id)).run();
      if (account.disabledAt !== null) return false;
      queueMail(tx, {
        recipient: account.email,
        locale: account.locale,
        template: 'record-expiring',
        values: {
          name: record.holder,
          course: editionById(db, record.editionId).titles[account.locale],
          date: formatFor(account.locale, account.timeZone).date(validUntil),
          path: '/my/records',
        },
        at,
      });
      writeEntry(tx, system, {
        action: 'record.reminded',
        entity: 'record',
        entityId: id,
        detail: { days },
        at,
      });
      return true;
    },
    { behavior: 'immediate' },
  );
}
