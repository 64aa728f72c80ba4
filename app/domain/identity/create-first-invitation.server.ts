import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Queryable } from '~db/open.server';
import { accountRoles, accounts, invitations } from '~db/schema';
import { system } from '../actor';
import { writeEntry } from '../audit/index.server';
import { makeToken } from './make-token.server';
import { linkLife } from './rules';

/** Whether somebody who can sign in administers the programme. */
export function hasProgrammeAdministrator(db: Queryable): boolean {
  const found = db
    .select({ id: accounts.id })
    .from(accountRoles)
    .innerJoin(accounts, eq(accounts.id, accountRoles.accountId))
    .where(and(eq(accountRoles.role, 'programme-administrator'), isNull(accounts.disabledAt)))
    .get();
  return found !== undefined;
}

/**
 * The token of the one-time link `/join/TOKEN` that makes the first programme administrator, or null when there is one. For the
 * operator's terminal only. Replaces the link made before, which is kept nowhere and cannot be shown again.
 */
export function createFirstInvitation(db: Db, input: { at: number }): string | null {
  if (hasProgrammeAdministrator(db)) return null;
  const { token, tokenHash } = makeToken();
  return db.transaction(
    (tx) => {
      if (hasProgrammeAdministrator(tx)) return null;
      tx.update(invitations)
        .set({ revokedAt: input.at })
        .where(and(isNull(invitations.email), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
        .run();
      const { id } = tx
        .insert(invitations)
        .values({
          tokenHash,
          roles: ['programme-administrator'],
          locale: 'en',
          createdAt: input.at,
          expiresAt: input.at + linkLife['first-invitation'],
        })
        .returning({ id: invitations.id })
        .get();
      writeEntry(tx, system, {
        action: 'invitation.created',
        entity: 'invitation',
        entityId: id,
        detail: { first: true },
        at: input.at,
      });
      return token;
    },
    { behavior: 'immediate' },
  );
}
