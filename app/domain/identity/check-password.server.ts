// Passwords at rest: argon2id with the OWASP cheat sheet's parameters (19 MiB, 2 passes, 1 lane).
import { hash, verify } from '@node-rs/argon2';
import { invalidField } from './errors';
import { passwordProblem } from './rules';

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The hash of a password nobody has, checked when there is no account, so that both answers cost the same work.
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$76owy90uC7eHPpIi5v9v/Q$nbH7Mg1BKFCI+aHQOY4zBzA2KZe+CcTQi51JVj0UUzA';

/** The PHC string to keep for `password`. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), parameters);

/**
 * Whether `password` is the one `kept` was made of. Does the same work for what no password opens: null, or anything that is not
 * such a string.
 */
export async function checkPassword(kept: string | null, password: string): Promise<boolean> {
  const real = kept?.startsWith('$argon2id$') ? kept : null;
  const right = await verify(real ?? nobodys, password.normalize('NFKC'));
  return right && real !== null;
}

/** Throws `invalid` on `field` when `password` is easily guessed. */
export function refuseEasyPassword(
  field: string,
  password: string,
  person: { email: string; name: string },
): void {
  const problem = passwordProblem(password, person);
  if (problem) throw invalidField(field, problem);
}
