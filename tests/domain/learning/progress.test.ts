import { describe, expect, it } from 'vitest';
import type { EditionLesson } from '~/domain/courses/schema';
import { type Completed, progressOf, resumeAt, visitDue } from '~/domain/learning/rules';

const lesson = (id: number, changes: Partial<EditionLesson> = {}): EditionLesson => ({
  id,
  slug: `lesson-${id}`,
  kind: 'reading',
  revision: 1,
  required: true,
  preview: false,
  position: id,
  texts: { en: text(`en-${id}`), ms: text(`ms-${id}`) },
  ...changes,
});
const text = (digest: string) => ({ digest, title: '', summary: '', minutes: 1, words: 1, stale: false });
const done = (lessonId: number, changes: Partial<Completed> = {}): Completed => ({
  lessonId,
  revision: 1,
  textDigest: `en-${lessonId}`,
  locale: 'en',
  completedAt: 1000,
  ...changes,
});
const stateOf = (lessons: EditionLesson[], completed: Completed[], finished = false) =>
  lessons.map(({ id }) => progressOf(lessons, completed, finished).states.get(id)?.state);

describe('a lesson', () => {
  it('that is as it was completed is complete', () => {
    expect(stateOf([lesson(1), lesson(2)], [done(1)])).toEqual(['complete', 'open']);
  });

  it('with a minor change stays complete and says that it changed', () => {
    const changed = lesson(1, { texts: { en: text('en-1b'), ms: text('ms-1') } });
    expect(stateOf([changed], [done(1)])).toEqual(['changed']);
    expect(progressOf([changed], [done(1)], false).all).toBe(true);
  });

  it('whose change was looked at is complete until it changes again', () => {
    const changed = lesson(1, { texts: { en: text('en-1b') } });
    const again = lesson(1, { texts: { en: text('en-1c') } });
    const reviewed = done(1, { reviewedRevision: 1, reviewedDigest: 'en-1b' });
    expect(stateOf([changed], [reviewed])).toEqual(['complete']);
    expect(stateOf([again], [reviewed])).toEqual(['changed']);
  });

  it('with a major change is not done again by looking at it, and settled by that for who has the record', () => {
    const major = lesson(1, { revision: 2, texts: { en: text('en-1b') } });
    const reviewed = done(1, { reviewedRevision: 2, reviewedDigest: 'en-1b' });
    expect(stateOf([major], [reviewed])).toEqual(['again']);
    expect(stateOf([major], [reviewed], true)).toEqual(['complete']);
    expect(stateOf([lesson(1, { revision: 3, texts: { en: text('en-1b') } })], [reviewed], true)).toEqual([
      'changed',
    ]);
  });

  it('whose text changed only in another language did not change for who read this one', () => {
    const changed = lesson(1, { texts: { en: text('en-1b'), ms: text('ms-1') } });
    expect(stateOf([changed], [done(1, { locale: 'ms', textDigest: 'ms-1' })])).toEqual(['complete']);
  });

  it('that is no longer taught in the language it was completed in stays complete', () => {
    expect(
      stateOf([lesson(1, { texts: { en: text('en-1b') } })], [done(1, { locale: 'ms', textDigest: 'ms-1' })]),
    ).toEqual(['complete']);
  });

  it('with a major change is to be done again, and is complete once it is', () => {
    const major = lesson(1, { revision: 2 });
    expect(stateOf([major], [done(1)])).toEqual(['again']);
    expect(progressOf([major], [done(1)], false).done).toBe(0);
    expect(stateOf([major], [done(1), done(1, { revision: 2 })])).toEqual(['complete']);
  });

  it('with a major change is not asked again of who has the record', () => {
    const major = lesson(1, { revision: 2 });
    expect(stateOf([major], [done(1)], true)).toEqual(['changed']);
    expect(progressOf([major], [done(1)], true).done).toBe(1);
  });
});

describe('a course', () => {
  it('counts required lessons only', () => {
    const lessons = [lesson(1), lesson(2, { required: false }), lesson(3)];
    expect(progressOf(lessons, [done(1), done(2)], false)).toMatchObject({ done: 1, total: 2, all: false });
    expect(progressOf(lessons, [done(1), done(3)], false)).toMatchObject({ done: 2, total: 2, all: true });
  });

  it('loses nothing by a lesson that is added, and gains by one that is removed', () => {
    const both = [done(1), done(2)];
    expect(progressOf([lesson(1), lesson(2), lesson(3)], both, false)).toMatchObject({ done: 2, total: 3 });
    expect(progressOf([lesson(1)], both, false)).toMatchObject({ done: 1, total: 1, all: true });
  });

  it('without anything required is never complete by itself', () => {
    expect(progressOf([], [], false).all).toBe(false);
    expect(progressOf([lesson(1, { required: false })], [done(1)], false).all).toBe(false);
  });
});

describe('where to go on', () => {
  const lessons = [lesson(1), lesson(2), lesson(3, { required: false }), lesson(4)];
  const next = (completed: Completed[], last: number | null) =>
    resumeAt(lessons, progressOf(lessons, completed, false).states, last)?.id;

  it('is the first lesson for who has opened none', () => expect(next([], null)).toBe(1));
  it('is the lesson opened last while it is unfinished', () => expect(next([], 2)).toBe(2));
  it('is an optional lesson only for who has it open', () => {
    expect(next([done(1), done(2)], 2)).toBe(4);
    expect(next([done(1), done(2)], 3)).toBe(3);
  });
  it('turns back to what was left out', () => expect(next([done(2), done(4)], 4)).toBe(1));
  it('is the optional rest when all that is required is done', () =>
    expect(next([done(1), done(2), done(4)], 4)).toBe(3));
  it('is the lesson opened last when nothing is left', () =>
    expect(next([done(1), done(2), done(3), done(4)], 2)).toBe(2));
  it('is the first lesson when the one opened last was removed', () => expect(next([], 99)).toBe(1));
});

it('notes a visit for another lesson, or after five minutes', () => {
  const last = { lastLessonId: 1, lastActivityAt: 1_000_000 };
  expect(visitDue(last, 1, 1_000_000 + 5 * 60_000)).toBe(false);
  expect(visitDue(last, 1, 1_000_001 + 5 * 60_000)).toBe(true);
  expect(visitDue(last, 2, 1_000_001)).toBe(true);
  expect(visitDue({ lastLessonId: null, lastActivityAt: 1_000_000 }, 1, 1_000_001)).toBe(true);
});
