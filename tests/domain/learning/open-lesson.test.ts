import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import type { DomainError } from '~/domain/error';
import {
  enrol,
  myCourses,
  openAttempt,
  openLesson,
  recordVisit,
  saveReflection,
  startQuiz,
  submitQuiz,
} from '~/domain/learning/index.server';
import { enrolments, entries, reflections } from '~db/schema';
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

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return 'nothing was refused';
};
const open = (lesson: string, actor: Parameters<typeof openLesson>[1] = world.people.learner, at = now) =>
  openLesson(world.db, actor, { course: slug, lesson, locale: 'en', at });
const note = (text: string, changes: { lesson?: string; reflection?: string; textDigest?: string } = {}) => {
  const { lesson = 'first', reflection = 'my-park', textDigest = digestOf(edition, lesson) } = changes;
  saveReflection(world.db, world.people.learner, {
    course: slug,
    lesson,
    reflection,
    textDigest,
    note: text,
    divider: '— another device —',
    at: now,
  });
};

describe('a lesson', () => {
  it('that is a preview is open to anyone, and nothing of anyone is in it', () => {
    expect(open('first', anonymous)).toMatchObject({
      enrolment: null,
      notes: {},
      state: 'open',
      visitDue: false,
    });
    expect(codeOf(() => open('second', anonymous))).toBe('not-enrolled');
  });

  it('opens for who is enrolled', () => {
    expect(codeOf(() => open('second'))).toBe('not-enrolled');
    enrol(world.db, world.people.learner, { course: slug, at: now });
    const opened = open('second');
    expect(opened.previous?.slug).toBe('first');
    expect(opened.next?.slug).toBe('check');
    expect(opened.text.title).toBe('Lesson second');
    expect(codeOf(() => open('second', world.people.colleague))).toBe('not-enrolled');
    expect(codeOf(() => open('none'))).toBe('not-found');
  });

  it('comes in the language asked for, else in the source language, and says which', () => {
    const asked = (locale: 'ms' | 'zh-Hans') =>
      openLesson(world.db, anonymous, { course: slug, lesson: 'first', locale, at: now });
    expect(asked('ms')).toMatchObject({ locale: 'ms', textDigest: digestOf(edition, 'first', 'ms') });
    expect(asked('zh-Hans')).toMatchObject({ locale: 'en', textDigest: digestOf(edition, 'first') });
  });

  it('with a quiz never holds a key or feedback', () => {
    enrol(world.db, world.people.learner, { course: slug, at: now });
    // Before it is begun not even the questions are there.
    expect(JSON.stringify(open('check'))).not.toMatch(/one of three|secret/);
    startQuiz(world.db, world.people.learner, { course: slug, lesson: 'check', locale: 'en', at: now });
    const sent = JSON.stringify(open('check'));
    expect(sent).toContain('one of three?');
    expect(sent).not.toContain('secret');
    expect(sent).not.toContain('"correct":t');
    expect(sent).not.toContain('feedback');
  });
});

describe('a visit', () => {
  it('is remembered as where to resume, without an audit entry, and without moving time back', () => {
    enrol(world.db, world.people.learner, { course: slug, at: now });
    const before = world.db.select().from(entries).all().length;
    const opened = open('second');
    expect(opened.visitDue).toBe(true);
    const visit = { courseId: edition.courseId, lessonId: opened.lesson.id };
    recordVisit(world.db, world.people.learner, { ...visit, at: now + 10 });
    expect(open('second', world.people.learner, now + 20).visitDue).toBe(false);
    recordVisit(world.db, world.people.learner, { ...visit, at: now - 10 });
    expect(world.db.select().from(enrolments).all()).toMatchObject([{ lastActivityAt: now + 10 }]);
    expect(world.db.select().from(entries).all()).toHaveLength(before);
    expect(myCourses(world.db, world.people.learner)).toMatchObject([
      { begun: true, state: { resume: { lessonSlug: 'second' } } },
    ]);
    expect(world.db.$client.pragma('synchronous', { simple: true })).toBe(2);
  });
});

describe('a note', () => {
  it('is kept under its Reflect, the last one written, and for its writer only', () => {
    enrol(world.db, world.people.learner, { course: slug, at: now });
    enrol(world.db, world.people.colleague, { course: slug, at: now });
    note('First thought');
    note('第二个想法');
    expect(open('first').notes).toEqual({ 'my-park': '第二个想法' });
    expect(open('first', world.people.colleague).notes).toEqual({});
    expect(open('second').notes).toEqual({});
  });

  it('is never in the audit log', () => {
    note('Confidential');
    const log = JSON.stringify(world.db.select().from(entries).all());
    expect(log).toContain('reflection.saved');
    expect(log).not.toContain('Confidential');
  });

  it('may be as long as was said, and not longer', () => {
    note('x'.repeat(20_000));
    expect(codeOf(() => note('x'.repeat(20_001)))).toBe('note-too-long');
    expect(world.db.select().from(reflections).all()[0]?.note).toHaveLength(20_000);
  });

  it('belongs to a lesson one may read and a Reflect its text has', () => {
    expect(codeOf(() => note('x', { lesson: 'second' }))).toBe('not-enrolled');
    expect(codeOf(() => note('x', { reflection: 'other' }))).toBe('reflection-unknown');
    expect(codeOf(() => note('x', { textDigest: 'f'.repeat(64) }))).toBe('text-unknown');
  });

  it('can still be saved from a page that was opened before a new edition', async () => {
    enrol(world.db, world.people.learner, { course: slug, at: now });
    const textDigest = digestOf(edition, 'first');
    edition = await publishLessons(world.db, [
      { id: 'first', preview: true, revision: 2, word: 'Rewritten' },
      ...threeLessons.slice(1),
    ]);
    note('Typed before', { textDigest });
    expect(open('first').notes).toEqual({ 'my-park': 'Typed before' });
  });
});

describe('an attempt', () => {
  const answer = (answers: Record<string, string[]>) => {
    const named = { course: slug, lesson: 'check', at: now };
    const begun = startQuiz(world.db, world.people.learner, { ...named, locale: 'en' });
    const sitting = 'sitting' in begun ? begun.sitting : '';
    const done = submitQuiz(world.db, world.people.learner, {
      ...named,
      sitting,
      version: 1,
      answers,
      partly: false,
    });
    return done.kind === 'done' ? done.outcome.attempt : 0;
  };
  const read = (attempt: number, actor: Parameters<typeof openAttempt>[1] = world.people.learner) =>
    openAttempt(world.db, actor, { course: slug, lesson: 'check', attempt });

  it('is shown to who made it, the key only once it passed', () => {
    enrol(world.db, world.people.learner, { course: slug, at: now });
    const failed = read(answer(wrongAnswers));
    expect(failed.attempt).toMatchObject({ correct: 0, total: 2, score: 0, mark: 75, passed: false });
    expect(JSON.stringify(failed.attempt.questions)).not.toContain('"correct"');
    expect(JSON.stringify(failed.attempt.questions).match(/secret/g)).toHaveLength(3);
    const passed = read(answer(rightAnswers));
    expect(passed.attempt.questions[0]).toMatchObject({
      choices: [{ correct: false }, { correct: true }, { correct: false }],
    });
    expect(open('check').quiz?.attempts.map(({ passed }) => passed)).toEqual([true, false]);
  });

  it('of another, and one that does not exist, are refused alike', () => {
    enrol(world.db, world.people.learner, { course: slug, at: now });
    enrol(world.db, world.people.foreigner, { course: slug, at: now });
    const id = answer(rightAnswers);
    const { foreigner, programmeAdministrator } = world.people;
    const refusals = [
      () => read(id, foreigner),
      () => read(id, programmeAdministrator),
      () => read(id, anonymous),
      () => read(id + 1),
      () => read(Number.NaN),
    ].map(codeOf);
    expect(new Set(refusals)).toEqual(new Set(['forbidden']));
  });
});
