import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import type { DomainError } from '~/domain/error';
import {
  completeLesson,
  enrol,
  findEnrolmentState,
  myCourses,
  startQuiz,
  submitQuiz,
} from '~/domain/learning/index.server';
import { attempts, completions, entries, outbox, records, sittings } from '~db/schema';
import {
  digestOf,
  publishLessons,
  rightAnswers,
  slug,
  threeLessons,
  wrongAnswers,
} from '../../support/course';
import { makeWorld, now, type World } from '../../support/world';

let world: World;
let edition: Edition;

beforeEach(async () => {
  world = await makeWorld();
  edition = await publishLessons(world.db);
});

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    const { code, refusal } = error as DomainError;
    return `${refusal} ${code}`;
  }
  return 'nothing was refused';
};
const complete = (lesson: string, { from = edition, at = now, person = world.people.learner } = {}) =>
  completeLesson(world.db, person, { course: slug, lesson, textDigest: digestOf(from, lesson), at });
const begin = (at = now) => {
  const begun = startQuiz(world.db, world.people.learner, {
    course: slug,
    lesson: 'check',
    locale: 'en',
    at,
  });
  return 'sitting' in begun ? begun.sitting : '';
};
const handIn = (sitting: string, answers: Record<string, string[]>, { at = now, version = 1 } = {}) => {
  const input = { course: slug, lesson: 'check', sitting, version, answers, partly: true, at };
  const done = submitQuiz(world.db, world.people.learner, input);
  if (done.kind !== 'done') throw new Error('other answers had been saved');
  return done.outcome;
};
const answer = (answers: Record<string, string[]>) => handIn(begin(), answers);
const enrolled = () => enrol(world.db, world.people.learner, { course: slug, at: now });
const state = () => {
  const found = findEnrolmentState(world.db, world.people.learner, edition);
  if (!found) throw new Error('not enrolled');
  return found;
};
const actions = () =>
  world.db
    .select()
    .from(entries)
    .all()
    .map(({ action }) => action)
    .filter((action) => !/^course|^edition/.test(action));

describe('enrolling', () => {
  it('twice is enrolling once', () => {
    expect(enrolled()).toEqual({ created: true });
    expect(enrolled()).toEqual({ created: false });
    expect(actions()).toEqual(['enrolment.created']);
    expect(myCourses(world.db, world.people.learner)).toHaveLength(1);
  });

  it('needs an account and a course', () => {
    expect(refusal(() => enrol(world.db, anonymous, { course: slug, at: now }))).toBe('forbidden forbidden');
    expect(refusal(() => enrol(world.db, world.people.learner, { course: 'none', at: now }))).toBe(
      'not-found not-found',
    );
  });
});

describe('completing a reading', () => {
  it('keeps the exact text, its language and the edition, and says what comes next', () => {
    enrolled();
    const textDigest = digestOf(edition, 'first', 'ms');
    const done = completeLesson(world.db, world.people.learner, {
      course: slug,
      lesson: 'first',
      textDigest,
      at: now,
    });
    expect(done).toEqual({ courseCompleted: false, recordId: null, issued: false, next: 'second' });
    expect(world.db.select().from(completions).all()).toMatchObject([
      { textDigest, locale: 'ms', revision: 1, editionId: edition.id, completedAt: now },
    ]);
    expect(state()).toMatchObject({ completed: ['first'], done: 1, total: 3, all: false });
  });

  it('twice is completing once, and the first time stays', () => {
    enrolled();
    complete('first');
    complete('first', { at: now + 1000 });
    expect(world.db.select().from(completions).all()).toMatchObject([{ completedAt: now }]);
    expect(actions()).toEqual(['enrolment.created', 'lesson.completed']);
  });

  it('is refused to who is signed out, not enrolled, or sends a text that is not this lesson’s', () => {
    const first = { course: slug, lesson: 'first', textDigest: digestOf(edition, 'first'), at: now };
    expect(refusal(() => completeLesson(world.db, anonymous, first))).toBe('forbidden forbidden');
    expect(refusal(() => complete('first'))).toBe('conflict not-enrolled'); // a preview: its page is open to all
    expect(refusal(() => complete('second'))).toBe('forbidden not-enrolled');
    enrolled();
    const { learner } = world.people;
    const other = digestOf(edition, 'second');
    expect(refusal(() => completeLesson(world.db, learner, { ...first, textDigest: other }))).toBe(
      'invalid text-unknown',
    );
    expect(refusal(() => completeLesson(world.db, learner, { ...first, textDigest: 'f'.repeat(64) }))).toBe(
      'invalid text-unknown',
    );
    expect(refusal(() => completeLesson(world.db, learner, { ...first, lesson: 'none' }))).toBe(
      'not-found not-found',
    );
    expect(world.db.select().from(completions).all()).toEqual([]);
  });

  it('does not complete a quiz', () => {
    enrolled();
    expect(refusal(() => complete('check'))).toBe('conflict quiz-not-passed');
    answer(rightAnswers);
    expect(complete('check')).toMatchObject({ courseCompleted: false });
  });
});

describe('a quiz', () => {
  it('that is failed keeps the attempt and completes nothing', () => {
    enrolled();
    expect(answer(wrongAnswers)).toMatchObject({ passed: false, courseCompleted: false });
    expect(world.db.select().from(attempts).all()).toMatchObject([
      { correct: 0, total: 2, mark: 75, passed: false, answers: wrongAnswers, editionId: edition.id },
    ]);
    expect(state().completed).toEqual([]);
  });

  it('that is passed completes its lesson', () => {
    enrolled();
    expect(answer(rightAnswers)).toMatchObject({ passed: true });
    expect(state().completed).toEqual(['check']);
    expect(actions()).toEqual([
      'enrolment.created',
      'sitting.begun',
      'sitting.saved',
      'attempt.graded',
      'lesson.completed',
    ]);
  });

  it('sent twice is one attempt with one result, whatever the second says', () => {
    enrolled();
    const sitting = begin();
    const first = handIn(sitting, rightAnswers);
    expect(handIn(sitting, { q2: ['c', 'a'], q1: ['b'] }, { at: now + 5000 })).toMatchObject({
      attempt: first.attempt,
      passed: true,
      note: null,
    });
    // Another tab of the same attempt, or the browser's history with other answers.
    expect(handIn(sitting, wrongAnswers)).toMatchObject({
      attempt: first.attempt,
      passed: true,
      note: 'already',
    });
    expect(world.db.select().from(attempts).all()).toHaveLength(1);
  });

  it('with answers it cannot have leaves nothing behind', () => {
    enrolled();
    expect(refusal(() => answer({ q1: ['b'], q9: ['a'] }))).toBe('invalid answers-unfit');
    expect(refusal(() => answer({ q1: ['z'] }))).toBe('invalid answers-unfit');
    expect(refusal(() => answer({ q1: ['a', 'b'] }))).toBe('invalid answers-unfit');
    expect(world.db.select().from(attempts).all()).toEqual([]);
    expect(actions()).toEqual(['enrolment.created', 'sitting.begun']);
  });

  it('counts what was not answered as wrong', () => {
    enrolled();
    expect(answer({})).toMatchObject({ passed: false });
    expect(world.db.select().from(attempts).all()).toMatchObject([
      { correct: 0, answers: { q1: [], q2: [] } },
    ]);
  });

  it('may have a mark of its own', async () => {
    edition = await publishLessons(world.db, [
      { id: 'first' },
      { id: 'check', kind: 'quiz', rules: 'pass="50"' },
    ]);
    enrolled();
    expect(answer({ q1: ['b'] })).toMatchObject({ passed: true });
    expect(world.db.select().from(attempts).all()).toMatchObject([{ mark: 50, correct: 1 }]);
  });

  it('that was failed after it was passed takes nothing away', () => {
    enrolled();
    answer(rightAnswers);
    answer(wrongAnswers);
    expect(state().completed).toEqual(['check']);
  });
});

describe('the course', () => {
  const finish = () => {
    complete('first');
    answer(rightAnswers);
    return complete('second', { at: now + 60_000 });
  };

  it('is completed with its last required lesson, and the record issued with it, once', () => {
    enrolled();
    const done = finish();
    expect(done).toMatchObject({ courseCompleted: true, issued: true, next: null });
    const issued = world.db.select().from(records).all();
    expect(issued).toMatchObject([
      { id: done.recordId, editionId: edition.id, locale: 'en', issuedAt: now + 60_000 },
    ]);
    expect(world.db.select().from(outbox).all()).toMatchObject([{ template: 'record-issued' }]);
    expect(state()).toMatchObject({ completedAt: now + 60_000, recordId: done.recordId, done: 3, total: 3 });
    expect(complete('second', { at: now + 90_000 })).toMatchObject({
      courseCompleted: true,
      issued: false,
      recordId: done.recordId,
    });
    expect(world.db.select().from(records).all()).toHaveLength(1);
  });

  it('does not wait for optional lessons', async () => {
    edition = await publishLessons(world.db, [{ id: 'first' }, { id: 'second', required: false }]);
    enrolled();
    expect(complete('first')).toMatchObject({ courseCompleted: true, issued: true });
  });

  it('stays completed whatever is published later', async () => {
    enrolled();
    const { recordId } = finish();
    edition = await publishLessons(world.db, [
      { id: 'first', revision: 2, word: 'Rewritten', preview: true },
      { id: 'second', word: 'Corrected' },
      { id: 'check', kind: 'quiz' },
      { id: 'added' },
    ]);
    expect(state()).toMatchObject({
      completedAt: now + 60_000,
      recordId,
      completed: ['first', 'second', 'check'],
      changed: ['first', 'second'],
      again: [],
      done: 3,
      total: 4,
    });
    expect(complete('added')).toMatchObject({ issued: false, recordId });
    expect(world.db.select().from(records).all()).toHaveLength(1);
  });
});

describe('a new edition', () => {
  it('keeps an unchanged and a corrected lesson, and accepts the older text of the same revision', async () => {
    enrolled();
    complete('first');
    const older = edition;
    edition = await publishLessons(world.db, [
      { id: 'first', preview: true, word: 'Corrected' },
      { id: 'second', word: 'Corrected' },
      { id: 'check', kind: 'quiz' },
    ]);
    expect(state()).toMatchObject({ completed: ['first'], changed: ['first'] });
    complete('second', { from: older });
    expect(state()).toMatchObject({ completed: ['first', 'second'], changed: ['first', 'second'] });
    expect(
      world.db
        .select()
        .from(completions)
        .all()
        .map(({ editionId }) => editionId),
    ).toEqual([older.id, older.id]);
  });

  it('with a major change asks for the new text', async () => {
    enrolled();
    const sitting = begin();
    complete('first');
    const older = edition;
    edition = await publishLessons(world.db, [
      { id: 'first', preview: true, revision: 2, word: 'Rewritten' },
      { id: 'second', revision: 2, word: 'Rewritten' },
      { id: 'check', kind: 'quiz', revision: 2, word: 'Rewritten' },
    ]);
    expect(state()).toMatchObject({ completed: [], again: ['first'], done: 0 });
    expect(refusal(() => complete('second', { from: older }))).toBe('conflict lesson-changed');
    expect(refusal(() => handIn(sitting, rightAnswers))).toBe('conflict lesson-changed');
    expect(world.db.select().from(attempts).all()).toEqual([]);
    // What was answered is kept until the new version is begun.
    expect(world.db.select().from(sittings).all()).toMatchObject([{ id: sitting, answers: rightAnswers }]);
    expect(begin()).not.toBe(sitting);
    expect(world.db.select().from(sittings).all()).toMatchObject([{ answers: {} }]);
    expect(actions()).toContain('sitting.dropped');
    complete('first');
    expect(state()).toMatchObject({ completed: ['first'], again: [] });
    expect(
      world.db
        .select()
        .from(completions)
        .all()
        .map(({ revision }) => revision),
    ).toEqual([1, 2]);
  });

  it('does not lose a quiz whose form is sent a second time after it', async () => {
    enrolled();
    const sitting = begin();
    const first = handIn(sitting, rightAnswers);
    edition = await publishLessons(world.db, [
      ...threeLessons.slice(0, 2),
      { id: 'check', kind: 'quiz', revision: 2, word: 'Rewritten' },
    ]);
    expect(handIn(sitting, rightAnswers).attempt).toBe(first.attempt);
    expect(state().again).toEqual(['check']);
  });

  it('that asks for less lets the learner finish by what is done', async () => {
    enrolled();
    complete('first');
    edition = await publishLessons(world.db, [{ id: 'first', preview: true }]);
    expect(state()).toMatchObject({ all: true, completedAt: null, recordId: null });
    expect(complete('first', { at: now + 1000 })).toMatchObject({ courseCompleted: true, issued: true });
    expect(state().completedAt).toBe(now + 1000);
  });

  it('counts a lesson that was away and came back', async () => {
    enrolled();
    complete('first');
    const older = edition;
    edition = await publishLessons(world.db, [{ id: 'second' }, { id: 'check', kind: 'quiz' }]);
    expect(state()).toMatchObject({ completed: [], total: 2 });
    expect(refusal(() => complete('first', { from: older }))).toBe('not-found not-found');
    edition = await publishLessons(world.db, threeLessons);
    expect(state()).toMatchObject({ completed: ['first'], total: 3 });
  });
});
