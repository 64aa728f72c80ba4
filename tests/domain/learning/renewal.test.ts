import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import {
  completeLesson,
  enrol,
  findEnrolmentState,
  issueOwed,
  listOwed,
  listRenewals,
  renewRecord,
  startQuiz,
  submitQuiz,
} from '~/domain/learning/index.server';
import { listRecords, revokeRecord, signRecord } from '~/domain/records/index.server';
import { validUntil } from '~/domain/records/rules';
import { accounts, entries, records } from '~db/schema';
import { digestOf, publishLessons, rightAnswers, slug, threeLessons } from '../../support/course';
import { makeWorld, now, type World } from '../../support/world';

const day = 24 * 60 * 60_000;
const end = validUntil(now, 24) ?? 0;
let world: World;
let edition: Edition;

beforeEach(async () => {
  world = await makeWorld();
  edition = await publishLessons(world.db, threeLessons, { validity: 24 });
});

const learner = () => world.people.learner;
const complete = (lesson: string, { at = now, from = edition, person = learner() } = {}) =>
  completeLesson(world.db, person, { course: slug, lesson, textDigest: digestOf(from, lesson), at });
function passQuiz(at: number, person = learner()) {
  const begun = startQuiz(world.db, person, { course: slug, lesson: 'check', locale: 'en', at });
  if (!('sitting' in begun)) throw new Error('no sitting');
  const done = submitQuiz(world.db, person, {
    course: slug,
    lesson: 'check',
    sitting: begun.sitting,
    version: 1,
    answers: rightAnswers,
    partly: true,
    at,
  });
  if (done.kind !== 'done') throw new Error('other answers had been saved');
  return done.outcome;
}
/** Enrols and completes the course; returns the record's id. */
function finish(person = learner(), at = now): string {
  enrol(world.db, person, { course: slug, at });
  complete('first', { at, person });
  passQuiz(at, person);
  return complete('second', { at, person }).recordId ?? '';
}
const renewals = (at: number) => listRenewals(world.db, learner(), { locale: 'ms', at });
const renew = (id: string, at: number, actor = learner()) => renewRecord(world.db, actor, { id, at });
const row = (id: string) =>
  world.db
    .select()
    .from(records)
    .all()
    .find((record) => record.id === id);

describe('a record that was completed', () => {
  it('keeps what was done as evidence, and expires as the course says', () => {
    const id = finish();
    expect(row(id)).toMatchObject({
      validUntil: end,
      completedAt: now,
      evidence: {
        lessons: [
          { slug: 'first', title: 'Lesson first', kind: 'reading', locale: 'en', completedAt: now },
          { slug: 'second', title: 'Lesson second', kind: 'reading', locale: 'en', completedAt: now },
          { slug: 'check', kind: 'quiz', score: { correct: 2, total: 2, mark: 75 } },
        ],
      },
    });
  });
});

describe('renewing', () => {
  it('is for the holder, from 60 days before the record expires, while it stands', () => {
    const id = finish();
    expect(renewals(end - 60 * day - 1)).toEqual([]);
    expect(() => renew(id, end - 60 * day - 1)).toThrow('record-not-renewable');
    expect(() => renew(id, end, world.people.colleague)).toThrow('forbidden');
    expect(() => renewRecord(world.db, anonymous, { id, at: end })).toThrow('forbidden');
    expect(renewals(end - 60 * day)).toEqual([{ recordId: id, course: slug, lessons: [] }]);
    revokeRecord(world.db, world.people.parkAdministrator, { id, reason: 'No', at: end });
    expect(renewals(end)).toEqual([]);
    expect(() => renew(id, end)).toThrow('record-not-renewable');
  });

  it('asks for nothing where nothing changed in substance', async () => {
    const id = finish();
    await publishLessons(
      world.db,
      [{ id: 'first', word: 'Other words', preview: true }, ...threeLessons.slice(1)],
      {
        validity: 24,
      },
    );
    expect(renewals(end + day)).toMatchObject([{ lessons: [] }]);
    const fresh = renew(id, end + day) ?? '';
    expect(row(fresh)).toMatchObject({
      replaces: id,
      validUntil: validUntil(end + day, 24),
      completedAt: now,
    });
    expect(row(id)).toMatchObject({ replacedBy: fresh, replacedFor: 'renewal', revokedAt: null });
    expect(renewals(end + day)).toEqual([]);
    expect(() => renew(id, end + day)).toThrow('record-not-renewable');
    expect(
      listRecords(world.db, learner(), end + day).map(({ id, standing }) => [id, standing.state]),
    ).toEqual([
      [fresh, 'valid'],
      [id, 'expired'],
    ]);
    await signRecord(world.db, world.app.keys, { id: fresh, at: end + day });
  });

  it('asks for the lessons that did, and the last of them renews it', async () => {
    const id = finish();
    const changed = [
      { id: 'first', preview: true },
      { id: 'second', revision: 2, word: 'New' },
      { id: 'check', kind: 'quiz' as const, revision: 2, word: 'New' },
      { id: 'extra', required: false },
    ];
    edition = await publishLessons(world.db, changed, { validity: 12 });
    const at = end - 10 * day;
    expect(findEnrolmentState(world.db, learner(), edition)).toMatchObject({ again: [], done: 3 });
    expect(renewals(at)).toEqual([
      {
        recordId: id,
        course: slug,
        lessons: [
          { slug: 'second', title: 'Pelajaran second', lang: 'ms' },
          { slug: 'check', title: 'Pelajaran check', lang: 'ms' },
        ],
      },
    ]);
    expect(renew(id, at)).toBeNull();
    expect(renew(id, at)).toBeNull();
    expect(
      world.db
        .select()
        .from(entries)
        .all()
        .filter(({ action }) => action === 'renewal.begun'),
    ).toHaveLength(1);
    expect(findEnrolmentState(world.db, learner(), edition)).toMatchObject({
      again: ['second', 'check'],
      done: 1,
      total: 3,
      completedAt: now,
    });
    expect(complete('second', { at })).toMatchObject({ issued: false, recordId: id });
    const done = passQuiz(at + day);
    expect(done).toMatchObject({ issued: true });
    const fresh = done.recordId ?? '';
    expect(fresh).not.toBe(id);
    expect(row(fresh)).toMatchObject({
      editionId: edition.id,
      completedAt: at + day,
      validUntil: validUntil(at + day, 12),
    });
    expect(findEnrolmentState(world.db, learner(), edition)).toMatchObject({ again: [], recordId: fresh });
  });
});

describe('completions that are owed a record', () => {
  it('are found when a new edition asks for less, and issued once, dated when they are issued', async () => {
    const { colleague, foreigner, parkAdministrator, programmeAdministrator, instructor } = world.people;
    for (const person of [learner(), foreigner]) {
      enrol(world.db, person, { course: slug, at: now });
      complete('first', { person });
      complete('second', { person });
    }
    finish(colleague);
    const owed = (actor = parkAdministrator) =>
      listOwed(world.db, actor, { locale: 'en' }).owed.map(({ name }) => name);
    expect(owed()).toEqual([]);
    edition = await publishLessons(world.db, threeLessons.slice(0, 2), { validity: 24 });
    expect(owed()).toEqual([learner().name]);
    expect(() => listOwed(world.db, instructor, { locale: 'en' })).toThrow('forbidden');
    expect(() => issueOwed(world.db, instructor, { at: now })).toThrow('forbidden');
    // Of the other park only who agreed to be named.
    expect(owed(programmeAdministrator)).toEqual([learner().name]);
    world.db.update(accounts).set({ sharedAt: now }).run();
    expect(owed(programmeAdministrator)).toEqual([learner().name, foreigner.name]);
    const [id = '', ...others] = issueOwed(world.db, parkAdministrator, { at: now + 9 * day });
    expect(others).toEqual([]);
    expect(row(id)).toMatchObject({ accountId: learner().id, completedAt: now, issuedAt: now + 9 * day });
    expect(findEnrolmentState(world.db, learner(), edition)).toMatchObject({
      completedAt: now,
      recordId: id,
    });
    expect(issueOwed(world.db, parkAdministrator, { at: now + 9 * day })).toEqual([]);
    expect(issueOwed(world.db, programmeAdministrator, { at: now + 9 * day })).toHaveLength(1);
  });
});
