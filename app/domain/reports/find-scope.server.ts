// What of the asked part of the programme the actor may look at.
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { forbidden } from '../error';
import { demand, may } from '../identity/permissions';
import type { Filters } from './schema';
import { row } from './statements.server';

export type Scope = {
  /** The park whose people the actor may see without further condition; null: every park's. */
  openPark: number | null;
  /** Whether other parks may be seen at all, counts in groups of five and people who agreed. */
  otherParks: boolean;
  park: number | null;
  unit: number | null;
  course: number | null;
};

/** What no row has: a filter by something that is not there. */
const nothing = -1;

/**
 * Turns the filters into ids and holds them against what `actor` may see through `read:report`, `read:person` or `read:record`.
 * Throws `forbidden` for another park or its unit, and for one that does not exist, alike.
 */
export function findScope(
  db: Db,
  actor: Actor,
  subject: 'report' | 'person' | 'record',
  filters: Filters,
): Scope {
  demand(actor, `read:${subject}:own-park`);
  const openPark = actor.kind === 'account' ? actor.parkId : null;
  const otherParks = may(actor, `read:${subject}:any-park`);
  const park = idOf(db, 'select id from parks where slug = ?', filters.park);
  const unit = filters.unit ?? null;
  const course = idOf(db, 'select id from courses where slug = ?', filters.course);
  if (otherParks) return { openPark, otherParks, park, unit, course };

  if (park !== null && park !== openPark) throw forbidden();
  if (unit !== null && unit !== 0) {
    const owner = row<{ parkId: number }>(db, 'select park_id as parkId from units where id = ?', [unit]);
    if (owner?.parkId !== openPark) throw forbidden();
  }
  return { openPark, otherParks, park: openPark, unit, course };
}

function idOf(db: Db, sql: string, slug: string | undefined): number | null {
  if (slug === undefined) return null;
  return row<{ id: number }>(db, sql, [slug])?.id ?? nothing;
}
