import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Queryable } from '~db/open.server';
import { accounts, type Localised, records } from '~db/schema';
import { system } from '../actor';
import { writeEntry } from '../audit/index.server';
import { queueMail } from '../notices/index.server';

/**
 * Issues the record of a completed course, inside the transaction that completes it: row, audit entry and mail. An account
 * has one record in a course, so a second call changes nothing. Returns the record's id, new or not. `locale` is the
 * language the course was finished in; `at` epoch milliseconds. Once the transaction is committed, await `signRecord`.
 */
export function issueRecord(
  tx: Queryable,
  input: {
    account: { id: number; name: string };
    course: { id: number };
    edition: { id: number; titles: Localised };
    locale: Locale;
    at: number;
  },
): string {
  const { account, course, edition, locale, at } = input;
  const [issued] = tx
    .insert(records)
    .values({
      id: randomUUID(),
      accountId: account.id,
      courseId: course.id,
      editionId: edition.id,
      locale,
      holder: account.name,
      issuedAt: at,
    })
    .onConflictDoNothing({ target: [records.accountId, records.courseId] })
    .returning({ id: records.id })
    .all();
  if (!issued) return existing(tx, account.id, course.id);
  writeEntry(tx, system, {
    action: 'record.issued',
    entity: 'record',
    entityId: issued.id,
    detail: { accountId: account.id, courseId: course.id, editionId: edition.id, locale },
    at,
  });
  const reader = tx
    .select({ email: accounts.email, locale: accounts.locale })
    .from(accounts)
    .where(eq(accounts.id, account.id))
    .get();
  if (reader) {
    queueMail(tx, {
      recipient: reader.email,
      locale: reader.locale,
      template: 'record-issued',
      values: { name: account.name, course: edition.titles[reader.locale], path: `/records/${issued.id}` },
      at,
    });
  }
  return issued.id;
}

function existing(tx: Queryable, accountId: number, courseId: number): string {
  const row = tx
    .select({ id: records.id })
    .from(records)
    .where(and(eq(records.accountId, accountId), eq(records.courseId, courseId)))
    .get();
  if (!row) throw new Error('a record that could not be inserted is not there either');
  return row.id;
}
