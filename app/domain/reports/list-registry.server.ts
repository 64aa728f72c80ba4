import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { notFound } from '../error';
import { stateOf } from '../records/rules';
import { findScope, type Scope } from './find-scope.server';
import { readNames } from './read-names.server';
import { startOfDay } from './rules';
import type { Registry, RegistryQuery, RegistryRow, RegistryState } from './schema';
import { rows } from './statements.server';

type Row = {
  id: string;
  holder: string;
  named: number;
  parkId: number;
  courseId: number;
  edition: number;
  locale: Locale;
  completedAt: number;
  issuedAt: number;
  validUntil: number | null;
  revokedAt: number | null;
  reason: string | null;
  replacedBy: string | null;
  replacedFor: 'correction' | 'renewal' | null;
};
type Conditions = { sql: string; values: unknown[] }[];

const recordsPerPage = 50;
const recordNumber = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Input = { query: RegistryQuery; locale: Locale; timeZone: string; at: number; size?: number };

/**
 * Completion records, the newest first, a page at a time: of everyone of the own park, and of people of other parks who agreed to be
 * named. Whoever may look into every park also finds any record by its number, without the name of who has not agreed. `at`: epoch
 * milliseconds, since time makes records expire. Throws `forbidden`.
 */
export function listRegistry(db: Db, actor: Actor, input: Input): Registry {
  const { query, locale, at, size = recordsPerPage } = input;
  const scope = findScope(db, actor, 'record', query);
  const found = findRecords(db, scope, conditionsOf(scope, input), size + 1);
  const names = readNames(db, locale);
  const page = found.slice(0, size);
  const last = page.at(-1);
  return {
    query,
    records: page.map((row) => toRegistryRow(row, names, at)),
    next: found.length > size && last ? `${last.issuedAt}.${last.id}` : null,
  };
}

/** The one record of that number, as the registry has it. Throws `forbidden`, and `not-found` where the actor may look everywhere. */
export function findInRegistry(
  db: Db,
  actor: Actor,
  input: Omit<Input, 'query' | 'size'> & { id: string },
): RegistryRow {
  const query = { search: input.id } as RegistryQuery;
  const [record] = listRegistry(db, actor, { ...input, query }).records;
  if (record?.id !== input.id) throw notFound();
  return record;
}

function findRecords(db: Db, scope: Scope, conditions: Conditions, limit: number): Row[] {
  const { openPark } = scope;
  return rows<Row>(
    db,
    `select r.id, r.holder, a.park_id = coalesce(?, a.park_id) or a.shared_at is not null as named, a.park_id as parkId,
       r.course_id as courseId, e.number as edition, r.locale, r.completed_at as completedAt, r.issued_at as issuedAt,
       r.valid_until as validUntil, r.revoked_at as revokedAt, r.revoked_reason as reason, r.replaced_by as replacedBy,
       r.replaced_for as replacedFor
     from records r cross join accounts a on a.id = r.account_id cross join editions e on e.id = r.edition_id
     where ${['true', ...conditions.map(({ sql }) => sql)].join(' and ')}
     order by r.issued_at desc, r.id desc limit ?`,
    [openPark, ...conditions.flatMap(({ values }) => values), limit],
  );
}

function conditionsOf(scope: Scope, { query, timeZone, at }: Input): Conditions {
  const conditions: Conditions = [];
  const add = (sql: string, ...values: unknown[]) => conditions.push({ sql, values });
  const byNumber = query.search !== undefined && recordNumber.test(query.search);
  if (scope.park !== null) add('a.park_id = ?', scope.park);
  if (scope.openPark !== null && scope.park !== scope.openPark && !(byNumber && scope.otherParks)) {
    add('(a.park_id = ? or a.shared_at is not null)', scope.openPark);
  }
  if (scope.course !== null) add('r.course_id = ?', scope.course);
  if (byNumber) add('r.id = ?', query.search);
  else if (query.search !== undefined) {
    add(`r.holder like ? escape '\\'`, `%${query.search.replace(/[\\%_]/g, '\\$&')}%`);
  }
  if (query.from !== undefined) add('r.issued_at >= ?', startOfDay(query.from, timeZone));
  if (query.to !== undefined) add('r.issued_at < ?', startOfDay(query.to, timeZone, 1));
  if (query.state !== undefined) addState(add, query.state, at);
  const from = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(query.after ?? '');
  if (from)
    add('r.issued_at <= ? and (r.issued_at, r.id) < (?, ?)', Number(from[1]), Number(from[1]), from[2]);
  return conditions;
}

/** The same states as `toRegistryRow` gives. */
function addState(add: (sql: string, ...values: unknown[]) => void, state: RegistryState, at: number): void {
  if (state === 'replaced') return void add(`r.replaced_for = 'correction'`);
  if (state === 'renewed') return void add(`r.replaced_for = 'renewal' and r.revoked_at is null`);
  if (state === 'revoked') {
    return void add(`r.revoked_at is not null and r.replaced_for is not 'correction'`);
  }
  add('r.revoked_at is null and r.replaced_by is null');
  if (state === 'expired') add('r.valid_until < ?', at);
  else add('(r.valid_until is null or r.valid_until >= ?)', at);
}

function toRegistryRow(row: Row, names: ReturnType<typeof readNames>, at: number): RegistryRow {
  const state = stateOf(row, at);
  const { id, edition, locale, completedAt, issuedAt, validUntil, reason, replacedBy } = row;
  return {
    id,
    holder: row.named ? row.holder : null,
    parkName: names.parks.get(row.parkId)?.name ?? '',
    courseName: names.courses.get(row.courseId)?.name ?? '',
    edition,
    locale,
    completedAt,
    issuedAt,
    validUntil,
    state: row.replacedFor === 'renewal' && state !== 'revoked' ? 'renewed' : state,
    reason: row.revokedAt === null ? null : reason,
    replacedBy,
  };
}
