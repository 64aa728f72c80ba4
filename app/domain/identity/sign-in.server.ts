import type { Db } from '~db/open.server';
import { checkPassword } from './check-password.server';
import { wrongCredentials } from './errors';
import { countAttempt, forgiveAttempt, networkOf } from './limit-attempts.server';

type Found = { id: number; passwordHash: string; disabledAt: number | null };

/**
 * The account that `email` and `password` open. An unknown address, a disabled account and a wrong password get the same answer
 * after the same work. `address`: the caller's network address. The session itself begins in `beginSession`.
 * Throws `wrong-credentials`, or `too-many-attempts` after 10 wrong for an account or 50 from an address in 15 minutes.
 */
export async function signIn(
  db: Db,
  input: { email: string; password: string; address: string },
): Promise<{ accountId: number }> {
  const network = networkOf(input.address);
  await countAttempt(db, 'sign-in-address', network);
  await countAttempt(db, 'sign-in-account', input.email);
  const found = db.$client
    .prepare<[string], Found>(
      'select id, password_hash as passwordHash, disabled_at as disabledAt from accounts where email = ?',
    )
    .get(input.email);
  const right = await checkPassword(found?.passwordHash ?? null, input.password);
  if (!found || !right || found.disabledAt !== null) throw wrongCredentials();
  await forgiveAttempt(db, 'sign-in-account', input.email, 'all');
  await forgiveAttempt(db, 'sign-in-address', network, 'one');
  return { accountId: found.id };
}
