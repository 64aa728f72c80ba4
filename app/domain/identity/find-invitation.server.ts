import { eq } from 'drizzle-orm';
import type { Queryable } from '~db/open.server';
import { invitations, type Localised, parks } from '~db/schema';
import type { Role } from '../actor';
import { hasProgrammeAdministrator } from './create-first-invitation.server';
import type { DeadLink } from './errors';
import { listUnits, type UnitLine } from './list-parks.server';
import { sha256 } from './make-token.server';

export type OpenInvitation =
  | { state: 'open'; kind: 'first'; id: number; roles: Role[] }
  | {
      state: 'open';
      kind: 'park';
      id: number;
      email: string;
      park: { id: number; names: Localised };
      /** Null when the person is to choose among `units`. */
      unitId: number | null;
      units: UnitLine[];
      roles: Role[];
    };

/** What the link `/join/TOKEN` invites to at time `at`, or why it does nothing any more. */
export function findInvitation(
  db: Queryable,
  input: { token: string; at: number },
): OpenInvitation | { state: DeadLink } {
  const found = db
    .select({ invitation: invitations, park: { id: parks.id, names: parks.names } })
    .from(invitations)
    .leftJoin(parks, eq(parks.id, invitations.parkId))
    .where(eq(invitations.tokenHash, sha256(input.token)))
    .get();
  if (!found) return { state: 'unknown' };
  const { invitation, park } = found;
  if (invitation.acceptedAt !== null) return { state: 'used' };
  if (invitation.revokedAt !== null) return { state: 'revoked' };
  if (invitation.expiresAt <= input.at) return { state: 'expired' };
  const { id, email, unitId, roles } = invitation;
  if (park && email !== null)
    return {
      state: 'open',
      kind: 'park',
      id,
      email,
      park,
      unitId,
      units: listUnits(db, { parkId: park.id }),
      roles,
    };
  return hasProgrammeAdministrator(db) ? { state: 'used' } : { state: 'open', kind: 'first', id, roles };
}
