import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, firstOrder, shuffled } from '~/domain/assessment/shuffle';
import type { Question } from '~/mdx/schema';

const choice = (id: string, last = false) => ({
  id,
  html: id,
  correct: id === 'a',
  feedback: 'f',
  ...(last ? { last: true as const } : {}),
});
const single = (id: string, fixed = false): Question => ({
  id,
  type: 'single',
  prompt: '',
  choices: ['a', 'b', 'c', 'd', 'e', 'f'].map((each) => choice(each)).concat(choice('none', true)),
  ...(fixed ? { fixed: true as const } : {}),
});
const ordering = {
  id: 'o',
  type: 'ordering' as const,
  prompt: '',
  right: '',
  wrong: '',
  items: ['c', 'a', 'b'].map((code) => ({ id: code, code, html: code })),
};
const quiz = [single('q1'), single('q2'), single('q3', true), single('q4')];
const choicesOf = (question: Question | undefined) =>
  question && 'choices' in question ? question.choices.map(({ id }) => id) : [];
const anySeed = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('the order of a sitting', () => {
  it('follows from its seed alone, and nothing is lost or added', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const shown = arrange(quiz, seed, 'all');
        expect(arrange(quiz, seed, 'all')).toEqual(shown);
        expect(shown.map(({ id }) => id).sort()).toEqual(['q1', 'q2', 'q3', 'q4']);
        for (const question of shown) {
          expect(choicesOf(question).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'none']);
        }
      }),
    );
  });

  it('keeps what is fixed, and what is last at the end', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const shown = arrange(quiz, seed, 'all');
        expect(choicesOf(shown.find(({ id }) => id === 'q3'))).toEqual([
          'a',
          'b',
          'c',
          'd',
          'e',
          'f',
          'none',
        ]);
        for (const question of shown) expect(choicesOf(question).at(-1)).toBe('none');
      }),
    );
  });

  it('leaves the questions in place where only choices are shuffled, and all where nothing is', () => {
    expect(arrange(quiz, 7, 'choices').map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q4']);
    expect(arrange(quiz, 7, undefined)).toEqual(quiz);
  });

  it('is another for another seed, with every order about as likely', () => {
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= 6000; seed += 1) {
      const order = shuffled(['a', 'b', 'c'], `${seed}/q`).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('never shows an ordering as it should be', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const order = firstOrder(ordering, seed);
        expect([...order].sort()).toEqual(['a', 'b', 'c']);
        expect(order).not.toEqual(['c', 'a', 'b']);
      }),
    );
  });
});
