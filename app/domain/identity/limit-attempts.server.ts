// How often something may be tried. rate-limiter-flexible counts in the database's own table, so a restart forgets nothing.
import { isIPv6 } from 'node:net';
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import type { Db } from '~db/open.server';
import { tooManyAttempts } from './errors';
import { sha256 } from './make-token.server';

const minute = 60;
const hour = 60 * minute;
const limits = {
  /** Wrong passwords for one account. */
  'sign-in-account': { points: 10, duration: 15 * minute },
  /** Wrong passwords from one network address. */
  'sign-in-address': { points: 50, duration: 15 * minute },
  /** Mail to one recipient asked for by people who are not signed in. */
  'mail-recipient': { points: 5, duration: hour },
  /** The same from one network address; a whole office may share one. */
  'mail-address': { points: 50, duration: hour },
  /** Forms kept for people who are to sign in first, from one network address. */
  'kept-form-address': { points: 60, duration: hour },
  /** Documents verified by one network address: each may cost a while, and others may be asked for it. */
  'verify-address': { points: 120, duration: 15 * minute },
} as const;
export type Limit = keyof typeof limits;

const limitersOf = new WeakMap<Db, Record<Limit, RateLimiterSQLite>>();

function limiter(db: Db, limit: Limit): RateLimiterSQLite {
  let limiters = limitersOf.get(db);
  if (!limiters) {
    const made = Object.entries(limits).map(([keyPrefix, each]) => [
      keyPrefix,
      new RateLimiterSQLite({
        storeClient: db.$client,
        storeType: 'better-sqlite3',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix,
        ...each,
      }),
    ]);
    limiters = Object.fromEntries(made) as Record<Limit, RateLimiterSQLite>;
    limitersOf.set(db, limiters);
  }
  return limiters[limit];
}

/**
 * Counts one attempt by `subject` (an address; kept only as SHA-256) and throws `too-many-attempts` beyond the limit. Count before
 * the work, so that attempts sent all at once are counted too.
 */
export async function countAttempt(db: Db, limit: Limit, subject: string): Promise<void> {
  try {
    await limiter(db, limit).consume(sha256(subject));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooManyAttempts(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
  }
}

/** Takes back what `countAttempt` counted: the attempt was right after all. `all`: and every one before it. */
export async function forgiveAttempt(
  db: Db,
  limit: Limit,
  subject: string,
  how: 'one' | 'all',
): Promise<void> {
  if (how === 'all') await limiter(db, limit).delete(sha256(subject));
  else await limiter(db, limit).reward(sha256(subject));
}

/** What of a network address one caller cannot change at will: all of IPv4, the /64 of IPv6 (RFC 6177). */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const groups =
    tail === undefined
      ? before
      : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
