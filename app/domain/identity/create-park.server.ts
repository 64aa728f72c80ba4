// Parks, units and mail domains, kept by programme administrators.
import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Db, Queryable } from '~db/open.server';
import { type Localised, parkDomains, parks, units } from '~db/schema';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { invalidField, taken } from './errors';
import { demand } from './permissions';

type NewPark = { slug: string; names: Localised; domains: string[]; at: number };

/** Adds a park. Throws `forbidden`, `slug-taken`, `domain-taken`. */
export function createPark(db: Db, actor: Actor, input: NewPark): { parkId: number } {
  demand(actor, 'manage:park:any-park');
  return db.transaction(
    (tx) => {
      const parkId = insertPark(tx, input);
      writeEntry(tx, actor, {
        action: 'park.created',
        entity: 'park',
        entityId: parkId,
        detail: { slug: input.slug },
        at: input.at,
      });
      return { parkId };
    },
    { behavior: 'immediate' },
  );
}

/** The rows of a new park, for the commands that are allowed to make one; they write the audit entry. */
export function insertPark(tx: Queryable, park: NewPark): number {
  const { slug, names, domains, at } = park;
  if (tx.select({ id: parks.id }).from(parks).where(eq(parks.slug, slug)).get())
    throw taken('slug', 'slug-taken');
  const { id } = tx.insert(parks).values({ slug, names, createdAt: at }).returning({ id: parks.id }).get();
  replaceDomains(tx, id, domains);
  return id;
}

/** Adds a unit to a park. Throws `forbidden`, `park-unknown`, `slug-taken`. */
export function createUnit(
  db: Db,
  actor: Actor,
  input: { parkId: number; slug: string; names: Localised; at: number },
): { unitId: number } {
  demand(actor, 'manage:park:any-park');
  const { parkId, slug, names, at } = input;
  return db.transaction(
    (tx) => {
      demandPark(tx, parkId);
      const same = tx
        .select({ id: units.id })
        .from(units)
        .where(and(eq(units.parkId, parkId), eq(units.slug, slug)))
        .get();
      if (same) throw taken('slug', 'slug-taken');
      const { id } = tx
        .insert(units)
        .values({ parkId, slug, names, createdAt: at })
        .returning({ id: units.id })
        .get();
      writeEntry(tx, actor, {
        action: 'unit.created',
        entity: 'unit',
        entityId: id,
        detail: { parkId, slug },
        at,
      });
      return { unitId: id };
    },
    { behavior: 'immediate' },
  );
}

/** Replaces the mail domains whose holders may sign up into a park. Throws `forbidden`, `park-unknown`, `domain-taken`. */
export function setParkDomains(
  db: Db,
  actor: Actor,
  input: { parkId: number; domains: string[]; at: number },
): void {
  demand(actor, 'manage:park:any-park');
  const { parkId, domains, at } = input;
  db.transaction(
    (tx) => {
      demandPark(tx, parkId);
      replaceDomains(tx, parkId, domains);
      writeEntry(tx, actor, {
        action: 'park.domains-set',
        entity: 'park',
        entityId: parkId,
        detail: { domains },
        at,
      });
    },
    { behavior: 'immediate' },
  );
}

function demandPark(tx: Queryable, parkId: number): void {
  if (!tx.select({ id: parks.id }).from(parks).where(eq(parks.id, parkId)).get())
    throw invalidField('parkId', 'park-unknown');
}

function replaceDomains(tx: Queryable, parkId: number, domains: string[]): void {
  tx.delete(parkDomains).where(eq(parkDomains.parkId, parkId)).run();
  if (domains.length === 0) return;
  const others = tx
    .select({ domain: parkDomains.domain })
    .from(parkDomains)
    .where(and(inArray(parkDomains.domain, domains), ne(parkDomains.parkId, parkId)))
    .get();
  if (others) throw taken('domains', 'domain-taken');
  tx.insert(parkDomains)
    .values([...new Set(domains)].map((domain) => ({ domain, parkId })))
    .run();
}
