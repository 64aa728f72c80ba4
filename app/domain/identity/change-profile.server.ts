// What a person may change about themselves: profile, language, consent to be shown.
import { eq } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { accounts } from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { demandUnit } from './create-account.server';
import { demandAccount } from './permissions';

/** Changes name, language, time zone (IANA name) and unit. Throws `forbidden`, `unit-unknown`. */
export function changeProfile(
  db: Db,
  actor: Actor,
  input: { name: string; locale: Locale; timeZone: string; unitId?: number; at: number },
): void {
  const account = demandAccount(actor);
  const { name, locale, timeZone, at } = input;
  const unitId = input.unitId ?? null;
  db.transaction(
    (tx) => {
      demandUnit(tx, account.parkId, unitId);
      tx.update(accounts).set({ name, locale, timeZone, unitId }).where(eq(accounts.id, account.id)).run();
      const moved = unitId === account.unitId ? {} : { fromUnitId: account.unitId, toUnitId: unitId };
      writeEntry(tx, actor, {
        action: 'profile.changed',
        entity: 'account',
        entityId: account.id,
        detail: { locale, ...moved },
        at,
      });
    },
    { behavior: 'immediate' },
  );
}

/** Changes the language only, as the language menu does. Throws `forbidden`. */
export function changeLocale(db: Db, actor: Actor, input: { locale: Locale; at: number }): void {
  const account = demandAccount(actor);
  if (account.locale === input.locale) return;
  db.transaction(
    (tx) => {
      tx.update(accounts).set({ locale: input.locale }).where(eq(accounts.id, account.id)).run();
      writeEntry(tx, actor, {
        action: 'profile.changed',
        entity: 'account',
        entityId: account.id,
        detail: { locale: input.locale },
        at: input.at,
      });
    },
    { behavior: 'immediate' },
  );
}

/**
 * Gives or withdraws consent that the other park's administrators see this person's name and progress (PDPA 2010 s. 6 and 38;
 * PIPL art. 15, 39). Saying again what is so already changes nothing. Throws `forbidden`.
 */
export function changeSharing(db: Db, actor: Actor, input: { shared: boolean; at: number }): void {
  const account = demandAccount(actor);
  db.transaction(
    (tx) => {
      const kept = tx
        .select({ sharedAt: accounts.sharedAt })
        .from(accounts)
        .where(eq(accounts.id, account.id))
        .get();
      if ((kept?.sharedAt != null) === input.shared) return;
      tx.update(accounts)
        .set({ sharedAt: input.shared ? input.at : null })
        .where(eq(accounts.id, account.id))
        .run();
      const action = input.shared ? 'sharing.agreed' : 'sharing.withdrawn';
      writeEntry(tx, actor, { action, entity: 'account', entityId: account.id, at: input.at });
    },
    { behavior: 'immediate' },
  );
}
