import { lte } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { keptForms, mailTokens, rateLimits } from '~db/schema';
import { dropExpiredSessions } from './keep-sessions.server';

const week = 7 * 24 * 60 * 60 * 1000;

/** Clears away sessions, kept forms and counters that are over. Links stay a week longer, to say that they expired. */
export function purgeExpired(db: Db, input: { at: number }): void {
  db.transaction(
    (tx) => {
      dropExpiredSessions(tx, input.at);
      tx.delete(keptForms).where(lte(keptForms.expiresAt, input.at)).run();
      tx.delete(mailTokens)
        .where(lte(mailTokens.expiresAt, input.at - week))
        .run();
      tx.delete(rateLimits).where(lte(rateLimits.expire, input.at)).run();
    },
    { behavior: 'immediate' },
  );
}
