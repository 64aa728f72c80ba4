import { eq } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Db, Queryable } from '~db/open.server';
import { invitations, type Localised } from '~db/schema';
import type { AccountActor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { hashPassword, refuseEasyPassword } from './check-password.server';
import { createAccount } from './create-account.server';
import { insertPark } from './create-park.server';
import { deadLink } from './errors';
import { findInvitation, type OpenInvitation } from './find-invitation.server';

export type Joining = {
  token: string;
  name: string;
  password: string;
  unitId?: number;
  locale: Locale;
  timeZone: string;
  shared: boolean;
  at: number;
};
/** What the first administrator says beside: the own address, and the park that does not exist yet. */
export type JoiningFirst = Joining & { email: string; slug: string; names: Localised; domains: string[] };
/** The same with what is kept of the password in its place: a PHC string of argon2id. */
type Hashed<Whose extends Joining> = Omit<Whose, 'password'> & { passwordHash: string };

/**
 * Makes the account an invitation promises; the link is used up. The link proves the address, since it was mailed there.
 * Throws `link-used`, `link-expired`, `link-revoked`, `link-unknown`, `already-a-member`, `unit-unknown`, `password-common`,
 * `password-personal`.
 */
export async function acceptInvitation(db: Db, input: Joining): Promise<{ accountId: number }> {
  const { email } = openFor(db, input, 'park');
  const { password, ...joining } = input;
  refuseEasyPassword('password', password, { email, name: input.name });
  return joinByInvitation(db, { ...joining, passwordHash: await hashPassword(password) });
}

/** `acceptInvitation` for who has a hashed password already; says nothing about how good it is. Throws the same otherwise. */
export function joinByInvitation(db: Db, input: Hashed<Joining>): { accountId: number } {
  return db.transaction(
    (tx) => {
      const invitation = openFor(tx, input, 'park');
      const actor = createAccount(tx, {
        ...input,
        email: invitation.email,
        parkId: invitation.park.id,
        unitId: invitation.unitId ?? input.unitId ?? null,
        roles: invitation.roles,
        by: 'invitation',
      });
      return useUp(tx, invitation.id, actor, input.at);
    },
    { behavior: 'immediate' },
  );
}

/**
 * Makes the first programme administrator and the park that person belongs to, all or nothing.
 * Throws what `acceptInvitation` throws, and `slug-taken`, `domain-taken`.
 */
export async function acceptFirstInvitation(db: Db, input: JoiningFirst): Promise<{ accountId: number }> {
  openFor(db, input, 'first');
  const { password, ...joining } = input;
  refuseEasyPassword('password', password, input);
  return joinFirst(db, { ...joining, passwordHash: await hashPassword(password) });
}

/** `acceptFirstInvitation` for who has a hashed password already. */
export function joinFirst(db: Db, input: Hashed<JoiningFirst>): { accountId: number } {
  return db.transaction(
    (tx) => {
      const invitation = openFor(tx, input, 'first');
      const parkId = insertPark(tx, input);
      const actor = createAccount(tx, {
        ...input,
        parkId,
        unitId: null,
        roles: invitation.roles,
        by: 'first-invitation',
      });
      writeEntry(tx, actor, {
        action: 'park.created',
        entity: 'park',
        entityId: parkId,
        detail: { slug: input.slug },
        at: input.at,
      });
      return useUp(tx, invitation.id, actor, input.at);
    },
    { behavior: 'immediate' },
  );
}

function openFor<Kind extends OpenInvitation['kind']>(
  db: Queryable,
  input: { token: string; at: number },
  kind: Kind,
): Extract<OpenInvitation, { kind: Kind }> {
  const found = findInvitation(db, input);
  if (found.state !== 'open') throw deadLink(found.state);
  if (!isOf(found, kind)) throw deadLink('unknown');
  return found;
}

const isOf = <Kind extends OpenInvitation['kind']>(
  invitation: OpenInvitation,
  kind: Kind,
): invitation is Extract<OpenInvitation, { kind: Kind }> => invitation.kind === kind;

function useUp(tx: Queryable, invitationId: number, actor: AccountActor, at: number): { accountId: number } {
  tx.update(invitations)
    .set({ acceptedAt: at, acceptedBy: actor.id })
    .where(eq(invitations.id, invitationId))
    .run();
  writeEntry(tx, actor, { action: 'invitation.accepted', entity: 'invitation', entityId: invitationId, at });
  return { accountId: actor.id };
}
