// Parks, their units and mail domains: public knowledge.
import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '~db/open.server';
import { type Localised, parkDomains, parks, units } from '~db/schema';

export type ParkLine = { id: number; slug: string; names: Localised; domains: string[] };
export type UnitLine = { id: number; slug: string; names: Localised };

/** All parks with the mail domains whose holders may sign up by themselves. */
export function listParks(db: Queryable): ParkLine[] {
  const domains = db.select().from(parkDomains).orderBy(asc(parkDomains.domain)).all();
  return db
    .select({ id: parks.id, slug: parks.slug, names: parks.names })
    .from(parks)
    .orderBy(asc(parks.id))
    .all()
    .map((park) => ({
      ...park,
      domains: domains.filter((each) => each.parkId === park.id).map((each) => each.domain),
    }));
}

/** The units of one park. */
export function listUnits(db: Queryable, input: { parkId: number }): UnitLine[] {
  return db
    .select({ id: units.id, slug: units.slug, names: units.names })
    .from(units)
    .where(eq(units.parkId, input.parkId))
    .orderBy(asc(units.id))
    .all();
}
