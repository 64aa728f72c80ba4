// The page of what changed in a lesson, and its form.
import { beforeEach, expect, it } from 'vitest';
import { type Actor, anonymous } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import { completeLesson, enrol, openLesson } from '~/domain/learning/index.server';
import { action, loader } from '~/routes/learn/changes';
import { loader as course } from '~/routes/public/course';
import { changeReviews } from '~db/schema';
import { digestOf, publishLessons, slug, threeLessons } from '../../support/course';
import { ask, makeWorld, now, statusOf, type World } from '../../support/world';

let world: World;
let second: Edition;
beforeEach(async () => {
  world = await makeWorld();
  const edition = await publishLessons(world.db);
  const { learner } = world.people;
  enrol(world.db, learner, { course: slug, at: now });
  for (const lesson of ['first', 'second']) {
    completeLesson(world.db, learner, {
      course: slug,
      lesson,
      textDigest: digestOf(edition, lesson),
      at: now,
    });
  }
  second = await publishLessons(world.db, [
    { id: 'first', preview: true, word: 'Other words' },
    ...threeLessons.slice(2),
  ]);
});

const path = `/courses/${slug}/lessons/first/changes`;
const params = { course: slug, lesson: 'first' };
const open = (actor: Actor = world.people.learner, query = '') =>
  ask(world, loader, actor, { path: path + query, params });
const send = (form: Record<string, string>, actor: Actor = world.people.learner, query = '') =>
  ask(world, action, actor, { path: path + query, params, form });
const location = (answer: unknown) => (answer instanceof Response ? answer.headers.get('Location') : null);
const state = () =>
  openLesson(world.db, world.people.learner, { course: slug, lesson: 'first', locale: 'en', at: now }).state;

it('shows the difference to who completed the lesson, and leads everybody else to the lesson', async () => {
  expect(await open()).toMatchObject({
    title: 'Lesson first · A small course',
    lesson: { slug: 'first', title: 'Lesson first', locale: 'en' },
    edition: 2,
    state: 'changed',
    locale: 'en',
    differences: [{ kind: 'changed' }, { kind: 'changed' }],
  });
  expect(location(await open(world.people.colleague, '?lng=ms'))).toBe(
    `/courses/${slug}/lessons/first?lng=ms`,
  );
  expect(location(await open(anonymous))).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  const missing = await ask(world, loader, world.people.learner, {
    path: `/courses/${slug}/lessons/second/changes`,
    params: { course: slug, lesson: 'second' },
  });
  expect(statusOf(missing)).toBe(404);
});

it('takes the word that it was seen, once or twice, and goes back to the lesson', async () => {
  const lesson = `/courses/${slug}/lessons/first?lng=ms&said=changes-seen`;
  expect(location(await send({ edition: '2' }, world.people.learner, '?lng=ms'))).toBe(lesson);
  expect(location(await send({ edition: '2' }, world.people.learner, '?lng=ms'))).toBe(lesson);
  expect(state()).toBe('complete');
  expect(await open()).toMatchObject({ state: null, differences: [] });
  expect(world.db.select().from(changeReviews).all()).toHaveLength(1);
});

it('refuses what no page of ours sent, and strangers', async () => {
  for (const edition of ['', 'two', '0', '1.5', '1e999']) {
    const answer = await send({ edition });
    expect([edition, statusOf(answer), (answer as { data: unknown }).data]).toEqual([
      edition,
      400,
      { error: 'form-damaged' },
    ]);
  }
  expect(await send({ edition: '99' })).toMatchObject({ data: { error: 'text-unknown' } });
  expect(await send({ edition: '2' }, world.people.colleague)).toMatchObject({
    data: { error: 'not-enrolled' },
  });
  expect(location(await send({ edition: '2' }, anonymous))).toContain('/sign-in?next=');
  expect(state()).toBe('changed');
});

it('the course page marks it, and keeps what was completed and has left the course', async () => {
  const page = (await ask(world, course, world.people.learner, {
    path: `/courses/${slug}`,
    params: { course: slug },
  })) as Awaited<ReturnType<typeof course>>;
  expect(page.enrolment).toMatchObject({ changed: ['first'], completed: ['first'], done: 1, total: 2 });
  expect(page.past).toEqual([{ title: 'Lesson second', locale: 'en', completedAt: now }]);
  expect(page.news[0]?.changes.map(({ slug: lesson, change }) => [lesson, change])).toEqual([
    ['first', 'minor'],
    ['second', 'removed'],
  ]);
  expect(second.number).toBe(2);
});
