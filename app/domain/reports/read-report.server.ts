import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { findScope, type Scope } from './find-scope.server';
import { type Names, readNames } from './read-names.server';
import { readOtherParks } from './read-other-parks.server';
import { sortRows } from './rules';
import type { Numbers, Report, ReportQuery, ReportRow } from './schema';
import { rows } from './statements.server';

type Group = { parkId: number | null; unitId: number | null; courseId: number | null };
type Line = Numbers & Group & { hidden: boolean };
type Counted = Group & { enrolments: number; completed: number; lastActivityAt: number };

const dimensions = { park: ['park_id'], unit: ['park_id', 'unit_id'], course: ['course_id'] } as const;

/**
 * Who studies how much, by park, unit or course, from the counts that every enrolment keeps up to date. A park administrator
 * sees the own park; a programme administrator also the others, in groups of at least five people. Throws `forbidden`.
 */
export function readReport(db: Db, actor: Actor, input: { query: ReportQuery; locale: Locale }): Report {
  const { query, locale } = input;
  const scope = findScope(db, actor, 'report', query);
  const names = readNames(db, locale);
  const lines = new Map<string, Line>();
  const at = (group: Group): Line => {
    const key = `${group.parkId}/${group.unitId}/${group.courseId}`;
    let line = lines.get(key);
    if (!line) {
      line = {
        parkId: group.parkId,
        unitId: group.unitId,
        courseId: group.courseId,
        learners: null,
        enrolments: null,
        completed: null,
        lastActivityAt: null,
        hidden: false,
      };
      lines.set(key, line);
    }
    return line;
  };

  let people = 0;
  const mine = whereOpen(scope);
  for (const counted of rows<Counted>(db, countsSql(query.by, mine.sql), mine.values))
    add(at(counted), counted);
  if (scope.course === null) {
    const open = whereOpen(scope, false);
    const counted = rows<Group & { learners: number }>(db, learnersSql(query.by, open.sql), open.values);
    for (const group of counted) {
      people += group.learners;
      if (query.by !== 'course') at(group).learners = group.learners;
    }
  }
  const others = readOtherParks(db, scope, query.by);
  for (const group of others.learners) {
    people += group.learners;
    if (query.by === 'course') continue;
    const line = at(group);
    line.learners = (line.learners ?? 0) + group.learners;
  }
  for (const counted of others.counts) add(at(counted), counted);
  // A row stands for what is hidden only where nothing else of it is shown.
  for (const group of others.hidden) if (at(group).enrolments === null) at(group).hidden = true;

  const made = [...lines.values()].map((line) => {
    // Within one course every enrolment is another person.
    if (query.by === 'course' || scope.course !== null) line.learners = line.enrolments;
    return toRow(line, query, names);
  });
  const enrolments = total(made, (row) => row.enrolments);
  return {
    query,
    rows: sortRows(made, query, locale),
    totals: {
      learners: scope.course === null ? people : enrolments,
      enrolments,
      completed: total(made, (row) => row.completed),
      lastActivityAt: made.reduce<number | null>((last, row) => later(last, row.lastActivityAt), null),
    },
    otherParks: others.any,
  };
}

/** The part of the counts the actor sees without condition. */
function whereOpen(scope: Scope, byCourse = true): { sql: string; values: number[] } {
  const conditions: [string, number | null][] = [
    ['park_id = ?', scope.openPark],
    ['park_id = ?', scope.park === scope.openPark ? null : scope.park],
    ['unit_id = ?', scope.unit],
    ['course_id = ?', byCourse ? scope.course : null],
  ];
  const used = conditions.filter((condition): condition is [string, number] => condition[1] !== null);
  return {
    sql: used.length > 0 ? `where ${used.map(([sql]) => sql).join(' and ')}` : '',
    values: used.map(([, value]) => value),
  };
}

const selected = (by: ReportQuery['by']) => {
  const column = (name: string, as: string) =>
    `${dimensions[by].some((dimension) => dimension === name) ? name : 'null'} as ${as}`;
  return [column('park_id', 'parkId'), column('unit_id', 'unitId'), column('course_id', 'courseId')].join(
    ', ',
  );
};

const countsSql = (by: ReportQuery['by'], where: string) =>
  `select ${selected(by)}, sum(enrolments) as enrolments, sum(completed) as completed, max(last_activity_at) as lastActivityAt
   from enrolment_counts ${where} group by ${dimensions[by].join(', ')}`;

const learnersSql = (by: ReportQuery['by'], where: string) =>
  by === 'course'
    ? `select null as parkId, null as unitId, null as courseId, coalesce(sum(learners), 0) as learners from learner_counts ${where}`
    : `select ${selected(by)}, sum(learners) as learners from learner_counts ${where} group by ${dimensions[by].join(', ')}`;

function add(line: Line, counted: Counted): void {
  line.enrolments = (line.enrolments ?? 0) + counted.enrolments;
  line.completed = (line.completed ?? 0) + counted.completed;
  line.lastActivityAt = later(line.lastActivityAt, counted.lastActivityAt);
}

const later = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));

const total = (made: ReportRow[], pick: (row: ReportRow) => number | null) =>
  made.reduce((sum, row) => sum + (pick(row) ?? 0), 0);

// Written out, not spread: a report has a row for every unit, and spreading costs as much as reading them.
function toRow(line: Line, query: ReportQuery, names: Names): ReportRow {
  const park = line.parkId === null ? undefined : names.parks.get(line.parkId);
  const course = line.courseId === null ? undefined : names.courses.get(line.courseId);
  const row: ReportRow = {
    key: `${line.parkId ?? ''}/${line.unitId ?? ''}/${line.courseId ?? ''}`,
    kind: 'group',
    name: course?.name ?? park?.name ?? '',
    parkName: null,
    learners: line.learners,
    enrolments: line.enrolments,
    completed: line.completed,
    lastActivityAt: line.lastActivityAt,
    hidden: line.hidden,
    filters: { park: park?.slug ?? query.park, unit: query.unit, course: course?.slug ?? query.course },
  };
  if (query.by !== 'unit') return row;
  row.parkName = park?.name ?? '';
  if (line.unitId === null) {
    row.kind = 'together';
    row.name = '';
    row.filters = null;
  } else {
    row.kind = line.unitId === 0 ? 'no-unit' : 'group';
    row.name = names.units.get(line.unitId)?.name ?? '';
    row.filters = { park: park?.slug, unit: line.unitId, course: query.course };
  }
  return row;
}
