// What a holder decides about the own records: whether they are shown, and whether they name their holder.
import { eq } from 'drizzle-orm';
import type { Db, Queryable } from '~db/open.server';
import { accounts, records } from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { forbidden } from '../error';
import { demandAccount } from '../identity/permissions';
import type { IssuerKeys } from './issuer';
import type { Identity } from './schema';
import { findForm } from './sign-record.server';

/** Hides the own record, or shows it again. It stays valid either way. Throws `forbidden`. `at`: epoch milliseconds. */
export function showRecord(db: Db, actor: Actor, input: { id: string; shown: boolean; at: number }): void {
  const { id, shown, at } = input;
  db.transaction(
    (tx) => {
      const row = demandOwn(tx, actor, id);
      if (row.hidden !== shown) return;
      tx.update(records).set({ hidden: !shown }).where(eq(records.id, id)).run();
      const action = shown ? 'record.shown' : 'record.hidden';
      writeEntry(tx, actor, { action, entity: 'record', entityId: id, at });
    },
    { behavior: 'immediate' },
  );
}

/**
 * Has the own record tell its holder's identity in another form from now on: await `signRecord` afterwards. A form that was signed
 * before is used again; copies of the former one stay valid. Throws `forbidden`. `at`: epoch milliseconds.
 */
export function changeIdentity(
  db: Db,
  keys: IssuerKeys,
  actor: Actor,
  input: { id: string; identity: Identity; at: number },
): void {
  const { id, identity, at } = input;
  db.transaction(
    (tx) => {
      const row = demandOwn(tx, actor, id);
      if (row.identity === identity) return;
      const credentialId = findForm(tx, { recordId: id, identity, key: keys.publicKeyMultibase });
      tx.update(records).set({ identity, credentialId }).where(eq(records.id, id)).run();
      writeEntry(tx, actor, {
        action: 'record.identity-changed',
        entity: 'record',
        entityId: id,
        detail: { identity },
        at,
      });
    },
    { behavior: 'immediate' },
  );
}

/** How the actor's next records tell their holder's identity. Throws `forbidden`. */
export function chooseIdentity(db: Db, actor: Actor, input: { identity: Identity; at: number }): void {
  const account = demandAccount(actor);
  const { identity, at } = input;
  db.transaction(
    (tx) => {
      tx.update(accounts).set({ recordIdentity: identity }).where(eq(accounts.id, account.id)).run();
      writeEntry(tx, actor, {
        action: 'record.identity-chosen',
        entity: 'account',
        entityId: account.id,
        detail: { identity },
        at,
      });
    },
    { behavior: 'immediate' },
  );
}

/** How the actor's next records will tell their holder's identity. */
export function chosenIdentity(db: Db, actor: Actor): Identity {
  const { id } = demandAccount(actor);
  const row = db
    .select({ identity: accounts.recordIdentity })
    .from(accounts)
    .where(eq(accounts.id, id))
    .get();
  return row?.identity ?? 'hashed';
}

function demandOwn(tx: Queryable, actor: Actor, id: string) {
  const account = demandAccount(actor);
  const row = tx.select().from(records).where(eq(records.id, id)).get();
  if (row?.accountId !== account.id) throw forbidden();
  return row;
}
