// Enrolments in order of name or last activity, a page at a time, quick at any depth and under any filter.
import type { Db } from '~db/open.server';
import type { Scope } from './find-scope.server';
import type { Direction, PeopleSort } from './schema';
import { row, rows } from './statements.server';

export type FoundEnrolment = {
  accountId: number;
  courseId: number;
  name: string;
  parkId: number;
  unitId: number | null;
  lastActivityAt: number;
  completedAt: number | null;
  renewalAt: number | null;
};

/** The enrolment next to which a page begins, and its value in the order: a name, or epoch milliseconds. */
export type Position = { value: string | number; accountId: number; courseId: number };

export type Search = {
  sort: PeopleSort;
  direction: Direction;
  search?: string | undefined;
  from: Position | null;
  /** Towards the beginning of the order: the rows before `from`, nearest first. */
  back: boolean;
  limit: number;
};

/** So many enrolments are sorted as quickly as an order is read; more are read in the order of an index. */
const sortable = 5000;
/** So few people are looked up one by one. */
const fewPeople = 500;

type Conditions = { sql: string; values: unknown[] };

export function findEnrolments(db: Db, scope: Scope, search: Search): FoundEnrolment[] {
  const people = peopleWhere(scope, search.search);
  const tables = chooseTables(db, scope, search, people);
  const [column, first] =
    search.sort === 'name' ? ['a.name collate nocase', 'a.id'] : ['e.last_activity_at', 'e.account_id'];
  const turned = (search.direction === 'desc') !== search.back;
  const order = turned ? 'desc' : 'asc';
  const compare = turned ? '<' : '>';
  const conditions: Conditions[] = [people];
  if (scope.course !== null) conditions.push({ sql: 'e.course_id = ?', values: [scope.course] });
  if (search.from) {
    const { value, accountId, courseId } = search.from;
    // The bound on the first column is what the index is entered by; the row value makes it exact.
    conditions.push({
      sql: `${column} ${compare}= ? and (${column}, ${first}, e.course_id) ${compare} (?, ?, ?)`,
      values: [value, value, accountId, courseId],
    });
  }
  const used = conditions.filter((condition) => condition.sql !== '');
  return rows<FoundEnrolment>(
    db,
    `select e.account_id as accountId, e.course_id as courseId, a.name, a.park_id as parkId, a.unit_id as unitId,
       e.last_activity_at as lastActivityAt, e.completed_at as completedAt, e.renewal_at as renewalAt
     from ${tables} ${used.length > 0 ? `where ${used.map((condition) => condition.sql).join(' and ')}` : ''}
     order by ${column} ${order}, ${first} ${order}, e.course_id ${order} limit ?`,
    [...used.flatMap((condition) => condition.values), search.limit],
  );
}

/** Which people the actor may see by name, and asked for. */
function peopleWhere(scope: Scope, search: string | undefined): Conditions {
  const sql: string[] = [];
  const values: unknown[] = [];
  if (scope.park !== null) {
    sql.push('a.park_id = ?');
    values.push(scope.park);
  }
  if (scope.openPark !== null && scope.park !== scope.openPark) {
    sql.push('(a.park_id = ? or a.shared_at is not null)');
    values.push(scope.openPark);
  }
  if (scope.unit !== null) {
    sql.push(scope.unit === 0 ? 'a.unit_id is null' : 'a.unit_id = ?');
    if (scope.unit !== 0) values.push(scope.unit);
  }
  if (search) {
    sql.push(`a.name like ? escape '\\'`);
    values.push(`%${search.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return { sql: sql.join(' and '), values };
}

const ofPeople = 'cross join enrolments e indexed by enrolments_account_course on e.account_id = a.id';
const toPeople = 'cross join accounts a on a.id = e.account_id';

/** The order in which tables are read. Where an index gives the order, reading stops with the page; see docs/decisions/0008. */
function chooseTables(db: Db, scope: Scope, search: Search, people: Conditions): string {
  if (scope.park !== null || scope.unit !== null || scope.course !== null) {
    const filters: [string, number | null][] = [
      ['park_id', scope.park],
      ['unit_id', scope.unit],
      ['course_id', scope.course],
    ];
    const used = filters.filter((filter): filter is [string, number] => filter[1] !== null);
    const counted = row<{ enrolments: number | null }>(
      db,
      `select sum(enrolments) as enrolments from enrolment_counts where ${used.map(([name]) => `${name} = ?`).join(' and ')}`,
      used.map(([, value]) => value),
    );
    if ((counted?.enrolments ?? 0) <= sortable) {
      if (scope.course !== null && scope.unit === null)
        return `enrolments e indexed by enrolments_course ${toPeople}`;
      if (scope.park !== null) return `accounts a indexed by accounts_park_unit ${ofPeople}`;
      return `accounts a indexed by accounts_name ${ofPeople}`;
    }
  }
  if (search.sort === 'name') return `accounts a indexed by accounts_name ${ofPeople}`;
  if (search.search || scope.park !== scope.openPark) {
    const counted = row<{ people: number }>(
      db,
      `select count(*) as people from (select 1 from accounts a indexed by accounts_name where ${people.sql || '1'} limit ?)`,
      [...people.values, fewPeople + 1],
    );
    if ((counted?.people ?? 0) <= fewPeople) return `accounts a indexed by accounts_name ${ofPeople}`;
  }
  return `enrolments e indexed by enrolments_activity ${toPeople}`;
}
