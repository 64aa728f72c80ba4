import { beforeEach, expect, test } from 'vitest';
import { type AccountActor, anonymous, system } from '~/domain/actor';
import { listChoices, readReport } from '~/domain/reports/index.server';
import { type Grouping, groupings, type ReportQuery } from '~/domain/reports/schema';
import type { Db } from '~db/open.server';
import { openTestDatabase } from '../../support/database';
import { addCourse, addPark, addPerson, addUnit, enrolPerson, now, randomOf } from './programme';

let db: Db;
let home: number;
let away: number;
let units: { home: number[]; away: number[] };
let courses: { id: number; slug: string }[];
let parkAdministrator: AccountActor;
let programmeAdministrator: AccountActor;

const query = (asked: Partial<ReportQuery> = {}): ReportQuery => ({
  by: 'park',
  sort: 'name',
  direction: 'asc',
  ...asked,
});
const read = (actor: Parameters<typeof readReport>[1], asked: Partial<ReportQuery> = {}) =>
  readReport(db, actor, { query: query(asked), locale: 'en' });

function enrolMany(
  unit: { parkId: number; unitId: number | null },
  course: number,
  count: number,
  completed = 0,
) {
  for (let index = 0; index < count; index += 1) {
    const person = addPerson(db, unit);
    enrolPerson(db, person.id, courses[course]?.id ?? 0, {
      at: now + index,
      completedAt: index < completed ? now + index : null,
    });
  }
}

beforeEach(() => {
  db = openTestDatabase();
  home = addPark(db, 'home', 'Home');
  away = addPark(db, 'away', 'Away');
  units = {
    home: [addUnit(db, home, 'h1'), addUnit(db, home, 'h2')],
    away: [addUnit(db, away, 'a1'), addUnit(db, away, 'a2'), addUnit(db, away, 'a3')],
  };
  courses = ['x', 'y'].map((slug) =>
    addCourse(db, slug, { en: `Course ${slug}`, ms: slug, 'zh-Hans': slug }),
  );
  parkAdministrator = addPerson(db, { parkId: home, roles: ['park-administrator'] });
  programmeAdministrator = addPerson(db, { parkId: home, roles: ['programme-administrator'] });
});

test('a park administrator sees the own park, down to one person', () => {
  enrolMany({ parkId: home, unitId: units.home[0] ?? 0 }, 0, 1, 1);
  enrolMany({ parkId: home, unitId: null }, 1, 2);
  enrolMany({ parkId: away, unitId: units.away[0] ?? 0 }, 0, 9);
  for (const by of groupings) {
    const { rows, totals, otherParks } = read(parkAdministrator, { by });
    expect(otherParks).toBe(false);
    expect(totals).toMatchObject({ learners: 3, enrolments: 3, completed: 1 });
    expect(rows.every((row) => !row.hidden)).toBe(true);
  }
  const rows = read(parkAdministrator, { by: 'unit' }).rows;
  expect(rows.map(({ kind, name, learners, completed }) => [kind, name, learners, completed])).toEqual([
    ['group', 'h1', 1, 1],
    ['no-unit', '', 2, 0],
  ]);
  expect(rows[0]?.filters).toEqual({ park: 'home', unit: units.home[0], course: undefined });
});

test('another park, its units, and what does not exist are refused alike to a park administrator', () => {
  const refusal = (asked: Partial<ReportQuery>) => {
    try {
      read(parkAdministrator, asked);
      return 'shown';
    } catch (error) {
      return error;
    }
  };
  const other = refusal({ park: 'away' });
  expect(other).toMatchObject({ code: 'forbidden', refusal: 'forbidden' });
  for (const asked of [{ park: 'nowhere' }, { unit: units.away[0] }, { unit: 999_999 }, { unit: -1 }]) {
    expect(refusal(asked)).toEqual(other);
  }
  expect(read(parkAdministrator, { park: 'home' }).totals.learners).toBe(0);
});

test('learners, instructors and the anonymous are refused', () => {
  const learner = addPerson(db, { parkId: home });
  const instructor = addPerson(db, { parkId: home, roles: ['instructor'] });
  for (const actor of [learner, instructor, anonymous]) {
    expect(() => read(actor)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  }
});

test('a person of several courses is one learner', () => {
  const person = addPerson(db, { parkId: home, unitId: units.home[0] ?? 0 });
  for (const course of courses) enrolPerson(db, person.id, course.id);
  expect(read(parkAdministrator).rows).toMatchObject([{ learners: 1, enrolments: 2 }]);
  const byCourse = read(parkAdministrator, { by: 'course' });
  expect(byCourse.rows.map((row) => row.learners)).toEqual([1, 1]);
  expect(byCourse.totals).toMatchObject({ learners: 1, enrolments: 2 });
  expect(read(parkAdministrator, { course: 'x' }).totals).toMatchObject({ learners: 1, enrolments: 1 });
});

test('groups of fewer than five of another park are hidden and left out of the totals', () => {
  enrolMany({ parkId: home, unitId: units.home[0] ?? 0 }, 0, 3);
  enrolMany({ parkId: away, unitId: units.away[0] ?? 0 }, 0, 7, 2);
  enrolMany({ parkId: away, unitId: units.away[0] ?? 0 }, 1, 4, 1);
  const byPark = read(programmeAdministrator);
  expect(byPark.otherParks).toBe(true);
  expect(byPark.rows).toMatchObject([
    { name: 'Away', learners: 11, enrolments: 7, completed: 2 },
    { name: 'Home', learners: 3, enrolments: 3, completed: 0 },
  ]);
  expect(byPark.totals).toMatchObject({ learners: 14, enrolments: 10, completed: 2 });
  const byCourse = read(programmeAdministrator, { by: 'course', park: 'away' });
  expect(byCourse.rows).toMatchObject([
    { name: 'Course x', hidden: false, enrolments: 7 },
    {
      name: 'Course y',
      hidden: true,
      learners: null,
      enrolments: null,
      completed: null,
      lastActivityAt: null,
    },
  ]);
  expect(byCourse.totals).toMatchObject({ enrolments: 7, completed: 2 });
  const ofCourse = read(programmeAdministrator, { course: 'y' });
  expect(ofCourse.rows).toMatchObject([{ name: 'Away', hidden: true, learners: null }]);
  expect(ofCourse.totals).toEqual({ learners: 0, enrolments: 0, completed: 0, lastActivityAt: null });
});

test('small units of another park are one row together; the own park’s are not', () => {
  enrolMany({ parkId: home, unitId: units.home[0] ?? 0 }, 0, 2);
  enrolMany({ parkId: away, unitId: units.away[0] ?? 0 }, 0, 6);
  enrolMany({ parkId: away, unitId: units.away[1] ?? 0 }, 0, 3);
  enrolMany({ parkId: away, unitId: units.away[2] ?? 0 }, 0, 2);
  const { rows, totals } = read(programmeAdministrator, { by: 'unit' });
  expect(
    rows.map(({ kind, name, parkName, learners, enrolments }) => [
      kind,
      name,
      parkName,
      learners,
      enrolments,
    ]),
  ).toEqual([
    ['group', 'a1', 'Away', 6, 6],
    ['together', '', 'Away', 5, 5],
    ['group', 'h1', 'Home', 2, 2],
  ]);
  expect(totals.learners).toBe(13);
  expect(read(programmeAdministrator, { by: 'course', unit: units.away[1] }).rows).toEqual([]);
});

test.each([11, 12, 13, 14, 15, 16])(
  'every view adds up and nothing small can be worked out (seed %i)',
  (seed) => {
    const random = randomOf(seed);
    const places = [
      ...[null, ...units.home].map((unitId) => ({ parkId: home, unitId })),
      ...[null, ...units.away].map((unitId) => ({ parkId: away, unitId })),
    ];
    for (const place of places) {
      const count = random(9);
      for (let index = 0; index < count; index += 1) {
        const person = addPerson(db, place);
        for (const course of courses) {
          if (random(2) === 0)
            enrolPerson(db, person.id, course.id, { completedAt: random(2) === 0 ? now : null });
        }
      }
    }
    const differences: number[] = [];
    for (const course of [undefined, 'x', 'y']) {
      const all = groupings.map((by) => read(programmeAdministrator, { by, course }));
      for (const { rows, totals } of all) {
        expect(totals).toEqual(all[0]?.totals);
        for (const column of ['enrolments', 'completed'] as const) {
          expect(rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)).toBe(totals[column]);
        }
      }
      for (const by of ['park', 'unit'] as Grouping[]) {
        const { rows, totals } = read(programmeAdministrator, { by, course });
        expect(rows.reduce((sum, row) => sum + (row.learners ?? 0), 0)).toBe(totals.learners);
      }
      // Everything the administrator can see of the other park, against everything else that contains it.
      const whole = read(programmeAdministrator, { park: 'away', course }).totals;
      const parts = read(programmeAdministrator, { by: 'unit', park: 'away', course }).rows;
      for (const part of parts) {
        differences.push(part.enrolments ?? 0, whole.enrolments - (part.enrolments ?? 0));
        differences.push(part.learners ?? 0, whole.learners - (part.learners ?? 0));
      }
      const alone = [...units.away, 0].map(
        (unit) => read(programmeAdministrator, { unit, park: 'away', course }).totals,
      );
      differences.push(whole.enrolments - alone.reduce((sum, unit) => sum + unit.enrolments, 0));
      differences.push(whole.learners - alone.reduce((sum, unit) => sum + unit.learners, 0));
      const everywhere = read(programmeAdministrator, { course }).totals;
      const own = read(programmeAdministrator, { park: 'home', course }).totals;
      differences.push(everywhere.enrolments - own.enrolments, everywhere.learners - own.learners);
    }
    expect(differences.filter((size) => size !== 0 && size < 5)).toEqual([]);
  },
);

test('the system sees every park without condition', () => {
  enrolMany({ parkId: away, unitId: units.away[0] ?? 0 }, 0, 1);
  expect(read(system).rows).toMatchObject([{ name: 'Away', learners: 1, hidden: false }]);
});

test('any column sorts, both ways, and what has no value comes last', () => {
  enrolMany({ parkId: home, unitId: units.home[0] ?? 0 }, 0, 6, 1);
  enrolMany({ parkId: home, unitId: units.home[1] ?? 0 }, 0, 5, 4);
  enrolMany({ parkId: away, unitId: units.away[0] ?? 0 }, 1, 2);
  const order = (sort: ReportQuery['sort'], direction: ReportQuery['direction']) =>
    read(programmeAdministrator, { by: 'unit', sort, direction }).rows.map((row) => row.name || row.kind);
  expect(order('learners', 'asc')).toEqual(['h2', 'h1', 'together']);
  expect(order('learners', 'desc')).toEqual(['h1', 'h2', 'together']);
  expect(order('rate', 'desc')).toEqual(['h2', 'h1', 'together']);
  expect(order('completed', 'asc')).toEqual(['h1', 'h2', 'together']);
  expect(order('activity', 'asc')).toEqual(['h2', 'h1', 'together']);
  expect(order('name', 'desc')).toEqual(['h2', 'h1', 'together']);
});

test('the filters offer what the actor may see', () => {
  const choices = (actor: AccountActor, filters = {}) =>
    listChoices(db, actor, { subject: 'report', filters, locale: 'en' });
  expect(choices(parkAdministrator).parks.map((park) => park.slug)).toEqual(['home']);
  expect(choices(parkAdministrator).units.map((unit) => unit.name)).toEqual(['h1', 'h2']);
  expect(choices(programmeAdministrator).parks.map((park) => park.slug)).toEqual(['away', 'home']);
  expect(choices(programmeAdministrator, { park: 'away' }).units.map((unit) => unit.name)).toEqual([
    'a1',
    'a2',
    'a3',
  ]);
});
