import { and, eq, ne } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { accounts, sessions } from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { forbidden } from '../error';
import { queueMail } from '../notices/index.server';
import { checkPassword, hashPassword, refuseEasyPassword } from './check-password.server';
import { invalidField } from './errors';
import { countAttempt, forgiveAttempt } from './limit-attempts.server';
import { spendLinks } from './mail-link.server';
import { demandAccount } from './permissions';

/**
 * Sets a new password, ends the account's other sessions and says so by mail. `sessionIdHash`: the session to keep.
 * Throws `forbidden`, `password-wrong`, `password-common`, `password-personal`, `too-many-attempts`.
 */
export async function changePassword(
  db: Db,
  actor: Actor,
  input: { currentPassword: string; newPassword: string; sessionIdHash: string | null; at: number },
): Promise<void> {
  const account = demandAccount(actor);
  // Guessing here counts as guessing at the sign-in page: a borrowed session must not be worth more.
  await countAttempt(db, 'sign-in-account', account.email);
  const kept = db.select().from(accounts).where(eq(accounts.id, account.id)).get();
  if (!kept || kept.disabledAt !== null) throw forbidden();
  if (!(await checkPassword(kept.passwordHash, input.currentPassword)))
    throw invalidField('currentPassword', 'password-wrong');
  await forgiveAttempt(db, 'sign-in-account', account.email, 'all');
  refuseEasyPassword('newPassword', input.newPassword, account);
  const passwordHash = await hashPassword(input.newPassword);
  db.transaction(
    (tx) => {
      // Two changes at once: the second one's "current" is no longer current.
      const changed = tx
        .update(accounts)
        .set({ passwordHash })
        .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, kept.passwordHash)))
        .run();
      if (changed.changes === 0) throw invalidField('currentPassword', 'password-wrong');
      tx.delete(sessions)
        .where(and(eq(sessions.accountId, account.id), ne(sessions.idHash, input.sessionIdHash ?? '')))
        .run();
      spendLinks(tx, { purpose: 'reset', email: account.email, at: input.at });
      queueMail(tx, {
        recipient: account.email,
        locale: account.locale,
        template: 'password-changed',
        values: {},
        at: input.at,
      });
      writeEntry(tx, actor, {
        action: 'password.changed',
        entity: 'account',
        entityId: account.id,
        at: input.at,
      });
    },
    { behavior: 'immediate' },
  );
}
