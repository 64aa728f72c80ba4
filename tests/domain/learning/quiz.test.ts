// An attempt from its start to its result: limits, time, tabs, half-done answers and new editions.
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import { grace } from '~/domain/assessment/rules';
import type { DomainError } from '~/domain/error';
import {
  closeQuiz,
  enrol,
  openAttempt,
  openLesson,
  saveQuiz,
  startQuiz,
  submitQuiz,
} from '~/domain/learning/index.server';
import type { Locale } from '~/i18n/locales';
import { attempts, completions, sittings } from '~db/schema';
import {
  everyType,
  publishLessons,
  rightAnswers,
  rightOfEveryType,
  slug,
  wrongAnswers,
} from '../../support/course';
import { makeWorld, now, type World } from '../../support/world';

const minute = 60_000;
const hour = 60 * minute;

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

type Rules = { rules?: string; more?: string; word?: string; revision?: number };
const publish = async (quiz: Rules = {}) => {
  const edition = await publishLessons(world.db, [{ id: 'first' }, { id: 'check', kind: 'quiz', ...quiz }]);
  enrol(world.db, world.people.learner, { course: slug, at: now });
  return edition;
};
const named = { course: slug, lesson: 'check' };
const open = (at = now, locale: Locale = 'en') => {
  const { quiz } = openLesson(world.db, world.people.learner, { ...named, locale, at });
  if (!quiz) throw new Error('not a quiz');
  return quiz;
};
const start = (at = now, locale: Locale = 'en') =>
  startQuiz(world.db, world.people.learner, { ...named, locale, at });
const begin = (at = now, locale: Locale = 'en') => {
  const begun = start(at, locale);
  if (!('sitting' in begun)) throw new Error('it was graded instead');
  return begun.sitting;
};
const save = (sitting: string, answers: Record<string, string[]>, version: number, at = now) =>
  saveQuiz(world.db, world.people.learner, { ...named, sitting, answers, version, at });
const send = (
  sitting: string,
  answers: Record<string, string[]>,
  { version = 1, at = now, partly = false } = {},
) => submitQuiz(world.db, world.people.learner, { ...named, sitting, answers, version, partly, at });
const handIn = (...input: Parameters<typeof send>) => {
  const done = send(...input);
  if (done.kind !== 'done') throw new Error('other answers had been saved');
  return done.outcome;
};
const review = (attempt: number) =>
  openAttempt(world.db, world.people.learner, { ...named, attempt }).attempt;
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    const { code, details } = error as DomainError;
    return details?.fields ? `${code} ${JSON.stringify(details.fields)}` : code;
  }
  return 'nothing was refused';
};
const graded = () => world.db.select().from(attempts).all();
const openSittings = () => world.db.select().from(sittings).all();

describe('starting', () => {
  it('is the only thing that makes a sitting, and makes one however often it is pressed', async () => {
    await publish();
    expect(open().sitting).toBe(null);
    expect(openSittings()).toEqual([]);
    const sitting = begin();
    expect(begin(now + 1000)).toBe(sitting);
    expect(openSittings()).toHaveLength(1);
    expect(open().sitting).toMatchObject({ id: sitting, version: 1, answers: {}, dueAt: null, over: false });
  });

  it('is refused to who is signed out or not enrolled', async () => {
    await publish();
    const input = { ...named, locale: 'en' as const, at: now };
    expect(refusal(() => startQuiz(world.db, anonymous, input))).toBe('forbidden');
    expect(refusal(() => startQuiz(world.db, world.people.colleague, input))).toBe('not-enrolled');
    expect(refusal(() => startQuiz(world.db, world.people.learner, { ...input, lesson: 'first' }))).toBe(
      'not-a-quiz',
    );
    expect(openSittings()).toEqual([]);
  });

  it('says what awaits before', async () => {
    await publish({ rules: 'pass="50" attempts="3" wait="24h" minutes="20" shuffle review="always"' });
    expect(open()).toMatchObject({
      rules: { pass: 50, attempts: 3, wait: 24 * 60, minutes: 20, shuffle: 'all', review: 'always' },
      questions: 2,
      mark: 50,
      standing: { left: 3, nextAt: null },
      attempts: [],
      sitting: null,
    });
  });
});

describe('attempts', () => {
  it('are limited and spaced as the text says', async () => {
    await publish({ rules: 'attempts="2" wait="24h"' });
    handIn(begin(), wrongAnswers);
    expect(open().standing).toEqual({ left: 1, nextAt: now + 24 * hour });
    let refused: DomainError | undefined;
    try {
      begin(now + 23 * hour);
    } catch (error) {
      refused = error as DomainError;
    }
    expect(refused).toMatchObject({
      code: 'attempt-too-soon',
      refusal: 'limited',
      details: { retryAfter: 3600 },
    });
    const second = begin(now + 24 * hour);
    handIn(second, wrongAnswers, { at: now + 24 * hour });
    expect(open(now + 24 * hour).standing).toEqual({ left: 0, nextAt: now + 48 * hour });
    expect(refusal(() => begin(now + 100 * hour))).toBe('attempts-used');
    expect(graded()).toHaveLength(2);
    expect(openSittings()).toEqual([]);
  });

  it('made before a major change count no more', async () => {
    await publish({ rules: 'attempts="1"' });
    handIn(begin(), wrongAnswers);
    await publish({ rules: 'attempts="1"', word: 'Corrected' });
    expect(refusal(() => begin())).toBe('attempts-used');
    await publish({ rules: 'attempts="1"', word: 'Rewritten', revision: 2 });
    expect(open().standing.left).toBe(1);
    begin();
  });
});

describe('half-done answers', () => {
  it('are there again on any device, in the order they were shown', async () => {
    await publish({ rules: 'shuffle', more: everyType });
    const sitting = begin();
    const before = open().sitting?.questions;
    expect(save(sitting, { q1: ['a'], q4: ['2.5 k'] }, 1, now + 1000)).toMatchObject({
      saved: true,
      version: 2,
    });
    expect(open(now + hour).sitting).toMatchObject({
      id: sitting,
      version: 2,
      savedAt: now + 1000,
      answers: { q1: ['a'], q2: [], q4: ['2.5 k'] },
    });
    expect(open(now + hour).sitting?.questions).toEqual(before);
  });

  it('of another tab are never overwritten by one that did not know of them', async () => {
    await publish();
    const sitting = begin();
    save(sitting, { q1: ['a'] }, 1);
    expect(save(sitting, { q1: ['c'] }, 1)).toEqual({
      saved: false,
      version: 2,
      savedAt: now,
      answers: { q1: ['a'], q2: [] },
    });
    // The same answers are no conflict, and knowing of the other ones is none.
    expect(save(sitting, { q1: ['a'] }, 1)).toMatchObject({ saved: true, version: 2 });
    expect(save(sitting, { q1: ['c'] }, 2)).toMatchObject({ saved: true, version: 3 });
    expect(send(sitting, rightAnswers, { version: 2 })).toMatchObject({
      kind: 'moved',
      now: { version: 3, answers: { q1: ['c'] } },
    });
    expect(graded()).toEqual([]);
    expect(handIn(sitting, rightAnswers, { version: 3 })).toMatchObject({ passed: true });
  });

  it('that no such quiz can have, or for another’s attempt, are refused', async () => {
    await publish();
    const sitting = begin();
    expect(refusal(() => save(sitting, { q1: ['z'] }, 1))).toBe(
      'answers-unfit {"answer.q1":"choice-unknown"}',
    );
    expect(refusal(() => save('11111111-1111-4111-8111-111111111111', { q1: ['a'] }, 1))).toBe(
      'sitting-unknown',
    );
    enrol(world.db, world.people.colleague, { course: slug, at: now });
    const others = { ...named, sitting, answers: { q1: ['a'] }, version: 1, at: now };
    expect(refusal(() => saveQuiz(world.db, world.people.colleague, others))).toBe('sitting-unknown');
    expect(refusal(() => submitQuiz(world.db, world.people.colleague, { ...others, partly: true }))).toBe(
      'sitting-unknown',
    );
    expect(openSittings()).toMatchObject([{ version: 1, answers: {} }]);
  });
});

describe('handing in', () => {
  it('grades every type of question, and shows the review in the same order', async () => {
    await publish({ rules: 'shuffle', more: everyType });
    const sitting = begin();
    const shown = open().sitting?.questions ?? [];
    const done = handIn(sitting, { ...rightAnswers, ...rightOfEveryType });
    expect(done).toMatchObject({ passed: true, note: null });
    const { questions, correct, key } = review(done.attempt);
    expect({ correct, key }).toEqual({ correct: 7, key: 'shown' });
    expect(questions.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
    const choices = (list: readonly object[], id: string) => {
      const found = list.find((each) => 'id' in each && each.id === id) as { choices: { id: string }[] };
      return found.choices.map((choice) => choice.id);
    };
    expect(choices(questions, 'q1')).toEqual(choices(shown, 'q1'));
    expect(openSittings()).toEqual([]);
    expect(world.db.select().from(completions).all()).toHaveLength(1);
  });

  it('asks back what is not answered, and what could mean two things, and keeps the answers', async () => {
    await publish({ more: everyType });
    const sitting = begin();
    const answers = { ...rightAnswers, ...rightOfEveryType, q4: ['1.250 km'] };
    expect(refusal(() => send(sitting, answers))).toBe('answers-unclear {"answer.q4":"number-two-ways"}');
    expect(openSittings()).toMatchObject([{ version: 2, answers }]);
    const { q6: _q6, ...fewer } = { ...answers, q4: ['2.5 km'] };
    expect(refusal(() => send(sitting, fewer, { version: 2 }))).toBe(
      'answers-missing {"answer.q6":"not-answered"}',
    );
    expect(graded()).toEqual([]);
    expect(handIn(sitting, fewer, { version: 3, partly: true })).toMatchObject({ passed: true });
    expect(graded()).toMatchObject([{ correct: 6, total: 7 }]);
  });

  it('of one sitting from two tabs is one attempt, and the other tab is told', async () => {
    await publish();
    const sitting = begin();
    const first = handIn(sitting, wrongAnswers);
    expect(handIn(sitting, rightAnswers)).toMatchObject({
      attempt: first.attempt,
      passed: false,
      note: 'already',
    });
    expect(handIn(sitting, wrongAnswers)).toMatchObject({ attempt: first.attempt, note: null });
    expect(refusal(() => save(sitting, rightAnswers, 1))).toBe('sitting-unknown');
    expect(graded()).toHaveLength(1);
  });

  it('on a text that a minor edition replaced grades by that very text', async () => {
    await publish({ rules: 'pass="50"' });
    const sitting = begin();
    await publish({ word: 'Corrected', rules: 'pass="100"' });
    expect(open().sitting).toMatchObject({ outdated: false });
    expect(JSON.stringify(open().sitting?.questions)).toContain('Words, one of three?');
    expect(handIn(sitting, { ...rightAnswers, q2: ['a'] })).toMatchObject({ passed: true });
    expect(graded()).toMatchObject([{ mark: 50, correct: 1 }]);
  });

  it('on a text from before a major edition is refused, and nothing is lost until the new one is begun', async () => {
    await publish({ rules: 'minutes="10"' });
    const sitting = begin();
    await publish({ word: 'Rewritten', revision: 2 });
    expect(open().sitting).toMatchObject({ outdated: true, over: false });
    expect(refusal(() => send(sitting, rightAnswers))).toBe('lesson-changed');
    expect(openSittings()).toMatchObject([{ answers: rightAnswers }]);
    // Nor when its time is up.
    expect(open(now + hour).sitting).toMatchObject({ outdated: true, over: false, answers: rightAnswers });
    expect(closeQuiz(world.db, world.people.learner, { ...named, at: now + hour })).toBe(null);
    expect(begin(now + hour)).not.toBe(sitting);
    expect(open(now + hour).sitting).toMatchObject({ outdated: false, answers: {} });
    expect(graded()).toEqual([]);
  });

  it('goes on in the language it was begun in', async () => {
    await publish();
    const sitting = begin(now, 'ms');
    expect(begin(now, 'en')).toBe(sitting);
    expect(open(now, 'en').sitting?.locale).toBe('ms');
    handIn(sitting, rightAnswers);
    expect(graded()).toMatchObject([{ locale: 'ms' }]);
  });
});

describe('a time limit', () => {
  const due = now + 20 * minute;

  it('is kept by the server: what was saved by then is what is graded', async () => {
    await publish({ rules: 'minutes="20"' });
    const sitting = begin();
    expect(open().sitting).toMatchObject({ dueAt: due, over: false });
    save(sitting, rightAnswers, 1, due - 1000);
    const late = due + grace + 1;
    expect(refusal(() => save(sitting, wrongAnswers, 2, late))).toBe('sitting-over');
    expect(handIn(sitting, wrongAnswers, { version: 2, at: late })).toMatchObject({
      passed: true,
      note: 'late',
    });
    expect(graded()).toMatchObject([{ submittedAt: due, answers: rightAnswers, passed: true }]);
  });

  it('leaves a moment for a slow line, and asks nothing back any more', async () => {
    await publish({ rules: 'minutes="20" pass="50"', more: everyType });
    const sitting = begin();
    expect(
      handIn(sitting, { ...rightAnswers, ...rightOfEveryType, q4: ['2.5'], q6: [] }, { at: due + grace }),
    ).toMatchObject({ note: null, passed: true });
    // A number without its unit is what the question’s own unit makes of it; what is missing is wrong.
    expect(graded()).toMatchObject([{ correct: 6, total: 7, submittedAt: due + grace }]);
  });

  it('that ended when nobody looked is graded at the next sight, as of its end', async () => {
    await publish({ rules: 'minutes="20" wait="1h" attempts="2"' });
    const sitting = begin();
    save(sitting, wrongAnswers, 1, now + minute);
    expect(closeQuiz(world.db, world.people.learner, { ...named, at: due + grace })).toBe(null);
    expect(open(now + 50 * hour).sitting).toMatchObject({ over: true });
    expect(closeQuiz(world.db, world.people.learner, { ...named, at: now + 50 * hour })).toMatchObject({
      passed: false,
      note: 'late',
    });
    expect(closeQuiz(world.db, world.people.learner, { ...named, at: now + 50 * hour })).toBe(null);
    expect(graded()).toMatchObject([{ submission: sitting, submittedAt: due }]);
    expect(open(now + 50 * hour)).toMatchObject({ sitting: null, standing: { left: 1, nextAt: null } });
  });

  it('that is over leads to its result instead of a new start', async () => {
    await publish({ rules: 'minutes="20"' });
    begin();
    expect(start(now + hour)).toMatchObject({ note: 'late', passed: false });
    expect(openSittings()).toEqual([]);
    begin(now + hour);
  });
});

describe('the review', () => {
  const keyOf = async (rules: string, answers = wrongAnswers) => {
    await publish({ rules });
    const result = review(handIn(begin(), answers).attempt);
    return { key: result.key, shown: JSON.stringify(result.questions).includes('"correct":true') };
  };

  it('shows right answers as the text says', async () => {
    expect(await keyOf('')).toEqual({ key: 'after-pass', shown: false });
    expect(await keyOf('', rightAnswers)).toEqual({ key: 'shown', shown: true });
    expect(await keyOf('review="always"')).toEqual({ key: 'shown', shown: true });
    expect(await keyOf('review="never"', rightAnswers)).toEqual({ key: 'never', shown: false });
  });
});
