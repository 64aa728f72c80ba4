import { eq } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { invitations } from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { DomainError, forbidden } from '../error';
import { demand, demandInPark } from './permissions';

/**
 * Makes an invitation's link worthless; one that is revoked already stays so. Throws `forbidden`, whether the invitation is another
 * park's or does not exist, and `invitation-accepted` when the person has joined.
 */
export function revokeInvitation(db: Db, actor: Actor, input: { invitationId: number; at: number }): void {
  demand(actor, 'invite:account:own-park');
  db.transaction(
    (tx) => {
      const found = tx.select().from(invitations).where(eq(invitations.id, input.invitationId)).get();
      if (!found || found.parkId === null) throw forbidden();
      demandInPark(actor, 'invite:account', found.parkId);
      if (found.acceptedAt !== null) throw new DomainError('invitation-accepted', 'conflict');
      if (found.revokedAt !== null) return;
      tx.update(invitations).set({ revokedAt: input.at }).where(eq(invitations.id, found.id)).run();
      writeEntry(tx, actor, {
        action: 'invitation.revoked',
        entity: 'invitation',
        entityId: found.id,
        at: input.at,
      });
    },
    { behavior: 'immediate' },
  );
}
