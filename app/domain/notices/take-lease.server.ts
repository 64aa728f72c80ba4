// One holder at a time per job, so that two processes do not do one thing twice.
import { and, eq, lte, or } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import { leases } from '~db/schema';

/** Takes or renews the lease `name` for `holder` until `at + ms`; false while somebody else holds it. */
export function takeLease(db: Db, input: { name: string; holder: string; at: number; ms: number }): boolean {
  const { name, holder, at, ms } = input;
  const expiresAt = at + ms;
  const taken = db
    .insert(leases)
    .values({ name, holder, expiresAt })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, expiresAt },
      setWhere: or(eq(leases.holder, holder), lte(leases.expiresAt, at)),
    })
    .run();
  return taken.changes > 0;
}

/** Gives the lease back, if `holder` has it. */
export function yieldLease(db: Db, input: { name: string; holder: string }): void {
  db.delete(leases)
    .where(and(eq(leases.name, input.name), eq(leases.holder, input.holder)))
    .run();
}
