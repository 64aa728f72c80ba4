// A forgotten password: asking for a link by mail, and setting a new password by it.
import { eq } from 'drizzle-orm';
import type { Db, Queryable } from '~db/open.server';
import { accounts } from '~db/schema';
import { anonymous } from '../actor';
import { writeEntry } from '../audit/index.server';
import { queueMail } from '../notices/index.server';
import { hashPassword, refuseEasyPassword } from './check-password.server';
import { type DeadLink, deadLink } from './errors';
import { dropSessionsOf, findActor } from './keep-sessions.server';
import { countAttempt, forgiveAttempt, networkOf } from './limit-attempts.server';
import { addLink, findLink, spendLinks } from './mail-link.server';

/**
 * Mails a link, good for one hour, that sets a new password. Whether the address has an account shows neither in the answer nor in
 * its time. `address`: the caller's network address. Throws `too-many-attempts`.
 */
export async function requestReset(
  db: Db,
  input: { email: string; address: string; at: number },
): Promise<void> {
  const { email, at } = input;
  await countAttempt(db, 'mail-address', networkOf(input.address));
  await countAttempt(db, 'mail-recipient', email);
  db.transaction(
    (tx) => {
      const account = tx.select().from(accounts).where(eq(accounts.email, email)).get();
      const known = account && account.disabledAt === null ? account : undefined;
      // A link for nobody costs the same write; its token is given to no one and it names no one.
      const token = addLink(tx, {
        purpose: 'reset',
        email: known ? email : '',
        accountId: known?.id ?? null,
        at,
      });
      if (!known) return;
      queueMail(tx, {
        recipient: email,
        locale: known.locale,
        template: 'reset-password',
        values: { path: `/reset/${token}` },
        at,
      });
      writeEntry(tx, anonymous, { action: 'reset.requested', entity: 'account', entityId: known.id, at });
    },
    { behavior: 'immediate' },
  );
}

/** Whose password the link `/reset/TOKEN` sets, or why it does nothing any more. */
export function findReset(
  db: Queryable,
  input: { token: string; at: number },
): { state: 'open'; email: string; accountId: number; name: string } | { state: DeadLink } {
  const link = findLink(db, { ...input, purpose: 'reset' });
  if (link.state !== 'open') return link;
  const account =
    link.accountId === null
      ? undefined
      : db.select().from(accounts).where(eq(accounts.id, link.accountId)).get();
  if (!account) return { state: 'unknown' };
  if (account.disabledAt !== null) return { state: 'revoked' };
  return { state: 'open', email: account.email, accountId: account.id, name: account.name };
}

/**
 * Sets a new password, ends all of the account's sessions and says so by mail; the link is used up. Throws `link-used`,
 * `link-expired`, `link-revoked`, `link-unknown`, `password-common`, `password-personal`.
 */
export async function resetPassword(
  db: Db,
  input: { token: string; password: string; at: number },
): Promise<void> {
  const found = openReset(db, input);
  refuseEasyPassword('password', input.password, found);
  const { accountId, email } = found;
  const passwordHash = await hashPassword(input.password);
  db.transaction(
    (tx) => {
      openReset(tx, input);
      const actor = findActor(db, accountId);
      if (!actor) throw deadLink('revoked');
      tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId)).run();
      spendLinks(tx, { purpose: 'reset', email, at: input.at });
      dropSessionsOf(tx, accountId);
      queueMail(tx, {
        recipient: email,
        locale: actor.locale,
        template: 'password-changed',
        values: {},
        at: input.at,
      });
      writeEntry(tx, actor, {
        action: 'password.reset',
        entity: 'account',
        entityId: accountId,
        at: input.at,
      });
    },
    { behavior: 'immediate' },
  );
  // Whoever holds the mailbox has proved more than the guesses that locked the account.
  await forgiveAttempt(db, 'sign-in-account', email, 'all');
}

function openReset(db: Queryable, input: { token: string; at: number }) {
  const found = findReset(db, input);
  if (found.state !== 'open') throw deadLink(found.state);
  return found;
}
