// What changed since a lesson was completed: shown, looked at, marked no more, and marked again when it changes again.
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import type { DomainError } from '~/domain/error';
import {
  completeLesson,
  enrol,
  findEnrolmentState,
  listPastLessons,
  myCourses,
  openLesson,
  readChanges,
  reviewChanges,
} from '~/domain/learning/index.server';
import { changeReviews, enrolments, entries } from '~db/schema';
import { digestOf, type LessonSpec, publishLessons, slug, threeLessons } from '../../support/course';
import { makeWorld, now, type World } from '../../support/world';

let world: World;
let edition: Edition;
beforeEach(async () => {
  world = await makeWorld();
  edition = await publishLessons(world.db);
  enrol(world.db, world.people.learner, { course: slug, at: now });
});

const withFirst = (changes: Partial<LessonSpec>) =>
  publishLessons(world.db, [{ id: 'first', preview: true, ...changes }, ...threeLessons.slice(1)]);
const complete = (locale: 'en' | 'ms' = 'en', from = edition, lesson = 'first') =>
  completeLesson(world.db, world.people.learner, {
    course: slug,
    lesson,
    textDigest: digestOf(from, lesson, locale),
    at: now,
  });
const review = (number: number, actor: Parameters<typeof reviewChanges>[1] = world.people.learner) =>
  reviewChanges(world.db, actor, { course: slug, lesson: 'first', edition: number, at: now + 5 });
const changes = (locale: 'en' | 'ms' | 'zh-Hans' = 'en', actor = world.people.learner) =>
  readChanges(world.db, actor, { course: slug, lesson: 'first', locale });
/** As every page that tells of it has it. */
const states = () => {
  const { learner } = world.people;
  const current = myCourses(world.db, learner)[0];
  if (!current) throw new Error('not enrolled');
  const opened = openLesson(world.db, learner, {
    course: slug,
    lesson: 'first',
    locale: 'en',
    at: now,
  }).state;
  const listed = (state: Pick<typeof current.state, 'changed' | 'again' | 'completed'>) =>
    state.changed.includes('first')
      ? 'changed'
      : state.again.includes('first')
        ? 'again'
        : state.completed.includes('first')
          ? 'complete'
          : 'open';
  const page = findEnrolmentState(world.db, learner, current.edition);
  return new Set([opened, listed(current.state), page ? listed(page) : 'none']);
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return 'nothing was refused';
};
const reviews = () => world.db.select().from(changeReviews).all();
const noted = () => world.db.select().from(entries).where(eq(entries.action, 'changes.reviewed')).all();

describe('what changed', () => {
  it('is shown word by word in the language the lesson was completed in', async () => {
    complete('ms');
    await withFirst({ word: { en: 'Words', ms: 'Perkataan' } });
    expect(changes('en')).toMatchObject({
      state: 'changed',
      locale: 'ms',
      completedIn: 'ms',
      reviewedAt: null,
      more: 0,
      differences: [
        {
          kind: 'changed',
          runs: [
            { kind: 'removed', text: 'Words' },
            { kind: 'added', text: 'Perkataan' },
            { kind: 'same', text: ' about first.' },
          ],
        },
        { kind: 'changed' },
      ],
    });
  });

  it('includes what a reader can do afterwards', async () => {
    edition = await withFirst({ objectives: ['Name five jobs', 'Draw the path'] });
    complete();
    await withFirst({ objectives: ['Name five jobs', 'Draw the whole path', 'Score alone'] });
    expect(changes()?.differences).toEqual([
      {
        kind: 'changed',
        runs: [
          { kind: 'same', text: 'Draw the ' },
          { kind: 'added', text: 'whole ' },
          { kind: 'same', text: 'path' },
        ],
      },
      { kind: 'added', text: 'Score alone' },
    ]);
  });

  it('is shown in another language, and says so, where there is nothing to compare in that', async () => {
    complete('ms');
    await withFirst({ revision: 2, word: { en: 'Other words', ms: 'Words' } });
    expect(changes('en')).toMatchObject({ state: 'again', locale: 'en', completedIn: 'ms' });
    expect(changes('en')?.differences).toHaveLength(2);
  });

  it('is nothing to who never completed it, and to who is signed out', async () => {
    await withFirst({ word: 'Other' });
    expect(changes()).toBeNull();
    expect(changes('en', world.people.colleague)).toBeNull();
    expect(readChanges(world.db, anonymous, { course: slug, lesson: 'first', locale: 'en' })).toBeNull();
    const missing = { course: slug, lesson: 'none', locale: 'en' as const };
    expect(codeOf(() => readChanges(world.db, world.people.learner, missing))).toBe('not-found');
  });

  it('never has a key or feedback of a quiz in it', async () => {
    const { learner } = world.people;
    completeQuiz();
    await publishLessons(world.db, [
      ...threeLessons.slice(0, 2),
      { id: 'check', kind: 'quiz', word: 'Other' },
    ]);
    const found = readChanges(world.db, learner, { course: slug, lesson: 'check', locale: 'en' });
    expect(found?.differences.length).toBeGreaterThan(0);
    expect(JSON.stringify(found?.differences)).not.toMatch(/secret|correct/);
  });

  /** As passing it would write it. */
  function completeQuiz() {
    const quiz = edition.modules[0]?.lessons[2];
    world.db.$client
      .prepare(
        'insert into completions (account_id, lesson_id, revision, edition_id, text_digest, locale, completed_at) values (?, ?, 1, ?, ?, ?, ?)',
      )
      .run(world.people.learner.id, quiz?.id, edition.id, digestOf(edition, 'check'), 'en', now);
  }
});

describe('a minor change that was looked at', () => {
  it('is marked no more, until the lesson changes again; then only what is new is shown', async () => {
    complete();
    const second = await withFirst({ word: 'Second words' });
    expect(states()).toEqual(new Set(['changed']));
    review(second.number);
    expect(states()).toEqual(new Set(['complete']));
    expect(changes()).toMatchObject({ state: null, differences: [], reviewedAt: now + 5 });

    await withFirst({ word: 'Third words' });
    expect(states()).toEqual(new Set(['changed']));
    expect(changes()?.differences[0]).toMatchObject({
      runs: [{ kind: 'removed', text: 'Second' }, { kind: 'added', text: 'Third' }, { kind: 'same' }],
    });
  });

  it('is written once with its audit entry, however often it is sent', async () => {
    complete();
    const second = await withFirst({ word: 'Second' });
    review(second.number);
    review(second.number);
    expect(reviews()).toMatchObject([{ editionId: second.id, reviewedAt: now + 5 }]);
    expect(noted()).toMatchObject([
      { actorId: world.people.learner.id, detail: { course: second.courseId, edition: second.id } },
    ]);
  });

  it('is what was on the page, not what was published meanwhile', async () => {
    complete();
    const second = await withFirst({ word: 'Second' });
    const third = await withFirst({ word: 'Third' });
    review(second.number);
    expect(states()).toEqual(new Set(['changed']));
    review(third.number);
    review(second.number);
    expect(states()).toEqual(new Set(['complete']));
    expect(reviews()).toMatchObject([{ editionId: third.id }]);
  });

  it('says nothing of the lessons beside it, nor of other learners', async () => {
    const { learner, foreigner } = world.people;
    enrol(world.db, foreigner, { course: slug, at: now });
    for (const actor of [learner, foreigner]) {
      for (const lesson of ['first', 'second']) {
        completeLesson(world.db, actor, {
          course: slug,
          lesson,
          textDigest: digestOf(edition, lesson),
          at: now,
        });
      }
    }
    const second = await publishLessons(
      world.db,
      threeLessons.map((lesson) => ({ ...lesson, word: 'Other' })),
    );
    review(second.number);
    expect(findEnrolmentState(world.db, learner, second)?.changed).toEqual(['second']);
    expect(findEnrolmentState(world.db, foreigner, second)?.changed).toEqual(['first', 'second']);
  });
});

describe('a major change', () => {
  it('is not settled by looking at it, but by completing the lesson again', async () => {
    complete();
    const second = await withFirst({ revision: 2, word: 'Second' });
    expect(states()).toEqual(new Set(['again']));
    expect(codeOf(() => review(second.number))).toBe('lesson-changed');
    expect(states()).toEqual(new Set(['again']));
    expect([...reviews(), ...noted()]).toEqual([]);
    complete('en', second);
    expect(states()).toEqual(new Set(['complete']));
  });

  it('is settled by looking at it for who has the record, who is never asked again', async () => {
    complete();
    world.db.update(enrolments).set({ completedAt: now }).run();
    const second = await withFirst({ revision: 2, word: 'Second' });
    expect(states()).toEqual(new Set(['changed']));
    review(second.number);
    expect(states()).toEqual(new Set(['complete']));
  });

  it('that was completed counts for more than what was looked at before', async () => {
    complete();
    const second = await withFirst({ word: 'Second' });
    review(second.number);
    const third = await withFirst({ revision: 2, word: 'Third' });
    complete('en', third);
    expect(states()).toEqual(new Set(['complete']));
    await withFirst({ revision: 2, word: 'Second' });
    expect(states()).toEqual(new Set(['changed']));
  });
});

it('nobody else may say so', async () => {
  complete();
  const second = await withFirst({ word: 'Second' });
  const { colleague } = world.people;
  expect(codeOf(() => review(second.number, anonymous))).toBe('forbidden');
  expect(codeOf(() => review(second.number, colleague))).toBe('not-enrolled');
  enrol(world.db, colleague, { course: slug, at: now });
  expect(codeOf(() => review(second.number, colleague))).toBe('not-completed');
  expect(codeOf(() => review(99))).toBe('text-unknown');
  const missing = { course: slug, lesson: 'none', edition: 1, at: now };
  expect(codeOf(() => reviewChanges(world.db, world.people.learner, missing))).toBe('not-found');
  expect([...reviews(), ...noted()]).toEqual([]);
});

it('a lesson that left the course stays among what was completed', async () => {
  const { learner, colleague } = world.people;
  complete('ms', edition, 'second');
  const without = await publishLessons(
    world.db,
    [threeLessons[0], threeLessons[2]].flatMap((each) => each ?? []),
  );
  expect(listPastLessons(world.db, learner, without)).toEqual([
    { title: 'Pelajaran second', locale: 'ms', completedAt: now },
  ]);
  expect(listPastLessons(world.db, learner, edition)).toEqual([]);
  expect(listPastLessons(world.db, colleague, without)).toEqual([]);
  expect(listPastLessons(world.db, anonymous, without)).toEqual([]);
});
