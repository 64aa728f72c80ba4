// The names that reports show, in the reader's language.

import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { listCurrentEditions } from '../courses/index.server';
import type { CourseName, ParkName, UnitName } from './schema';
import { rows } from './statements.server';

export type Names = {
  parks: Map<number, ParkName>;
  units: Map<number, UnitName>;
  courses: Map<number, CourseName>;
};

/** All parks, units and courses that have an edition, named in `locale`; each kind read when it is first asked for. */
export function readNames(db: Db, locale: Locale): Names {
  const inLocale = `$."${locale}"`;
  return {
    get parks() {
      const parks = rows<ParkName>(db, 'select id, slug, names ->> ? as name from parks', [inLocale]);
      return remember(this, 'parks', parks);
    },
    get units() {
      const sql = 'select id, park_id as parkId, names ->> ? as name from units';
      return remember(this, 'units', rows<UnitName>(db, sql, [inLocale]));
    },
    get courses() {
      const courses = listCurrentEditions(db).map((edition) => ({
        id: edition.courseId,
        slug: edition.slug,
        name: edition.titles[locale],
      }));
      return remember(this, 'courses', courses);
    },
  };
}

/** Puts the named, by id, in the getter's place. */
function remember<Named extends { id: number }>(
  names: Names,
  kind: keyof Names,
  named: Named[],
): Map<number, Named> {
  const value = new Map(named.map((one) => [one.id, one]));
  Object.defineProperty(names, kind, { value });
  return value;
}
