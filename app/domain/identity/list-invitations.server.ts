import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { accounts, invitations, type Localised, parks, units } from '~db/schema';
import type { Actor, Role } from '../actor';
import { demand, demandAccount, may } from './permissions';
import type { InvitationState } from './schema';

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
  state: InvitationState;
};

export type InvitationList = {
  /** The page's, newest first. */
  lines: InvitationLine[];
  /** How many there are of each state, on all pages. */
  counts: Record<InvitationState, number>;
  /** From 1; the last one where a later page was asked for. */
  page: number;
  pages: number;
};

const pageSize = 25;

/**
 * A page of the invitations the actor may see, all or those into its own park, in `state` where that is given; how they stand at
 * time `at`. Throws `forbidden`.
 */
export function listInvitations(
  db: Db,
  actor: Actor,
  input: { state?: InvitationState | undefined; page?: number | undefined; at: number },
): InvitationList {
  demand(actor, 'invite:account:own-park');
  const all = may(actor, 'invite:account:any-park');
  const own = all ? undefined : eq(invitations.parkId, demandAccount(actor).parkId);
  const { acceptedAt, revokedAt, expiresAt } = invitations;
  const state = sql<InvitationState>`case when ${acceptedAt} is not null then 'accepted' when ${revokedAt} is not null then 'revoked'
    when ${expiresAt} <= ${input.at} then 'expired' else 'open' end`;
  return db.transaction((tx) => {
    const counts = { open: 0, accepted: 0, expired: 0, revoked: 0 };
    // Joined as the lines are: the first administrator's has no park, and is in no list.
    for (const each of tx
      .select({ state, count: count() })
      .from(invitations)
      .innerJoin(parks, eq(parks.id, invitations.parkId))
      .where(own)
      .groupBy(state)
      .all())
      counts[each.state] = each.count;
    const found = input.state
      ? counts[input.state]
      : Object.values(counts).reduce((sum, each) => sum + each, 0);
    const pages = Math.max(1, Math.ceil(found / pageSize));
    const page = Math.min(input.page ?? 1, pages);
    const lines = tx
      .select({
        id: invitations.id,
        email: sql<string>`coalesce(${invitations.email}, '')`,
        parkId: parks.id,
        parkNames: parks.names,
        unitNames: units.names,
        roles: invitations.roles,
        locale: invitations.locale,
        invitedBy: accounts.name,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        state,
      })
      .from(invitations)
      .innerJoin(parks, eq(parks.id, invitations.parkId))
      .leftJoin(units, eq(units.id, invitations.unitId))
      .leftJoin(accounts, eq(accounts.id, invitations.invitedBy))
      .where(and(own, input.state && eq(state, input.state)))
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .all();
    return { lines, counts, page, pages };
  });
}
