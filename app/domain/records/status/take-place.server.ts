import { randomInt } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '~db/open.server';
import { records, statusLists } from '~db/schema';
import { listSize } from './addresses';

/** From so many on a new list is begun, so that a free place is found in a few tries. */
const full = listSize * 0.75;

/** Takes a random free place for a new record (Bitstring Status List §5.1: indexes do not tell who came when). In an immediate transaction. */
export function takePlace(tx: Queryable): { statusList: number; statusIndex: number } {
  const newest = tx.select().from(statusLists).orderBy(desc(statusLists.number)).limit(1).get();
  const statusList = newest && newest.taken < full ? newest.number : (newest?.number ?? -1) + 1;
  if (statusList === newest?.number) {
    tx.update(statusLists)
      .set({ taken: sql`${statusLists.taken} + 1` })
      .where(eq(statusLists.number, statusList))
      .run();
  } else tx.insert(statusLists).values({ number: statusList, taken: 1 }).run();
  for (;;) {
    const statusIndex = randomInt(listSize);
    const taken = tx
      .select({ id: records.id })
      .from(records)
      .where(and(eq(records.statusList, statusList), eq(records.statusIndex, statusIndex)))
      .get();
    if (!taken) return { statusList, statusIndex };
  }
}
