// Who may do what, as data. `action:entity:scope`; scopes own-park and any-park.
import type { AccountActor, Actor, Role } from '../actor';
import { forbidden } from '../error';

export const permissions = [
  'read:report:own-park',
  'read:report:any-park',
  'read:person:own-park',
  'read:person:any-park', // of another park: only people who agreed to be shown
  'invite:account:own-park',
  'invite:account:any-park',
  'manage:park:any-park',
  'publish:course:own-park',
  'publish:course:any-park',
  'read:record:own-park',
  'read:record:any-park', // of another park: only people who agreed to be shown
  'issue:record:own-park',
  'issue:record:any-park',
  'revoke:record:own-park',
  'revoke:record:any-park',
] as const;
export type Permission = (typeof permissions)[number];

export const matrix: Record<Role, readonly Permission[]> = {
  instructor: ['publish:course:own-park'],
  'park-administrator': [
    'read:report:own-park',
    'read:person:own-park',
    'invite:account:own-park',
    'read:record:own-park',
    'issue:record:own-park',
    'revoke:record:own-park',
  ],
  'programme-administrator': [
    'read:report:own-park',
    'read:report:any-park',
    'read:person:own-park',
    'read:person:any-park',
    'invite:account:own-park',
    'invite:account:any-park',
    'manage:park:any-park',
    'publish:course:own-park',
    'publish:course:any-park',
    'read:record:own-park',
    'read:record:any-park',
    'issue:record:own-park',
    'issue:record:any-park',
    'revoke:record:own-park',
    'revoke:record:any-park',
  ],
};

/** Whether `actor` holds `permission` through any role. The system holds all, the anonymous none. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'anonymous') return false;
  return actor.roles.some((role) => matrix[role].includes(permission));
}

/** Throws DomainError `forbidden` unless `actor` holds `permission`. */
export function demand(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw forbidden();
}

/** The account that asks. Throws DomainError `forbidden` for anyone who is not signed in. */
export function demandAccount(actor: Actor): AccountActor {
  if (actor.kind !== 'account') throw forbidden();
  return actor;
}

type InSomePark<P> = P extends `${infer Deed}:own-park` ? Deed : never;
/** A permission without its scope, such as `invite:account`. */
export type Deed = InSomePark<Permission>;

/** Whether `actor` may do `deed` in the park `parkId`: in any park, or in its own when it is that one. */
export function mayInPark(actor: Actor, deed: Deed, parkId: number): boolean {
  if (may(actor, `${deed}:any-park`)) return true;
  return actor.kind === 'account' && actor.parkId === parkId && may(actor, `${deed}:own-park`);
}

/** Throws DomainError `forbidden` unless `actor` may do `deed` in the park `parkId`. */
export function demandInPark(actor: Actor, deed: Deed, parkId: number): void {
  if (!mayInPark(actor, deed, parkId)) throw forbidden();
}
