// The outbox as the mail job sees it: what is due, and what became of it.
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { outbox } from '~db/schema';

export type Mail = typeof outbox.$inferSelect;

/** Waits before each further attempt, in milliseconds; when they are used up, the mail is given up (about a day and a half later). */
const waits = [30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000, 2 * 3_600_000, 6 * 3_600_000, 24 * 3_600_000];

// `attempts` of a mail nobody will try again.
const givenUp = 1000;

/** Mail to send now, oldest first, at most `limit`. */
export function dueMail(db: Db, input: { at: number; limit: number }): Mail[] {
  return db
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), lte(outbox.dueAt, input.at), sql`${outbox.attempts} < ${givenUp}`))
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(input.limit)
    .all();
}

/** The mail left; its values go, since they hold one-time links. */
export function markSent(db: Db, input: { id: number; at: number }): void {
  db.update(outbox)
    .set({ sentAt: input.at, values: {}, lastError: null, attempts: sql`${outbox.attempts} + 1` })
    .where(eq(outbox.id, input.id))
    .run();
}

/** The mail did not leave: it is due again later. `reason` names no person. Returns when, or null when it is given up. */
export function markFailed(
  db: Db,
  input: { id: number; attempts: number; reason: string; at: number },
): number | null {
  const wait = waits[input.attempts];
  if (wait === undefined) {
    giveUpMail(db, input);
    return null;
  }
  const dueAt = input.at + wait;
  db.update(outbox)
    .set({ dueAt, lastError: input.reason, attempts: input.attempts + 1 })
    .where(eq(outbox.id, input.id))
    .run();
  return dueAt;
}

/** Nobody will try this mail again, and its values go. */
function giveUpMail(db: Db, input: { id: number; reason: string }): void {
  db.update(outbox)
    .set({ values: {}, lastError: input.reason, attempts: givenUp })
    .where(eq(outbox.id, input.id))
    .run();
}
