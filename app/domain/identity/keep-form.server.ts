// What a signed-out person had typed when they were asked to sign in, given back to them once.
import { and, eq, gt } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { keptForms } from '~db/schema';
import { DomainError } from '../error';
import { countAttempt, networkOf } from './limit-attempts.server';
import { makeToken, sha256 } from './make-token.server';

const largest = 64 * 1024;
const life = 60 * 60 * 1000;

/**
 * Keeps a form's text fields for one hour; passwords never. `action`: the path the form was sent to. `address`: the caller's network
 * address. Returns the token that gives them back, or null when there is nothing to keep, more than 64 kB of it, or more than the
 * 60 forms an hour that are kept for one network: anyone at all can send one.
 */
export async function keepForm(
  db: Db,
  input: { action: string; fields: [string, string][]; address: string; at: number },
): Promise<string | null> {
  const fields = input.fields.filter(([name]) => !/password/i.test(name));
  if (fields.length === 0 || Buffer.byteLength(JSON.stringify(fields)) > largest) return null;
  try {
    await countAttempt(db, 'kept-form-address', networkOf(input.address));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
  const { token, tokenHash } = makeToken();
  db.insert(keptForms)
    .values({ tokenHash, action: input.action, fields, createdAt: input.at, expiresAt: input.at + life })
    .run();
  return token;
}

/** The form kept under `token`, which is then gone; null when there is none or its hour is over. */
export function takeForm(
  db: Db,
  token: string,
  at: number,
): { action: string; fields: [string, string][] } | null {
  const taken = db
    .delete(keptForms)
    .where(and(eq(keptForms.tokenHash, sha256(token)), gt(keptForms.expiresAt, at)))
    .returning({ action: keptForms.action, fields: keptForms.fields })
    .get();
  return taken ?? null;
}
