// The one place that makes an account, inside the transaction of the command that lets a person join.
import { and, eq } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Queryable } from '~db/open.server';
import { accountRoles, accounts, units } from '~db/schema';
import type { AccountActor, Role } from '../actor';
import { writeEntry } from '../audit/index.server';
import { alreadyAMember, invalidField } from './errors';

export type NewAccount = {
  email: string;
  name: string;
  passwordHash: string;
  parkId: number;
  unitId: number | null;
  roles: readonly Role[];
  locale: Locale;
  timeZone: string;
  /** Whether the person agreed to be shown by name to the other park. */
  shared: boolean;
  by: 'invitation' | 'first-invitation' | 'sign-up';
  at: number;
};

/** Throws `already-a-member` for an address in use and `unit-unknown` for another park's unit. */
export function createAccount(tx: Queryable, account: NewAccount): AccountActor {
  const { email, name, passwordHash, parkId, unitId, roles, locale, timeZone, shared, by, at } = account;
  if (tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)).get())
    throw alreadyAMember();
  demandUnit(tx, parkId, unitId);
  const { id } = tx
    .insert(accounts)
    .values({
      parkId,
      unitId,
      email,
      name,
      passwordHash,
      locale,
      timeZone,
      sharedAt: shared ? at : null,
      createdAt: at,
    })
    .returning({ id: accounts.id })
    .get();
  for (const role of new Set(roles)) tx.insert(accountRoles).values({ accountId: id, role }).run();
  const actor: AccountActor = { kind: 'account', id, parkId, unitId, email, name, locale, timeZone, roles };
  writeEntry(tx, actor, {
    action: 'account.created',
    entity: 'account',
    entityId: id,
    detail: { parkId, unitId, roles, by },
    at,
  });
  if (shared) writeEntry(tx, actor, { action: 'sharing.agreed', entity: 'account', entityId: id, at });
  return actor;
}

/** Throws `unit-unknown` on `unitId` unless the unit is one of the park's; null is always right. */
export function demandUnit(tx: Queryable, parkId: number, unitId: number | null): void {
  if (unitId === null) return;
  const found = tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, unitId), eq(units.parkId, parkId)))
    .get();
  if (!found) throw invalidField('unitId', 'unit-unknown');
}
