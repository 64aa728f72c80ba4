import { describe, expect, it } from 'vitest';
import {
  countRight,
  isRight,
  misfits,
  neededFor,
  passes,
  readAnswers,
  review,
  scoreOf,
} from '~/domain/assessment/rules';
import type { Question } from '~/mdx/schema';

const letters = ['a', 'b', 'c', 'd'];

/** Every subset of `letters`, the empty one included. */
const subsets = Array.from({ length: 2 ** letters.length }, (_, bits) =>
  letters.filter((_, index) => bits & (1 << index)),
);

const question = (type: Question['type'], key: string[], id = 'q'): Question => ({
  id,
  type,
  prompt: '<p>?</p>',
  choices: letters.map((letter) => ({
    id: letter,
    html: letter,
    correct: key.includes(letter),
    feedback: `secret ${letter}`,
  })),
});

describe('a question is right', () => {
  it('when exactly its set of choices was taken, for every key and every answer', () => {
    for (const key of subsets.filter(({ length }) => length > 0)) {
      for (const taken of subsets) {
        const expected = key.join() === taken.join();
        expect(isRight(question('multiple', key), taken)).toBe(expected);
        expect(isRight(question('multiple', key), taken.toReversed())).toBe(expected);
      }
    }
  });

  it('never when it was not answered, nor when a choice is named that it does not have', () => {
    expect(isRight(question('multiple', []), [])).toBe(false);
    expect(isRight(question('single', ['a']), [])).toBe(false);
    expect(isRight(question('single', ['a']), ['a', 'z'])).toBe(false);
  });

  it('when a choice was sent twice as when it was sent once', () => {
    expect(isRight(question('multiple', ['a', 'b']), ['a', 'b', 'a'])).toBe(true);
    expect(isRight(question('multiple', ['a', 'b']), ['a', 'a'])).toBe(false);
  });
});

describe('passing', () => {
  it('agrees with the number said to be needed and with the score shown, for every mark and length', () => {
    for (let total = 1; total <= 12; total += 1) {
      for (let mark = 1; mark <= 100; mark += 1) {
        for (let correct = 0; correct <= total; correct += 1) {
          const passed = passes(correct, total, mark);
          expect(passed).toBe(correct >= neededFor(total, mark));
          expect(passed).toBe(scoreOf(correct, total) >= mark);
        }
      }
    }
  });

  it('is not reached by rounding, and not at all without questions', () => {
    expect(passes(2, 3, 67)).toBe(false);
    expect(scoreOf(2, 3)).toBe(66);
    expect(passes(0, 0, 0)).toBe(false);
  });

  it('counts a question without an answer as wrong', () => {
    const questions = [question('single', ['a'], 'q1'), question('single', ['a'], 'q2')];
    expect(countRight(questions, { q1: ['a'] })).toBe(1);
    expect(countRight(questions, {})).toBe(0);
  });
});

describe('answers', () => {
  const questions = [question('single', ['a'], 'q1'), question('multiple', ['a', 'b'], 'q2')];

  it('are read from the form by question, each choice once', () => {
    const form: [string, string][] = [
      ['answer.q1', 'a'],
      ['answer.q2', 'b'],
      ['answer.q2', 'a'],
      ['answer.q2', 'b'],
      ['text', 'x'],
    ];
    expect(readAnswers(form)).toEqual({ q1: ['a'], q2: ['b', 'a'] });
  });

  it('that no such quiz can have are named by field', () => {
    expect(misfits(questions, { q1: ['a'], q2: ['a'] })).toEqual({});
    expect(misfits(questions, { q1: ['a', 'b'], q2: ['z'], q3: ['a'] })).toEqual({
      'answer.q1': 'choose-one',
      'answer.q2': 'choice-unknown',
      'answer.q3': 'question-unknown',
    });
    expect(misfits(questions, readAnswers([['answer.__proto__', 'a']]))).toEqual({
      'answer.__proto__': 'question-unknown',
    });
  });
});

describe('the review of an attempt', () => {
  const questions = [question('multiple', ['a', 'b'])];

  it('that failed holds the feedback of the choices taken and nothing of the key', () => {
    const [reviewed] = review(questions, { q: ['a', 'c'] }, false);
    expect(reviewed?.right).toBe(false);
    expect(reviewed?.choices.map(({ feedback }) => feedback)).toEqual([
      'secret a',
      undefined,
      'secret c',
      undefined,
    ]);
    expect(JSON.stringify(reviewed)).not.toContain('correct');
  });

  it('that passed shows the key', () => {
    const [reviewed] = review(questions, { q: ['a'] }, true);
    expect(reviewed?.choices.map(({ correct }) => correct)).toEqual([true, true, false, false]);
  });
});
