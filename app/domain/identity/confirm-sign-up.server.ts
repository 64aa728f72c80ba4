import { eq } from 'drizzle-orm';
import type { Db, Queryable } from '~db/open.server';
import { type Localised, parks } from '~db/schema';
import type { Joining } from './accept-invitation.server';
import { hashPassword, refuseEasyPassword } from './check-password.server';
import { createAccount } from './create-account.server';
import { type DeadLink, deadLink } from './errors';
import { listUnits, type UnitLine } from './list-parks.server';
import { findLink, spendLinks } from './mail-link.server';
import { parkOf } from './request-sign-up.server';

export type OpenSignUp = {
  state: 'open';
  email: string;
  park: { id: number; names: Localised };
  units: UnitLine[];
};

/** What the link `/sign-up/TOKEN` opens, or why it does nothing any more (`revoked`: the domain is no park's now). */
export function findSignUp(
  db: Queryable,
  input: { token: string; at: number },
): OpenSignUp | { state: DeadLink } {
  const link = findLink(db, { ...input, purpose: 'sign-up' });
  if (link.state !== 'open') return link;
  const parkId = parkOf(db, link.email);
  const park = parkId === undefined ? undefined : db.select().from(parks).where(eq(parks.id, parkId)).get();
  if (!park) return { state: 'revoked' };
  return {
    state: 'open',
    email: link.email,
    park: { id: park.id, names: park.names },
    units: listUnits(db, { parkId: park.id }),
  };
}

/**
 * Makes a learner's account for the holder of a confirmed address; the link is used up. Throws `link-used`, `link-expired`,
 * `link-revoked`, `link-unknown`, `already-a-member`, `unit-unknown`, `password-common`, `password-personal`.
 */
export async function confirmSignUp(db: Db, input: Joining): Promise<{ accountId: number }> {
  refuseEasyPassword('password', input.password, { email: openSignUp(db, input).email, name: input.name });
  const passwordHash = await hashPassword(input.password);
  return db.transaction(
    (tx) => {
      const { email, park } = openSignUp(tx, input);
      spendLinks(tx, { purpose: 'sign-up', email, at: input.at });
      const unitId = input.unitId ?? null;
      const actor = createAccount(tx, {
        ...input,
        passwordHash,
        email,
        parkId: park.id,
        unitId,
        roles: [],
        by: 'sign-up',
      });
      return { accountId: actor.id };
    },
    { behavior: 'immediate' },
  );
}

function openSignUp(db: Queryable, input: { token: string; at: number }): OpenSignUp {
  const found = findSignUp(db, input);
  if (found.state !== 'open') throw deadLink(found.state);
  return found;
}
