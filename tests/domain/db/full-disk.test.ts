// A disk that fills up in the middle of a change: nothing of the change is left, and the database goes on.
import path from 'node:path';
import { expect, test } from 'vitest';
import { system } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import { findDamage } from '~db/check.server';
import { migrateDatabase } from '~db/migrate.server';
import { DatabaseUnusable, openDatabase } from '~db/open.server';
import { entries } from '~db/schema';
import { addCourse, addPark, addPerson, enrolPerson, now } from '../reports/programme';
import { makeFolder } from './folder';

const titles = { en: 'Course', ms: 'Kursus', 'zh-Hans': '课程' };

test('a transaction that runs out of room leaves nothing half-written', () => {
  const file = path.join(makeFolder(), 'parkbridge.db');
  const db = openDatabase(`file:${file}`);
  migrateDatabase(db, 'db/migrations');
  const park = addPark(db, 'a', 'A');
  const course = addCourse(db, 'x', titles);
  const counts = () =>
    db.$client
      .prepare(
        'select (select count(*) from accounts), (select count(*) from enrolments), (select count(*) from entries)',
      )
      .raw()
      .get();
  const before = counts();
  const pages = db.$client.pragma('page_count', { simple: true });
  db.$client.pragma(`max_page_count = ${Number(pages) + 2}`);
  const burst = () =>
    db.transaction(
      (tx) => {
        for (let index = 0; index < 500; index += 1) {
          enrolPerson(db, addPerson(db, { parkId: park, name: 'x'.repeat(200) }).id, course.id);
          writeEntry(tx, system, { action: 'test.done', entity: 'test', entityId: index, at: now });
        }
      },
      { behavior: 'immediate' },
    );
  expect(burst).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
  expect(counts()).toEqual(before);
  expect(db.$client.inTransaction).toBe(false);
  expect(findDamage(db.$client)).toEqual([]);

  // Room again: the same change goes through.
  db.$client.pragma('max_page_count = 1000000');
  burst();
  expect(db.select().from(entries).all()).toHaveLength(500);
  expect(findDamage(db.$client)).toEqual([]);
  db.$client.close();
});

test('migrating without room says so and leaves an empty database', () => {
  const db = openDatabase(`file:${path.join(makeFolder(), 'parkbridge.db')}`);
  db.$client.pragma('max_page_count = 10');
  expect(() => migrateDatabase(db, 'db/migrations')).toThrow(DatabaseUnusable);
  expect(() => migrateDatabase(db, 'db/migrations')).toThrow(/disk is full/);
  expect(db.$client.prepare(`select count(*) from sqlite_master where name = 'accounts'`).pluck().get()).toBe(
    0,
  );
  db.$client.pragma('max_page_count = 1000000');
  expect(migrateDatabase(db, 'db/migrations').applied).toBeGreaterThan(0);
  db.$client.close();
});
