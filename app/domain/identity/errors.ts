// Every refusal of identity that a person can be told about; the catalogues have a sentence for each code.
import { DomainError } from '../error';

export const wrongCredentials = () => new DomainError('wrong-credentials', 'invalid');
export const tooManyAttempts = (retryAfter: number) =>
  new DomainError('too-many-attempts', 'limited', { retryAfter });
export const alreadyAMember = () =>
  new DomainError('already-a-member', 'conflict', { fields: { email: 'already-a-member' } });
export const domainUnknown = () => new DomainError('domain-unknown', 'invalid');
export const invalidField = (field: string, code: string) =>
  new DomainError(code, 'invalid', { fields: { [field]: code } });
export const taken = (field: string, code: string) =>
  new DomainError(code, 'conflict', { fields: { [field]: code } });

/** Why a one-time link does nothing any more. */
export type DeadLink = 'used' | 'expired' | 'revoked' | 'unknown';
export const deadLink = (why: DeadLink) => new DomainError(`link-${why}`, 'gone');
