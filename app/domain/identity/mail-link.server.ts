// The single-use links sent by mail for confirming a sign-up and resetting a password.
import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '~db/open.server';
import { mailTokens } from '~db/schema';
import type { DeadLink } from './errors';
import { makeToken, sha256 } from './make-token.server';
import { linkLife } from './rules';

export type Purpose = 'sign-up' | 'reset';
type Link = { purpose: Purpose; email: string; accountId: number | null; at: number };

/** Keeps a new link and makes the ones before it worthless. Returns its token. */
export function addLink(tx: Queryable, link: Link): string {
  spendLinks(tx, link);
  const { token, tokenHash } = makeToken();
  tx.insert(mailTokens)
    .values({ ...link, tokenHash, createdAt: link.at, expiresAt: link.at + linkLife[link.purpose] })
    .run();
  return token;
}

/** Makes every open link of one purpose and address worthless. */
export function spendLinks(tx: Queryable, link: Omit<Link, 'accountId'>): void {
  const { purpose, email, at } = link;
  tx.update(mailTokens)
    .set({ usedAt: at })
    .where(and(eq(mailTokens.purpose, purpose), eq(mailTokens.email, email), isNull(mailTokens.usedAt)))
    .run();
}

/** Whom an open link belongs to, or why it does nothing any more. */
export function findLink(
  db: Queryable,
  input: { purpose: Purpose; token: string; at: number },
): { state: 'open'; email: string; accountId: number | null } | { state: DeadLink } {
  const found = db
    .select()
    .from(mailTokens)
    .where(and(eq(mailTokens.tokenHash, sha256(input.token)), eq(mailTokens.purpose, input.purpose)))
    .get();
  if (!found) return { state: 'unknown' };
  if (found.usedAt !== null) return { state: 'used' };
  if (found.expiresAt <= input.at) return { state: 'expired' };
  return { state: 'open', email: found.email, accountId: found.accountId };
}
