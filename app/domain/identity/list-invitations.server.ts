import { desc, eq } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { accounts, invitations, type Localised, parks, units } from '~db/schema';
import type { Actor, Role } from '../actor';
import { demand, demandAccount, may } from './permissions';

export type InvitationLine = {
  id: number;
  email: string;
  parkId: number;
  parkNames: Localised;
  unitNames: Localised | null;
  roles: Role[];
  locale: Locale;
  /** Null when the operator invited. */
  invitedBy: string | null;
  createdAt: number;
  expiresAt: number;
  state: 'open' | 'accepted' | 'revoked' | 'expired';
};

/** The newest 500 invitations the actor may see: all, or those into its own park. Throws `forbidden`. */
export function listInvitations(db: Db, actor: Actor, input: { at: number }): InvitationLine[] {
  demand(actor, 'invite:account:own-park');
  const all = may(actor, 'invite:account:any-park');
  const rows = db
    .select({
      id: invitations.id,
      email: invitations.email,
      parkId: parks.id,
      parkNames: parks.names,
      unitNames: units.names,
      roles: invitations.roles,
      locale: invitations.locale,
      invitedBy: accounts.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .innerJoin(parks, eq(parks.id, invitations.parkId))
    .leftJoin(units, eq(units.id, invitations.unitId))
    .leftJoin(accounts, eq(accounts.id, invitations.invitedBy))
    .where(all ? undefined : eq(invitations.parkId, demandAccount(actor).parkId))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(500)
    .all();
  return rows.map(({ acceptedAt, revokedAt, email, ...line }) => ({
    ...line,
    email: email ?? '',
    state:
      acceptedAt !== null
        ? 'accepted'
        : revokedAt !== null
          ? 'revoked'
          : line.expiresAt <= input.at
            ? 'expired'
            : 'open',
  }));
}
