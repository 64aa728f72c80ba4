import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { findScope } from './find-scope.server';
import { readNames } from './read-names.server';
import { compareIn } from './rules';
import type { Choices, Filters } from './schema';

/**
 * What the filters offer: parks the actor may look at, units of these (of the chosen park when one is chosen), all courses;
 * by name in `locale`. Throws `forbidden`.
 */
export function listChoices(
  db: Db,
  actor: Actor,
  input: { subject: 'report' | 'person' | 'record'; filters: Filters; locale: Locale },
): Choices {
  const scope = findScope(db, actor, input.subject, input.filters);
  const names = readNames(db, input.locale);
  const compare = compareIn(input.locale);
  const byName = (a: { name: string }, b: { name: string }) => compare(a.name, b.name);
  const parks = [...names.parks.values()].filter((park) => scope.otherParks || park.id === scope.openPark);
  const shown = new Map(parks.map((park) => [park.id, park.name]));
  const units = [...names.units.values()].flatMap((unit) => {
    const parkName = shown.get(unit.parkId);
    if (parkName === undefined || (scope.park !== null && unit.parkId !== scope.park)) return [];
    return [{ ...unit, parkName }];
  });
  return {
    parks: parks.sort(byName),
    units: units.sort((a, b) => compare(a.parkName, b.parkName) || byName(a, b)),
    courses: [...names.courses.values()].sort(byName),
  };
}
