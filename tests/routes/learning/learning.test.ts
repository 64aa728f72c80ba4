import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import { enrol, findEnrolmentState, openLesson, startQuiz } from '~/domain/learning/index.server';
import { action as attempt, loader as attemptPage } from '~/routes/learn/attempt';
import { loader as result } from '~/routes/learn/attempts';
import { action as complete, loader as completePage } from '~/routes/learn/complete';
import { action as enrolAction } from '~/routes/learn/enrol';
import { loader as lesson } from '~/routes/learn/lesson';
import { loader as my } from '~/routes/learn/my';
import { action as reflect, loader as reflectPage } from '~/routes/learn/reflect';
import { action as start } from '~/routes/learn/sitting';
import { action as save } from '~/routes/learn/sitting-answers';
import { attempts, completions, records, sittings } from '~db/schema';
import { storedForm } from '../../domain/records/stored-form';
import {
  digestOf,
  everyType,
  publishLessons,
  rightAnswers,
  slug,
  threeLessons,
  wrongAnswers,
} from '../../support/course';
import { ask, makeWorld, now, origin, statusOf, type World } from '../../support/world';

let world: World;
let edition: Edition;
beforeEach(async () => {
  world = await makeWorld();
  edition = await publishLessons(world.db);
});

const at = (name: string, rest = '') => `/courses/${slug}/lessons/${name}${rest}`;
const params = (name: string, more: Record<string, string> = {}) => ({ course: slug, lesson: name, ...more });
const location = (answer: unknown) => (answer instanceof Response ? answer.headers.get('Location') : null);
const textOf = (name: string) => digestOf(edition, name);
const enrolled = () => enrol(world.db, world.people.learner, { course: slug, at: now });
const answers = (given: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(given).map(([question, taken]) => [`answer.${question}`, taken]));

const open = (name: string, actor = world.people.learner as Parameters<typeof ask>[2], query = '') =>
  ask(world, lesson, actor, { path: at(name, query), params: params(name) });
const finish = (name: string, form: Record<string, string> = { text: textOf(name) }, query = '') =>
  ask(world, complete, world.people.learner, {
    path: at(name, `/complete${query}`),
    params: params(name),
    form,
  });
type Who = Parameters<typeof ask>[2];
const begin = (actor: Who = world.people.learner) =>
  ask(world, start, actor, { path: at('check', '/sitting'), params: params('check'), form: {} });
/** The open attempt as a page has it: its name and its version. */
const sittingForm = () => {
  const sitting = world.db.select().from(sittings).get();
  return { sitting: sitting?.id ?? '', version: String(sitting?.version ?? 1) };
};
const send = (
  given: Record<string, string[]>,
  changes: Record<string, string> = {},
  actor: Who = world.people.learner,
) =>
  ask(world, attempt, actor, {
    path: at('check', '/attempt'),
    params: params('check'),
    form: { ...sittingForm(), ...answers(given), ...changes },
  });
const answer = async (given: Record<string, string[]>) => {
  await begin();
  return send(given, { partly: '1' });
};
const write = (
  note: string,
  changes: Record<string, string> = {},
  actor = world.people.learner as Parameters<typeof ask>[2],
) =>
  ask(world, reflect, actor, {
    path: at('first', '/reflections/my-park'),
    params: params('first', { reflection: 'my-park' }),
    form: { text: textOf('first'), note, ...changes },
    headers: { Referer: `${origin}${at('first')}` },
  });

describe('the lesson’s page', () => {
  it('shows a preview to anyone', async () => {
    expect(await open('first', anonymous)).toMatchObject({
      title: 'Lesson first · A small course',
      signedIn: false,
      enrolment: null,
      notes: {},
    });
  });

  it('sends who is signed out to sign in and back, and who is not enrolled to the course', async () => {
    expect(location(await open('second', anonymous))).toBe(
      `/sign-in?next=${encodeURIComponent(at('second'))}`,
    );
    expect(location(await open('second'))).toBe(`/courses/${slug}`);
    expect(location(await open('second', world.people.programmeAdministrator, '?lng=ms'))).toBe(
      `/courses/${slug}?lng=ms`,
    );
  });

  it('is not found where there is no such lesson', async () => {
    expect(statusOf(await open('none'))).toBe(404);
    expect(statusOf(await open('none', anonymous))).toBe(404);
  });

  it('says what its reader can do afterwards, in the language of the text', async () => {
    await publishLessons(world.db, [{ id: 'first', preview: true, objectives: ['Name five jobs'] }]);
    expect(await open('first', anonymous)).toMatchObject({ lesson: { objectives: ['Name five jobs'] } });
    expect(await open('first', anonymous, '?lng=ms')).toMatchObject({
      lesson: { objectives: ['Name five jobs (ms)'] },
    });
  });

  it('keeps the lesson when the language changes, and says when the text is in another', async () => {
    enrolled();
    expect(await open('second', world.people.learner, '?lng=ms')).toMatchObject({
      lesson: { title: 'Pelajaran second', locale: 'ms' },
    });
    expect(await open('second', world.people.learner, '?lng=zh-Hans')).toMatchObject({
      lesson: { title: 'Lesson second', locale: 'en' },
    });
  });

  it('never sends a quiz’s key or feedback before it is passed, whatever is asked', async () => {
    enrolled();
    edition = await publishLessons(world.db, [
      ...threeLessons.slice(0, 2),
      { id: 'check', kind: 'quiz', more: everyType },
    ]);
    const pages = [
      await open('check'),
      await begin(),
      await open('check'),
      await ask(world, attemptPage, world.people.learner, {
        path: at('check', '/attempt'),
        params: params('check'),
      }),
      await ask(world, my, world.people.learner, { path: '/my' }),
      await send({ q9: ['a'] }),
      await send({ q4: ['1.250'] }),
      await send({}),
      await answer({}),
    ];
    // Not the pairs either, nor the order: the names of options and items follow from their words alone.
    expect(await open('check')).toMatchObject({ quiz: { sitting: null } });
    await begin();
    const shown = await open('check');
    expect(shown).toMatchObject({ quiz: { sitting: { questions: { length: 7 } } } });
    pages.push(shown);
    for (const page of pages) {
      const sent = page instanceof Response ? await page.text() : JSON.stringify(page);
      expect(sent).not.toMatch(
        /secret|feedback|"correct":(true|false)|"(answer|accepts|tolerance|factor|option)":/,
      );
    }
  });

  it('notes the visit, unless the page was only fetched in advance', async () => {
    enrolled();
    const last = () => findEnrolmentState(world.db, world.people.learner, edition)?.resume.lessonSlug;
    await ask(world, lesson, world.people.learner, {
      path: at('second'),
      params: params('second'),
      headers: { Purpose: 'prefetch' },
    });
    expect(last()).toBe('first');
    await open('second');
    expect(last()).toBe('second');
  });
});

describe('enrolling', () => {
  const send = (form: Record<string, string>, actor = world.people.learner as Parameters<typeof ask>[2]) =>
    ask(world, enrolAction, actor, { path: `/courses/${slug}/enrol`, params: { course: slug }, form });

  it('opens the lesson it was asked from, else the first', async () => {
    expect(location(await send({ lesson: 'second' }))).toBe(at('second'));
    expect(location(await send({}))).toBe(at('first'));
    expect(location(await send({ lesson: 'https://elsewhere.example' }))).toBe(at('first'));
  });

  it('asks the signed-out to sign in first', async () => {
    expect(location(await send({}, anonymous))).toMatch(/^\/sign-in\?/);
  });
});

describe('completing', () => {
  it('goes on to the next lesson, in the language of the address', async () => {
    enrolled();
    expect(location(await finish('first'))).toBe(at('second'));
    expect(location(await finish('second', undefined, '?lng=ms'))).toBe(at('check', '?lng=ms'));
    expect(world.db.select().from(completions).all()).toHaveLength(2);
  });

  it('of the last lesson ends with a signed record', async () => {
    enrolled();
    await finish('first');
    await answer(rightAnswers);
    expect(location(await finish('second'))).toBe(at('second', '?finished=1'));
    const [record] = world.db.select().from(records).all();
    expect(storedForm(world.db, record?.id ?? '')).toContain('eddsa-rdfc-2022');
    expect(await open('second', world.people.learner, '?finished=1')).toMatchObject({
      enrolment: { completedOn: '2 March 2026', recordId: record?.id, settle: false },
    });
    expect(await ask(world, my, world.people.learner, { path: '/my' })).toMatchObject({
      onward: null,
      records: [{ id: record?.id, course: 'A small course' }],
    });
  });

  it('that is refused says so on the lesson’s page', async () => {
    enrolled();
    expect(location(await finish('first', {}))).toBe(at('first', '?said=form-damaged'));
    const text = textOf('second');
    edition = await publishLessons(world.db, [
      { id: 'first', preview: true },
      { id: 'second', revision: 2, word: 'Rewritten' },
      { id: 'check', kind: 'quiz' },
    ]);
    expect(location(await finish('second', { text }))).toBe(at('second', '?said=lesson-changed'));
    expect(location(await finish('check'))).toBe(at('check', '?said=quiz-not-passed'));
  });

  it('without enrolment is 403', async () => {
    expect(statusOf(await finish('second'))).toBe(403);
  });

  it('opened as an address leads to the lesson', async () => {
    const answer = await ask(world, completePage, anonymous, {
      path: at('first', '/complete'),
      params: params('first'),
    });
    expect(location(answer)).toBe(at('first'));
  });
});

describe('a quiz', () => {
  const resultOf = async (path: string | null, actor = world.people.learner) =>
    ask(world, result, actor, {
      path: path ?? '',
      params: params('check', { attempt: path?.split('/').at(-1) ?? '' }),
    });

  it('leads to its result, the same one however often it is sent', async () => {
    enrolled();
    expect(location(await begin())).toBe(at('check', '#quiz'));
    const form = sittingForm();
    const first = location(await send(wrongAnswers, form));
    expect(first).toMatch(/\/attempts\/\d+$/);
    expect(location(await send(wrongAnswers, form))).toBe(first);
    expect(location(await send(rightAnswers, form))).toBe(`${first}?said=already`);
    expect(world.db.select().from(attempts).all()).toHaveLength(1);
    expect(await resultOf(first)).toMatchObject({
      title: 'Result: Lesson check',
      attempt: { correct: 0, total: 2, passed: false },
      finished: null,
    });
  });

  it('that completes the course says so, with the record', async () => {
    enrolled();
    await finish('first');
    await finish('second');
    const passed = await resultOf(location(await answer(rightAnswers)));
    const [record] = world.db.select().from(records).all();
    expect(storedForm(world.db, record?.id ?? '')).toContain('eddsa-rdfc-2022');
    expect(passed).toMatchObject({
      attempt: { passed: true },
      next: null,
      finished: { recordId: record?.id },
    });
  });

  it('that cannot be graded comes back with the answers kept', async () => {
    enrolled();
    await begin();
    const damaged = await send({ q1: ['b'], q2: ['z'] });
    expect(statusOf(damaged)).toBe(400);
    expect(damaged).toMatchObject({
      data: {
        form: 'quiz',
        error: 'answers-unfit',
        fields: { 'answer.q2': 'choice-unknown' },
        answers: { q1: ['b'], q2: ['z'] },
      },
    });
    expect(await send({ q1: ['b'] }, { sitting: 'x' })).toMatchObject({ data: { error: 'form-damaged' } });
    const missing = await send({ q1: ['b'] });
    expect(statusOf(missing)).toBe(409);
    expect(missing).toMatchObject({
      data: { error: 'answers-missing', fields: { 'answer.q2': 'not-answered' }, answers: { q1: ['b'] } },
    });
    expect(world.db.select().from(attempts).all()).toEqual([]);
    expect(location(await send({ q1: ['b'] }, { partly: '1' }))).toMatch(/\/attempts\/\d+$/);
  });

  it('is saved for later by its own form, and in place while it is answered', async () => {
    enrolled();
    await begin();
    expect(location(await send({ q1: ['a'] }, { intent: 'save' }))).toBe(at('check', '?saved=answers#quiz'));
    expect(await open('check')).toMatchObject({ quiz: { sitting: { version: 2, answers: { q1: ['a'] } } } });
    const inPlace = async (form: Record<string, string | string[]>, actor: Who = world.people.learner) => {
      const path = at('check', '/sitting/answers');
      const reply = await ask(world, save, actor, { path, params: params('check'), form });
      return reply instanceof Response && reply.status < 300 ? await reply.json() : reply;
    };
    const { sitting } = sittingForm();
    expect(await inPlace({ sitting, version: '2', 'answer.q1': 'b' })).toEqual({
      form: 'sitting',
      error: null,
      version: 3,
      savedAt: now,
      answers: null,
    });
    // Another tab knows of version 2 only.
    expect(await inPlace({ sitting, version: '2', 'answer.q1': 'c' })).toMatchObject({
      version: 3,
      answers: { q1: ['b'] },
    });
    expect(await send({ q1: ['c'] }, { version: '2', intent: 'save' })).toMatchObject({
      data: { error: 'sitting-moved', answers: { q1: ['c'] } },
    });
    expect(statusOf(await inPlace({ sitting, version: 'x' }))).toBe(400);
    expect(statusOf(await inPlace({ sitting, version: '3', 'answer.q1': 'z' }))).toBe(400);
    expect(location(await inPlace({ sitting, version: '3' }, anonymous))).toMatch(/^\/sign-in\?/);
    expect(world.db.select().from(sittings).all()).toMatchObject([{ version: 3, answers: { q1: ['b'] } }]);
  });

  it('whose time is up is graded when its page is opened, and says so', async () => {
    edition = await publishLessons(world.db, [{ id: 'check', kind: 'quiz', rules: 'minutes="5"' }]);
    enrolled();
    const { learner } = world.people;
    startQuiz(world.db, learner, { course: slug, lesson: 'check', locale: 'en', at: now - 3_600_000 });
    const opened = await open('check');
    expect(location(opened)).toMatch(/\/attempts\/\d+\?said=late$/);
    expect(await resultOf(location(opened)?.split('?')[0] ?? '')).toMatchObject({
      attempt: { passed: false },
    });
    expect(await open('check')).toMatchObject({ quiz: { sitting: null, attempts: [{ passed: false }] } });
  });

  it('says when the next attempt is possible', async () => {
    edition = await publishLessons(world.db, [{ id: 'check', kind: 'quiz', rules: 'wait="2h"' }]);
    enrolled();
    await answer(wrongAnswers);
    const refused = await begin();
    expect(statusOf(refused)).toBe(429);
    expect(refused).toMatchObject({
      data: { error: 'attempt-too-soon' },
      init: { headers: { 'Retry-After': '7200' } },
    });
    expect(await open('check')).toMatchObject({ quiz: { standing: { nextAt: now + 7_200_000 } } });
  });

  it('whose key changed in a major way asks to begin again, answers kept', async () => {
    enrolled();
    await begin();
    edition = await publishLessons(world.db, [
      ...threeLessons.slice(0, 2),
      { id: 'check', kind: 'quiz', revision: 2, word: 'Rewritten' },
    ]);
    const refused = await send(rightAnswers);
    expect(statusOf(refused)).toBe(409);
    expect(refused).toMatchObject({ data: { error: 'lesson-changed', answers: rightAnswers } });
    expect(await open('check')).toMatchObject({
      quiz: { sitting: { outdated: true, answers: rightAnswers } },
    });
  });

  it('is 403 to who is not enrolled, and its result to everybody else, whether or not it exists', async () => {
    expect(statusOf(await begin())).toBe(403);
    enrolled();
    const mine = location(await answer(rightAnswers));
    const others = [world.people.colleague, world.people.foreigner, world.people.programmeAdministrator];
    for (const other of others) {
      expect(statusOf(await resultOf(mine, other))).toBe(403);
      expect(statusOf(await resultOf(at('check', '/attempts/999'), other))).toBe(403);
    }
  });
});

describe('a note', () => {
  it('is saved, and a plain form comes back to where the note stands', async () => {
    expect(location(await write('One\r\ntwo'))).toBe(at('first', '?saved=my-park#note-my-park'));
    const opened = openLesson(world.db, world.people.learner, {
      course: slug,
      lesson: 'first',
      locale: 'en',
      at: now,
    });
    expect(opened.notes).toEqual({ 'my-park': 'One\ntwo' });
  });

  it('is saved in place when the page asks so', async () => {
    expect(await write('Thought', { inline: '1' })).toMatchObject({
      data: { form: 'reflection', id: 'my-park', error: null, note: 'Thought' },
    });
  });

  it('that is too long comes back whole', async () => {
    const note = '字'.repeat(20_001);
    const refused = await write(note);
    expect(statusOf(refused)).toBe(400);
    expect(refused).toMatchObject({ data: { form: 'reflection', error: 'note-too-long', note } });
    expect(statusOf(await write(`${'x\r\n'.repeat(10_000)}`))).toBe(302);
  });

  it('typed before signing in is on the page again afterwards, for its reader only once', async () => {
    const asked = location(await write('Typed before', {}, anonymous)) ?? '';
    const query = new URL(asked, origin).searchParams;
    expect(query.get('next')).toBe(at('first'));
    const back = at('first', `?kept=${query.get('kept')}`);
    const read = () => ask(world, reflectPage, world.people.learner, { path: back, params: params('first') });
    expect(await read()).toMatchObject({
      kept: { note: { id: 'my-park', note: 'Typed before' } },
      notes: {},
    });
    expect(await read()).toMatchObject({ kept: null });
  });

  it('of another is on nobody’s page', async () => {
    enrolled();
    await write('Confidential');
    for (const person of Object.values(world.people).filter(({ id }) => id !== world.people.learner.id)) {
      expect(JSON.stringify(await open('first', person))).not.toContain('Confidential');
    }
  });
});

describe('answers sent after the session ended', () => {
  it('are in the quiz again after signing in', async () => {
    enrolled();
    await begin();
    const asked = await send(rightAnswers, {}, anonymous);
    const query = new URL(location(asked) ?? '', origin).searchParams;
    const page = await open('check', world.people.learner, `?kept=${query.get('kept')}`);
    expect(page).toMatchObject({ kept: { answers: rightAnswers }, quiz: { sitting: { answers: {} } } });
    expect(location(await send(rightAnswers))).toMatch(/\/attempts\/\d+$/);
  });

  it('of a preview, for who is not enrolled, are refused in words', async () => {
    edition = await publishLessons(world.db, [{ id: 'check', kind: 'quiz', preview: true }]);
    const refused = await begin();
    expect(statusOf(refused)).toBe(409);
    expect(refused).toMatchObject({ data: { error: 'not-enrolled' } });
    expect(await open('check', anonymous)).toMatchObject({ quiz: { questions: 2, sitting: null } });
  });
});

describe('my page', () => {
  it('has nothing yet, then the lesson to go on with, and what changed', async () => {
    const page = () => ask(world, my, world.people.learner, { path: '/my' });
    expect(await page()).toMatchObject({ onward: null, courses: [], records: [] });
    enrolled();
    expect(await page()).toMatchObject({ onward: { lessonSlug: 'first', begun: false } });
    await open('first');
    await finish('first');
    expect(await page()).toMatchObject({
      onward: { lesson: 'Lesson second', lessonSlug: 'second', begun: true },
      courses: [{ done: 1, total: 3, changed: [], again: [] }],
    });
    await publishLessons(world.db, [
      { id: 'first', preview: true, word: 'Corrected' },
      ...threeLessons.slice(1),
    ]);
    expect(await page()).toMatchObject({
      courses: [{ done: 1, changed: [{ slug: 'first', title: 'Lesson first' }] }],
    });
  });

  it('is not for the signed-out', async () => {
    expect(location(await ask(world, my, anonymous, { path: '/my' }))).toBe('/sign-in?next=%2Fmy');
  });
});
