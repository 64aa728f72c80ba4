// What this domain refuses, by name.
import { DomainError } from '../error';

/** The issuer's key cannot be used as it is; the message says what to do and is meant for the operator. */
export class KeysUnusable extends Error {
  override name = 'KeysUnusable';
}

export const alreadyRevoked = () => new DomainError('record-already-revoked', 'conflict');
export const notRevoked = () => new DomainError('record-not-revoked', 'conflict');
/** Another record has taken its place: what is asked is to be asked of that one. */
export const alreadyReplaced = () => new DomainError('record-replaced', 'conflict');
/** The name on it is the one that it is to be corrected to. */
export const nameUnchanged = () =>
  new DomainError('record-name-unchanged', 'invalid', { fields: { name: 'record-name-unchanged' } });
/** It does not expire, or not so soon. */
export const notRenewable = () => new DomainError('record-not-renewable', 'conflict');
/** The log has no such entries. */
export const badRange = () => new DomainError('log-range', 'invalid');
/** The log is not what it was when a head of it was signed: nothing more is signed until that is cleared up. */
export const logBroken = () => new DomainError('log-broken', 'conflict');
