import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Queryable } from '~db/open.server';
import { accounts, type Localised, records } from '~db/schema';
import { type Actor, system } from '../actor';
import { writeEntry } from '../audit/index.server';
import { notFound } from '../error';
import { queueMail } from '../notices/index.server';
import { validUntil } from './rules';
import type { Evidence, Identity } from './schema';
import { takePlace } from './status/take-place.server';

type Issue = {
  account: { id: number; name: string };
  course: { id: number };
  /** `validity`: months that the record is valid; null: for good. */
  edition: { id: number; titles: Localised; validity: number | null };
  /** The language the course was finished in. */
  locale: Locale;
  evidence: Evidence;
  /** When the course was completed, where that is not `at`. */
  completedAt?: number;
  /** Epoch milliseconds. */
  at: number;
  /** Who has it issued, where that is not the system at the completion. */
  by?: Actor;
};

/**
 * Issues the record of a completed course, inside the transaction that completes it: row, audit entry and mail. An account
 * has one record in a course that nothing has replaced, so a second call changes nothing. Returns the record's id, new or not. Once
 * the transaction is committed, await `signRecord`.
 */
export function issueRecord(tx: Queryable, input: Issue): string {
  const { account, course, edition, at, locale } = input;
  const current = tx
    .select({ id: records.id })
    .from(records)
    .where(
      and(eq(records.accountId, account.id), eq(records.courseId, course.id), isNull(records.replacedBy)),
    )
    .get();
  if (current) return current.id;
  const id = insertRecord(tx, input);
  writeEntry(tx, input.by ?? system, {
    action: 'record.issued',
    entity: 'record',
    entityId: id,
    detail: { accountId: account.id, courseId: course.id, editionId: edition.id, locale },
    at,
  });
  tell(tx, 'record-issued', { accountId: account.id, name: account.name, titles: edition.titles, id, at });
  return id;
}

/** Writes the row of a new record. `inPlace` is called with its id before it is there, for who makes room. Returns the id. */
export function insertRecord(
  tx: Queryable,
  input: Omit<Issue, 'evidence'> & {
    evidence: Evidence | null;
    /** Where it is not what the account has chosen. */
    identity?: Identity;
    hidden?: boolean;
    /** Where it is not what the edition says. */
    validUntil?: number | null;
  },
  inPlace: (id: string) => void = () => {},
  replaces: string | null = null,
): string {
  const { account, course, edition, locale, evidence, at } = input;
  const holder = tx
    .select({ email: accounts.email, identity: accounts.recordIdentity })
    .from(accounts)
    .where(eq(accounts.id, account.id))
    .get();
  if (!holder) throw notFound();
  const id = randomUUID();
  inPlace(id);
  tx.insert(records)
    .values({
      id,
      accountId: account.id,
      courseId: course.id,
      editionId: edition.id,
      locale,
      holder: account.name,
      email: holder.email,
      identity: input.identity ?? holder.identity,
      salt: randomBytes(16).toString('hex'),
      evidence,
      completedAt: input.completedAt ?? at,
      issuedAt: at,
      validUntil: input.validUntil === undefined ? validUntil(at, edition.validity) : input.validUntil,
      ...takePlace(tx),
      replaces,
      hidden: input.hidden ?? false,
    })
    .run();
  return id;
}

/** Tells the holder by mail what happened to the record, in the holder's language. */
export function tell(
  tx: Queryable,
  template: 'record-issued' | 'record-corrected' | 'record-renewed' | 'record-revoked' | 'record-reinstated',
  about: { accountId: number; name: string; titles: Localised; id: string; at: number },
): void {
  const { accountId, name, titles, id, at } = about;
  const reader = tx
    .select({ email: accounts.email, locale: accounts.locale })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .get();
  if (!reader) return;
  queueMail(tx, {
    recipient: reader.email,
    locale: reader.locale,
    template,
    values: { name, course: titles[reader.locale], path: `/records/${id}` },
    at,
  });
}
