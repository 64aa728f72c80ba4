// What this domain refuses, by name.
import { DomainError } from '../error';

/** The issuer's key cannot be used as it is; the message says what to do and is meant for the operator. */
export class KeysUnusable extends Error {
  override name = 'KeysUnusable';
}

export const alreadyRevoked = () => new DomainError('record-already-revoked', 'conflict');
