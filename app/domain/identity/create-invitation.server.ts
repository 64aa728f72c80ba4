import { and, eq, isNull } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { accounts, invitations, parks } from '~db/schema';
import type { Actor, Role } from '../actor';
import { writeEntry } from '../audit/index.server';
import { forbidden } from '../error';
import { queueMail } from '../notices/index.server';
import { demandUnit } from './create-account.server';
import { alreadyAMember, invalidField } from './errors';
import { makeToken } from './make-token.server';
import { demandInPark, may } from './permissions';
import { linkLife } from './rules';

/**
 * Invites an address into a park by a one-time link, sent by mail and good for 14 days. Replaces an invitation of the same address
 * into the same park. Only who may invite into any park may make a programme administrator.
 * Returns the token too (the link is `/join/TOKEN`), since mail may not arrive; it is kept nowhere.
 * Throws `forbidden`, `park-unknown`, `unit-unknown`, `already-a-member`.
 */
export function createInvitation(
  db: Db,
  actor: Actor,
  input: {
    email: string;
    parkId: number;
    unitId?: number;
    roles: readonly Role[];
    locale: Locale;
    at: number;
  },
): { invitationId: number; token: string } {
  demandInPark(actor, 'invite:account', input.parkId);
  if (input.roles.includes('programme-administrator') && !may(actor, 'invite:account:any-park'))
    throw forbidden();
  const { email, parkId, locale, at } = input;
  const unitId = input.unitId ?? null;
  const { token, tokenHash } = makeToken();
  return db.transaction(
    (tx) => {
      const park = tx.select({ names: parks.names }).from(parks).where(eq(parks.id, parkId)).get();
      if (!park) throw invalidField('parkId', 'park-unknown');
      demandUnit(tx, parkId, unitId);
      if (tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)).get())
        throw alreadyAMember();
      tx.update(invitations)
        .set({ revokedAt: at })
        .where(
          and(
            eq(invitations.email, email),
            eq(invitations.parkId, parkId),
            isNull(invitations.acceptedAt),
            isNull(invitations.revokedAt),
          ),
        )
        .run();
      const { id } = tx
        .insert(invitations)
        .values({
          tokenHash,
          email,
          parkId,
          unitId,
          roles: [...new Set(input.roles)],
          locale,
          invitedBy: actor.kind === 'account' ? actor.id : null,
          createdAt: at,
          expiresAt: at + linkLife.invitation,
        })
        .returning({ id: invitations.id })
        .get();
      queueMail(tx, {
        recipient: email,
        locale,
        template: 'invitation',
        values: { path: `/join/${token}`, park: park.names[locale] },
        at,
      });
      writeEntry(tx, actor, {
        action: 'invitation.created',
        entity: 'invitation',
        entityId: id,
        detail: { parkId, unitId, roles: input.roles },
        at,
      });
      return { invitationId: id, token };
    },
    { behavior: 'immediate' },
  );
}
