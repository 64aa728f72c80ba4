import { and, asc, eq, max } from 'drizzle-orm';
import type { Queryable } from '~db/open.server';
import { logEntries } from '~db/schema';
import { hashOf } from './append-entry.server';
import { rootOver, subtreesOf } from './tree';

/** How many entries the log has. */
export function logSize(db: Queryable): number {
  const last = db
    .select({ position: max(logEntries.position) })
    .from(logEntries)
    .get();
  return last?.position == null ? 0 : last.position + 1;
}

/** The root of the log's first `size` entries (RFC 9162 §2.1.1), from the stored subtrees. */
export const rootOf = (db: Queryable, size: number): Buffer =>
  rootOver(subtreesOf(size).map(({ level, position }) => hashOf(db, level, position)));

/** When the log took in the issue of the signed form of that digest (epoch milliseconds); null where it never did. */
export function loggedAt(db: Queryable, digest: string): number | null {
  const entry = db
    .select({ at: logEntries.at })
    .from(logEntries)
    .where(and(eq(logEntries.digest, digest), eq(logEntries.event, 'issued')))
    .orderBy(asc(logEntries.position))
    .limit(1)
    .get();
  return entry?.at ?? null;
}
