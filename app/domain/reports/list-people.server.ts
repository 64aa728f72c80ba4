import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { type FoundEnrolment, findEnrolments, type Position } from './find-enrolments.server';
import { findScope, type Scope } from './find-scope.server';
import { type Names, readNames } from './read-names.server';
import { readProgress } from './read-progress.server';
import { smallestGroup } from './rules';
import type { People, PeopleQuery, Person } from './schema';
import { row, rows } from './statements.server';

const peoplePerPage = 50;

/**
 * Enrolments with the learner's name and progress, a page at a time: everyone of the own park, and of other parks who agreed to
 * be named. Throws `forbidden`.
 */
export function listPeople(
  db: Db,
  actor: Actor,
  input: { query: PeopleQuery; locale: Locale; size?: number },
): People {
  const { query, locale, size = peoplePerPage } = input;
  const scope = findScope(db, actor, 'person', query);
  const names = readNames(db, locale);
  const back = query.before !== undefined && query.after === undefined;
  const from = findPosition(db, scope, query, back ? query.before : query.after);
  const found = findEnrolments(db, scope, { ...query, back: back && from !== null, from, limit: size + 1 });
  const more = found.length > size;
  const page = found.slice(0, size);
  if (back && from) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    query,
    people: page.map((enrolment) => toPerson(db, enrolment, query, names)),
    next: last && (back && from ? true : more) ? keyOf(last, query) : null,
    previous: first && from && (back ? more : true) ? keyOf(first, query) : null,
    unnamed: countUnnamed(db, scope, query, names),
  };
}

/** The name is not part of the key: it would stand in the address of the next page. */
const keyOf = (enrolment: FoundEnrolment, query: PeopleQuery): string =>
  query.sort === 'name'
    ? `${enrolment.accountId}.${enrolment.courseId}`
    : `${enrolment.accountId}.${enrolment.courseId}.${enrolment.lastActivityAt}`;

/** Where a page begins; null for a key that names nobody the actor may see, which begins at the start. */
function findPosition(db: Db, scope: Scope, query: PeopleQuery, key: string | undefined): Position | null {
  const parts = /^(\d{1,15})\.(\d{1,15})(?:\.(\d{1,15}))?$/.exec(key ?? '');
  if (!parts) return null;
  const [accountId, courseId] = [Number(parts[1]), Number(parts[2])];
  if (query.sort === 'activity') return parts[3] ? { value: Number(parts[3]), accountId, courseId } : null;
  const named = row<{ name: string }>(
    db,
    'select name from accounts where id = ? and (park_id = coalesce(?, park_id) or shared_at is not null)',
    [accountId, scope.openPark],
  );
  return named ? { value: named.name, accountId, courseId } : null;
}

function toPerson(db: Db, enrolment: FoundEnrolment, query: PeopleQuery, names: Names): Person {
  const progress = readProgress(db, enrolment);
  return {
    key: keyOf(enrolment, query),
    name: enrolment.name,
    parkName: names.parks.get(enrolment.parkId)?.name ?? '',
    unitName: names.units.get(enrolment.unitId ?? 0)?.name ?? '',
    courseName: names.courses.get(enrolment.courseId)?.name ?? '',
    ...progress,
    lastActivityAt: enrolment.lastActivityAt,
    completedAt: enrolment.completedAt,
  };
}

/** Learners of other parks, in what was asked, whose names stay hidden. Counted for whole parks only, so that no two pages give a smaller group. */
function countUnnamed(db: Db, scope: Scope, query: PeopleQuery, names: Names): People['unnamed'] {
  if (!scope.otherParks || scope.openPark === null || scope.park === scope.openPark || query.search)
    return [];
  const inUnit = scope.unit === null ? '' : ' and unit_id = ?';
  const unit = scope.unit === null ? [] : [scope.unit];
  const parks = rows<{ parkId: number; unnamed: number }>(
    db,
    `select park_id as parkId, sum(learners - agreed) as unnamed from learner_counts
     where park_id <> ?${inUnit} group by park_id having sum(learners - agreed) > 0`,
    [scope.openPark, ...unit],
  );
  return parks.flatMap(({ parkId, unnamed }) => {
    if (scope.park !== null && scope.park !== parkId) return [];
    const parkName = names.parks.get(parkId)?.name ?? '';
    const whole = scope.unit === null && scope.course === null;
    if (whole) return [{ parkName, count: unnamed >= smallestGroup ? unnamed : null }];
    return scope.course === null || hasUnnamed(db, parkId, scope) ? [{ parkName, count: null }] : [];
  });
}

function hasUnnamed(db: Db, parkId: number, scope: Scope): boolean {
  return (
    row(
      db,
      `select 1 from enrolments e join accounts a on a.id = e.account_id
       where e.course_id = ? and a.park_id = ? and a.shared_at is null and coalesce(a.unit_id, 0) = coalesce(?, a.unit_id, 0) limit 1`,
      [scope.course, parkId, scope.unit],
    ) !== undefined
  );
}
