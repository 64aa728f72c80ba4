export {
  acceptFirstInvitation,
  acceptInvitation,
  joinByInvitation,
  joinFirst,
} from './accept-invitation.server';
export { changePassword } from './change-password.server';
export { changeLocale, changeProfile, changeSharing } from './change-profile.server';
export { hashPassword } from './check-password.server';
export { confirmSignUp, findSignUp } from './confirm-sign-up.server';
export { createFirstInvitation } from './create-first-invitation.server';
export { createInvitation } from './create-invitation.server';
export { createPark, createUnit, setParkDomains } from './create-park.server';
export { endSession, listSessions, signOut, signOutEverywhere } from './end-sessions.server';
export { findInvitation, type OpenInvitation } from './find-invitation.server';
export { keepForm, takeForm } from './keep-form.server';
export {
  beginSession,
  dropExpiredSessions,
  dropSession,
  dropSessionsOf,
  findActor,
  findSession,
  prolongSession,
} from './keep-sessions.server';
export { countAttempt, networkOf } from './limit-attempts.server';
export { listInvitations } from './list-invitations.server';
export { listParks, listUnits } from './list-parks.server';
export { listTimeZones } from './list-time-zones.server';
export { sha256 } from './make-token.server';
export { purgeExpired } from './purge-expired.server';
export { readSettings } from './read-settings.server';
export { requestSignUp } from './request-sign-up.server';
export { findReset, requestReset, resetPassword } from './reset-password.server';
export { revokeInvitation } from './revoke-invitation.server';
export { signIn } from './sign-in.server';
