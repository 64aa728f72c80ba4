import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misfits, missingAnswers, unclearAnswers } from '~/domain/assessment/check-answers';
import { countRight, feedbackOn, isRight } from '~/domain/assessment/grading';
import { review } from '~/domain/assessment/review';
import {
  type Answers,
  answersTo,
  differing,
  neededFor,
  passes,
  readAnswers,
  scoreOf,
} from '~/domain/assessment/rules';
import type { ChoiceQuestion, NumericQuestion, Question } from '~/mdx/schema';

const letters = ['a', 'b', 'c', 'd'];

/** Every subset of `letters`, the empty one included. */
const subsets = Array.from({ length: 2 ** letters.length }, (_, bits) =>
  letters.filter((_, index) => bits & (1 << index)),
);

const question = (type: ChoiceQuestion['type'], key: string[], id = 'q'): Question => ({
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

const told = { right: 'said when right', wrong: 'said when wrong' };
const numeric = (changes: Partial<NumericQuestion> = {}): NumericQuestion => ({
  id: 'q',
  type: 'numeric',
  prompt: '<p>?</p>',
  ...told,
  answer: '12.5',
  tolerance: { value: '0', percent: false },
  units: [],
  mistakes: [],
  ...changes,
});
const words = (accepts: string[]): Question => ({
  id: 'q',
  type: 'short-text',
  prompt: '<p>?</p>',
  ...told,
  accepts,
  mistakes: [{ answer: 'occupancy rate', feedback: 'said of occupancy' }],
});
const matching = (options: string[]): Question => ({
  id: 'q',
  type: 'matching',
  prompt: '<p>?</p>',
  ...told,
  pairs: options.map((option, index) => ({ id: `pair-${index}`, html: `left ${index}`, option })),
  options: [...options].sort().map((id) => ({ id, text: `option ${id}` })),
});
const ordering = (codes: string[]): Question => ({
  id: 'q',
  type: 'ordering',
  prompt: '<p>?</p>',
  ...told,
  items: codes.map((code) => ({ id: `item-${code}`, code, html: `item ${code}` })),
});
const everyType: Question[] = [
  question('single', ['a']),
  question('multiple', ['a', 'c']),
  question('true-false', ['a']),
  numeric({ units: [{ name: 'km', factor: '1' }] }),
  words(['survival rate']),
  matching(['b', 'a', 'c']),
  ordering(['c', 'a', 'b']),
];

describe('a question with choices is right', () => {
  it('when exactly its set of choices was taken, for every key and every answer', () => {
    for (const key of subsets.filter(({ length }) => length > 0)) {
      for (const taken of subsets) {
        const expected = key.join() === taken.join();
        expect(isRight(question('multiple', key), taken)).toBe(expected);
        expect(isRight(question('multiple', key), taken.toReversed())).toBe(expected);
      }
    }
  });

  it('whatever the order in which choices are shown or taken', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(letters, { minLength: 1 }),
        fc.shuffledSubarray(letters),
        fc.shuffledSubarray(letters, { minLength: 4 }),
        (key, taken, shown) => {
          const asked = question('multiple', key) as ChoiceQuestion;
          const turned = {
            ...asked,
            choices: shown.flatMap((id) => asked.choices.filter((c) => c.id === id)),
          };
          expect(isRight(turned, taken)).toBe(isRight(asked, [...taken].sort()));
        },
      ),
    );
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

/** A plain decimal of `count` parts of 10^-places. */
const decimal = (count: bigint, places: number): string => {
  const digits = (count < 0n ? -count : count).toString().padStart(places + 1, '0');
  const sign = count < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

describe('a number is right', () => {
  it('up to its tolerance and not beyond, in decimals and not in binary fractions', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 0n, max: 10n ** 6n }),
        fc.integer({ min: 0, max: 9 }),
        (answer, tolerance, places) => {
          const asked = numeric({
            answer: decimal(answer, places),
            tolerance: { value: decimal(tolerance, places), percent: false },
          });
          const given = (count: bigint) => isRight(asked, [decimal(count, places).replace('.', ',')]);
          // A comma with three digits after it stands between thousands: those are read elsewhere.
          if (places === 3 || places === 4) return;
          expect(given(answer)).toBe(true);
          expect(given(answer + tolerance)).toBe(true);
          expect(given(answer - tolerance)).toBe(true);
          expect(given(answer + tolerance + 1n)).toBe(false);
          expect(given(answer - tolerance - 1n)).toBe(false);
        },
      ),
    );
    const sum = numeric({ answer: '0.3', tolerance: { value: '0', percent: false } });
    expect(isRight(sum, ['0.3'])).toBe(true);
    expect(isRight(sum, [String(0.1 + 0.2)])).toBe(false);
    expect(isRight(numeric({ answer: '0.1', tolerance: { value: '0.2', percent: false } }), ['0.3'])).toBe(
      true,
    );
  });

  it('within a share of its size when the tolerance is in percent', () => {
    const asked = numeric({ answer: '-200', tolerance: { value: '2.5', percent: true } });
    for (const given of ['-195', '-205', '−200', '－２００'])
      expect(isRight(asked, [given]), given).toBe(true);
    for (const given of ['-194.99', '-205.01', '200']) expect(isRight(asked, [given]), given).toBe(false);
  });

  it('in every unit by its factor', () => {
    const asked = numeric({
      answer: '2.5',
      units: [
        { name: 'km', factor: '1' },
        { name: '公里', factor: '1' },
        { name: 'm', factor: '0.001' },
        { name: 'cm', factor: '0.00001' },
      ],
    });
    for (const given of [
      '2.5',
      '2.5 km',
      '2,5km',
      '2500 m',
      '2,500 m',
      '２５００ｍ',
      '250000 cm',
      '2.5公里',
      '2.5 KM',
    ])
      expect(isRight(asked, [given]), given).toBe(true);
    for (const given of ['2500', '2.5 m', '2.5 kg', '2501 m', 'km'])
      expect(isRight(asked, [given]), given).toBe(false);
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), (metres) => {
        const same = { ...asked, answer: decimal(metres, 3) };
        expect(isRight(same, [`${metres} m`])).toBe(true);
        expect(isRight(same, [`${metres}00 cm`])).toBe(true);
        expect(isRight(same, [`${metres + 1n} m`])).toBe(false);
      }),
    );
  });

  it('and a typical mistake has its own feedback', () => {
    const asked = numeric({ mistakes: [{ answer: '87.5', feedback: 'counted among graduates' }] });
    expect(feedbackOn(asked, ['12.5'])).toBe('said when right');
    expect(feedbackOn(asked, ['87.5'])).toBe('counted among graduates');
    expect(feedbackOn(asked, ['1'])).toBe('said when wrong');
    expect(feedbackOn(asked, [])).toBe(undefined);
  });
});

describe('words are right', () => {
  it('whatever their case, width, accents, spaces and punctuation', () => {
    const asked = words(['Survival rate', 'kadar kelangsungan', '存活率', 'café']);
    for (const given of [
      'survival rate',
      'SURVIVAL  RATE.',
      'survival-rate',
      'ｓｕｒｖｉｖａｌ ｒａｔｅ',
      '“存活 率”。',
      'CAFE',
      'cafe\u0301',
    ])
      expect(isRight(asked, [given]), given).toBe(true);
    for (const given of ['survival', 'the survival rate', '', '。', 'rate survival'])
      expect(isRight(asked, [given]), given).toBe(false);
    expect(feedbackOn(asked, ['Occupancy rate!'])).toBe('said of occupancy');
  });

  it('for every way an accepted answer can be written', () => {
    const way = fc.array(fc.constantFrom(' ', '.', '-', '，', '　', '!'), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...'SurvivalRate存活率é'), way), { minLength: 1 }),
        (parts) => {
          const plain = parts.map(([letter]) => letter).join('');
          const written = parts.map(([letter, extra]) => letter.toUpperCase() + extra.join('')).join('');
          expect(isRight(words([plain]), [written])).toBe(true);
          expect(isRight(words([plain]), [`${written}x`])).toBe(false);
        },
      ),
    );
  });
});

describe('pairs and orders', () => {
  const codes = ['a', 'b', 'c', 'd', 'e'];

  it('are right only as the author has them', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(codes, { minLength: 5 }),
        fc.shuffledSubarray(codes, { minLength: 5 }),
        (right, given) => {
          const expected = right.join() === given.join();
          const pairs = given.map((option, index) => `${index + 1}:${option}`);
          expect(isRight(matching(right), pairs)).toBe(expected);
          expect(isRight(matching(right), pairs.toReversed())).toBe(expected);
          const places = given.map((code, index) => `${code}:${index + 1}`);
          expect(isRight(ordering(right), places)).toBe(expected);
          expect(isRight(ordering(right), places.toReversed())).toBe(expected);
        },
      ),
    );
  });

  it('are wrong when a part is missing, even though the others are right', () => {
    const right = ['c', 'a', 'b'];
    const pairs = right.map((option, index) => `${index + 1}:${option}`);
    const places = right.map((code, index) => `${code}:${index + 1}`);
    expect(isRight(matching(right), pairs.slice(1))).toBe(false);
    expect(isRight(ordering(right), places.slice(0, 2))).toBe(false);
    expect(isRight(ordering(right), [...places, 'd:4'])).toBe(false);
  });
});

describe('grading', () => {
  it('says right or wrong of anything at all, and is never right without an answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyType), fc.jsonValue(), (asked, value) => {
        const answers = { q: value } as unknown as Answers;
        expect([0, 1]).toContain(countRight([asked], answers));
        review([asked], answers, true);
        feedbackOn(asked, answersTo(answers, 'q'));
      }),
    );
    for (const asked of everyType) {
      expect(isRight(asked, []), asked.type).toBe(false);
      expect(missingAnswers([asked], {}), asked.type).toEqual(['q']);
      expect(countRight([asked], JSON.parse('{"__proto__": ["a"]}'))).toBe(0);
    }
  });

  it('and asking back never fail on what somebody made up', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyType),
        fc.array(fc.oneof(fc.string(), fc.constantFrom('1:a', 'a:1', ':', '١٢', '1e99', '9'.repeat(80)))),
        (asked, taken) => {
          const answers = { q: taken };
          misfits([asked], answers);
          unclearAnswers([asked], answers);
          missingAnswers([asked], answers);
          countRight([asked], answers);
        },
      ),
    );
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

  it('are read from the form by question, each choice once, each part by its name, and nothing from empty fields', () => {
    const form: [string, string][] = [
      ['answer.q1', 'a'],
      ['answer.q2', 'b'],
      ['answer.q2', 'a'],
      ['answer.q2', 'b'],
      ['answer.q3', '  12,5 km '],
      ['answer.q4', '  '],
      ['answer.q5.1', 'b'],
      ['answer.q5.2', ''],
      ['text', 'x'],
    ];
    expect(readAnswers(form)).toEqual({ q1: ['a'], q2: ['b', 'a'], q3: ['12,5 km'], q5: ['1:b'] });
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
    expect(misfits([matching(['b', 'a'])], { q: ['1:b', '3:a'] })).toEqual({ 'answer.q': 'choice-unknown' });
    expect(misfits([ordering(['b', 'a'])], { q: ['a:9'] })).toEqual({ 'answer.q': 'choice-unknown' });
    expect(misfits([words(['x'])], { q: ['x'.repeat(201)] })).toEqual({ 'answer.q': 'answer-too-long' });
  });

  it('that could mean two things are asked back, and a place given twice', () => {
    expect(unclearAnswers([numeric()], { q: ['1.250'] })).toEqual({ 'answer.q': 'number-two-ways' });
    expect(unclearAnswers([numeric()], { q: ['12.5'] })).toEqual({});
    expect(unclearAnswers([numeric()], {})).toEqual({});
    expect(unclearAnswers([ordering(['a', 'b'])], { q: ['a:1', 'b:1'] })).toEqual({
      'answer.q': 'place-twice',
    });
  });

  it('differ by what was taken and not by its order', () => {
    expect(differing({ q1: ['a', 'b'], q2: [] }, { q1: ['b', 'a'] })).toEqual([]);
    expect(differing({ q1: ['a'] }, { q2: ['a'] })).toEqual(['q1', 'q2']);
  });
});

describe('the review of an attempt', () => {
  it('without the key holds the feedback on what was answered and nothing of the key, for every type', () => {
    const [reviewed] = review([question('multiple', ['a', 'b'])], { q: ['a', 'c'] }, false);
    expect(reviewed).toMatchObject({
      right: false,
      choices: [{ feedback: 'secret a' }, {}, { feedback: 'secret c' }, {}],
    });
    for (const asked of everyType) {
      for (const answers of [
        {},
        { q: ['b'] },
        { q: ['1:b', 'a:1'] },
        { q: ['nothing like it'] },
      ] as Answers[]) {
        const sent = JSON.stringify(review([asked], answers, false));
        expect(sent, asked.type).not.toMatch(/"correct"|"solution"|"accepts"|said when right/);
      }
    }
    expect(JSON.stringify(review([numeric()], { q: ['3'] }, false))).not.toContain('12.5');
    expect(JSON.stringify(review([words(['survival rate'])], { q: ['x'] }, false))).not.toContain('survival');
  });

  it('with the key shows it, for every type', () => {
    const [choices] = review([question('multiple', ['a', 'b'])], { q: ['a'] }, true);
    expect(choices).toMatchObject({
      choices: [{ correct: true }, { correct: true }, { correct: false }, {}],
    });
    expect(review([numeric({ units: [{ name: 'km', factor: '1' }] })], { q: ['3 km'] }, true)).toMatchObject([
      { typed: '3 km', read: { value: '3', unit: 'km' }, solution: { answer: '12.5', unit: 'km' } },
    ]);
    expect(review([words(['x', 'y'])], {}, true)).toMatchObject([{ answered: false, solution: ['x', 'y'] }]);
    expect(review([matching(['b', 'a'])], { q: ['1:a'] }, true)).toMatchObject([
      {
        whole: false,
        pairs: [
          { taken: 'option a', solution: 'option b' },
          { taken: null, solution: 'option a' },
        ],
      },
    ]);
    expect(review([ordering(['b', 'a'])], { q: ['a:1', 'b:2'] }, true)).toMatchObject([
      {
        items: [
          { id: 'a', place: 1 },
          { id: 'b', place: 2 },
        ],
        solution: [{ id: 'b' }, { id: 'a' }],
      },
    ]);
  });
});
