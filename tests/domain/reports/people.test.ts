import { beforeEach, expect, test } from 'vitest';
import { type AccountActor, anonymous } from '~/domain/actor';
import { listPeople } from '~/domain/reports/index.server';
import { directions, type PeopleQuery, peopleSorts } from '~/domain/reports/schema';
import type { Db } from '~db/open.server';
import { accounts, completions } from '~db/schema';
import { openTestDatabase } from '../../support/database';
import { addCourse, addPark, addPerson, addUnit, enrolPerson, now, randomOf } from './programme';

let db: Db;
let home: number;
let away: number;
let unit: number;
let foreignUnit: number;
let courses: ReturnType<typeof addCourse>[];
let parkAdministrator: AccountActor;
let programmeAdministrator: AccountActor;

const list = (actor: Parameters<typeof listPeople>[1], asked: Partial<PeopleQuery> = {}, size?: number) =>
  listPeople(db, actor, { query: { sort: 'name', direction: 'asc', ...asked }, locale: 'en', size });

beforeEach(() => {
  db = openTestDatabase();
  home = addPark(db, 'home', 'Home');
  away = addPark(db, 'away', 'Away');
  unit = addUnit(db, home, 'unit');
  foreignUnit = addUnit(db, away, 'foreign');
  courses = ['x', 'y'].map((slug) =>
    addCourse(db, slug, { en: `Course ${slug}`, ms: slug, 'zh-Hans': slug }),
  );
  parkAdministrator = addPerson(db, { parkId: home, roles: ['park-administrator'] });
  programmeAdministrator = addPerson(db, { parkId: home, roles: ['programme-administrator'] });
});

const enrolNamed = (name: string, parkId: number, unitId: number | null, shared = false, course = 0) => {
  const person = addPerson(db, { name, parkId, unitId, shared });
  enrolPerson(db, person.id, courses[course]?.id ?? 0);
  return person;
};

test('a park administrator sees everyone of the own park and nobody else', () => {
  enrolNamed('Aisyah', home, unit);
  enrolNamed('李娜', away, foreignUnit, true);
  const { people, unnamed } = list(parkAdministrator);
  expect(people.map((person) => [person.name, person.parkName, person.unitName, person.courseName])).toEqual([
    ['Aisyah', 'Home', 'unit', 'Course x'],
  ]);
  expect(unnamed).toEqual([]);
  for (const asked of [{ park: 'away' }, { park: 'nowhere' }, { unit: foreignUnit }, { unit: 4711 }]) {
    expect(() => list(parkAdministrator, asked)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  }
});

test('a programme administrator sees those of another park who agreed, until they take it back', () => {
  enrolNamed('Aisyah', home, unit);
  enrolNamed('李娜', away, foreignUnit, true);
  enrolNamed('王强', away, foreignUnit, false);
  expect(list(programmeAdministrator).people.map((person) => person.name)).toEqual(['Aisyah', '李娜']);
  expect(list(programmeAdministrator, { search: '王' }).people).toEqual([]);
  db.update(accounts).set({ sharedAt: null }).run();
  expect(list(programmeAdministrator).people.map((person) => person.name)).toEqual(['Aisyah']);
});

test('how many have not agreed is a number from five on, and only for a whole park', () => {
  for (let index = 0; index < 4; index += 1) enrolNamed(`Hidden ${index}`, away, foreignUnit);
  enrolNamed('Seen', away, foreignUnit, true);
  expect(list(programmeAdministrator).unnamed).toEqual([{ parkName: 'Away', count: null }]);
  enrolNamed('Hidden 5', away, null, false, 1);
  expect(list(programmeAdministrator).unnamed).toEqual([{ parkName: 'Away', count: 5 }]);
  expect(list(programmeAdministrator, { park: 'away' }).unnamed).toEqual([{ parkName: 'Away', count: 5 }]);
  for (const asked of [{ unit: foreignUnit }, { course: 'x' }, { course: 'y' }, { unit: 0 }]) {
    expect(list(programmeAdministrator, asked).unnamed).toEqual([{ parkName: 'Away', count: null }]);
  }
  expect(list(programmeAdministrator, { course: 'y', unit: foreignUnit }).unnamed).toEqual([]);
  expect(list(programmeAdministrator, { park: 'home' }).unnamed).toEqual([]);
  expect(list(programmeAdministrator, { search: 'Hidden' }).unnamed).toEqual([]);
});

test('progress is what the learner sees', () => {
  const person = enrolNamed('Aisyah', home, unit);
  const [first] = courses[0]?.lessons ?? [];
  db.insert(completions)
    .values({
      accountId: person.id,
      lessonId: first?.id ?? 0,
      revision: 1,
      editionId: courses[0]?.editionId ?? 0,
      textDigest: first?.textDigest ?? '',
      locale: 'en',
      completedAt: now,
    })
    .run();
  expect(list(parkAdministrator).people).toMatchObject([
    { done: 1, total: 2, completedAt: null, lastActivityAt: now },
  ]);
});

test('learners and the anonymous are refused', () => {
  for (const actor of [addPerson(db, { parkId: home }), anonymous]) {
    expect(() => list(actor)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  }
});

test('a search finds parts of names and takes wildcards literally', () => {
  for (const name of ['Nurul Huda', '100% Ali', 'a_b', '陈伟杰', '=1+1']) enrolNamed(name, home, unit);
  const found = (search: string) => list(parkAdministrator, { search }).people.map((person) => person.name);
  expect(found('huda')).toEqual(['Nurul Huda']);
  expect(found('%')).toEqual(['100% Ali']);
  expect(found('_')).toEqual(['a_b']);
  expect(found('伟杰')).toEqual(['陈伟杰']);
  expect(found("' or 1 --")).toEqual([]);
});

const everyQuery = peopleSorts.flatMap((sort) => directions.map((direction) => ({ sort, direction })));

test.each(everyQuery)(
  'pages by $sort $direction hold everyone once, forwards and backwards',
  ({ sort, direction }) => {
    const random = randomOf(7);
    for (let index = 0; index < 40; index += 1) {
      const shared = random(3) > 0;
      const [parkId, unitId] = random(2) === 0 ? [home, unit] : [away, random(2) === 0 ? null : foreignUnit];
      // Few names and times, so that many are equal.
      const person = addPerson(db, {
        parkId,
        unitId,
        shared,
        name: ['ali', 'Ali', '李娜', 'Zul'][random(4)],
      });
      for (const course of courses) {
        if (random(3) > 0) enrolPerson(db, person.id, course.id, { at: now + random(4) });
      }
    }
    const filters: Partial<PeopleQuery>[] = [
      {},
      { park: 'away' },
      { unit },
      { course: 'x' },
      { unit, course: 'y' },
      { search: 'l' },
    ];
    for (const filter of filters) {
      const whole = list(programmeAdministrator, { ...filter, sort, direction }, 1000).people;
      const values = whole.map((person) =>
        sort === 'name' ? person.name.toLowerCase() : person.lastActivityAt,
      );
      const ordered = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(values).toEqual(direction === 'asc' ? ordered : ordered.reverse());
      const pages = [list(programmeAdministrator, { ...filter, sort, direction }, 7)];
      while (pages.at(-1)?.next) {
        pages.push(
          list(programmeAdministrator, { ...filter, sort, direction, after: pages.at(-1)?.next ?? '' }, 7),
        );
      }
      expect(pages.flatMap((page) => page.people)).toEqual(whole);
      let back = pages.at(-1);
      for (let index = pages.length - 2; index >= 0; index -= 1) {
        back = list(programmeAdministrator, { ...filter, sort, direction, before: back?.previous ?? '' }, 7);
        expect(back.people).toEqual(pages[index]?.people);
      }
      expect(back?.previous).toBeNull();
    }
  },
);

test('a place that names somebody hidden, or nobody, is the beginning', () => {
  const hidden = enrolNamed('Mmm', away, foreignUnit);
  enrolNamed('Aaa', home, unit);
  enrolNamed('Zzz', home, unit);
  const names = (after: string) =>
    list(programmeAdministrator, { after }).people.map((person) => person.name);
  for (const after of [`${hidden.id}.${courses[0]?.id}`, '999.1', 'x', "1' or", '1.1.1.1']) {
    expect(names(after)).toEqual(['Aaa', 'Zzz']);
  }
});
