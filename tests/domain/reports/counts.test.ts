// The counts that triggers keep equal a recount from the rows, whatever people do.
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recount } from '~db/check.server';
import { accounts, enrolments } from '~db/schema';
import { openTestDatabase } from '../../support/database';
import { addCourse, addPark, addPerson, addUnit, enrolPerson, now, randomOf } from './programme';

const titles = { en: 'Course', ms: 'Kursus', 'zh-Hans': '课程' };

test.each([1, 2, 3, 4, 5])('random lives leave the counts equal to a recount (seed %i)', (seed) => {
  const db = openTestDatabase();
  const random = randomOf(seed);
  const parks = [addPark(db, 'a', 'A'), addPark(db, 'b', 'B')];
  const units = parks.map((park) => [null, addUnit(db, park, 'one'), addUnit(db, park, 'two')]);
  const courses = ['x', 'y', 'z'].map((slug) => addCourse(db, slug, titles).id);
  const people: number[] = [];
  const place = () => {
    const park = random(parks.length);
    return { parkId: parks[park] ?? 0, unitId: units[park]?.[random(3)] ?? null };
  };
  const enrolment = () =>
    and(
      eq(enrolments.accountId, people[random(people.length)] ?? 0),
      eq(enrolments.courseId, courses[random(3)] ?? 0),
    );
  const deeds: (() => void)[] = [
    () => people.push(addPerson(db, { ...place(), shared: random(2) === 0 }).id),
    () =>
      db
        .insert(enrolments)
        .values({
          accountId: people[random(people.length)] ?? 0,
          courseId: courses[random(3)] ?? 0,
          enrolledAt: now,
          lastActivityAt: now + random(1000),
        })
        .onConflictDoNothing()
        .run(),
    () =>
      db
        .update(enrolments)
        .set({ completedAt: now, lastActivityAt: now + random(1000) })
        .where(enrolment())
        .run(),
    () => db.update(enrolments).set({ completedAt: null }).where(enrolment()).run(),
    () =>
      db
        .update(enrolments)
        .set({ lastActivityAt: now + random(1000) })
        .where(enrolment())
        .run(),
    () =>
      db
        .update(accounts)
        .set(place())
        .where(eq(accounts.id, people[random(people.length)] ?? 0))
        .run(),
    () =>
      db
        .update(accounts)
        .set({ ...place(), sharedAt: random(2) === 0 ? now : null })
        .where(eq(accounts.id, people[random(people.length)] ?? 0))
        .run(),
    () =>
      db
        .update(accounts)
        .set({ sharedAt: random(2) === 0 ? now : null })
        .run(),
    () => {
      // What is rolled back was never counted.
      db.$client.exec('begin');
      enrolPerson(db, addPerson(db, place()).id, courses[0] ?? 0);
      db.$client.exec('rollback');
    },
  ];
  deeds[0]?.();
  for (let step = 0; step < 400; step += 1) {
    deeds[random(deeds.length)]?.();
    if (step % 20 === 0) expect(recount(db.$client)).toEqual([]);
  }
  expect(recount(db.$client)).toEqual([]);
  expect(db.$client.prepare('select count(*) from enrolment_counts').pluck().get()).toBeGreaterThan(5);
});

test('a count that is wrong is found', () => {
  const db = openTestDatabase();
  const park = addPark(db, 'a', 'A');
  enrolPerson(db, addPerson(db, { parkId: park }).id, addCourse(db, 'x', titles).id);
  expect(recount(db.$client)).toEqual([]);
  db.$client.exec('update enrolment_counts set enrolments = 2');
  db.$client.exec('delete from learner_counts');
  expect(recount(db.$client)).toEqual(['enrolment_counts', 'learner_counts']);
});

test('an enrolment is never deleted, nor given to another person or course', () => {
  const db = openTestDatabase();
  const park = addPark(db, 'a', 'A');
  const course = addCourse(db, 'x', titles).id;
  const other = addCourse(db, 'y', titles).id;
  enrolPerson(db, addPerson(db, { parkId: park }).id, course);
  expect(() => db.delete(enrolments).run()).toThrow('never deleted');
  expect(() => db.update(enrolments).set({ courseId: other }).run()).toThrow('never given');
});
