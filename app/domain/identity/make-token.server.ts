// One-time secrets: 256 random bits for the person, their SHA-256 for the database.
import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 in hex of any secret or of what a rate limit counts by. */
export const sha256 = (value: string): string => createHash('sha256').update(value).digest('hex');

export function makeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: sha256(token) };
}
