// What the check advises an author of one text, with its place, and what it lets pass. The body begins on line 5.
import { describe, expect, it } from 'vitest';
import { type Locale, renderText } from '~/mdx/index.server';
import { text } from './course';

const adviceOn = async (body: string, changes = {}) =>
  (await renderText(text(body, changes))).advice.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

describe('a reading', () => {
  const lengths = async (words: number, locale: Locale) => {
    const body = locale === 'zh-Hans' ? '字'.repeat(words) : 'word '.repeat(words);
    return (await adviceOn(body, { locale })).filter((line) => line.includes('good length'));
  };

  it.each<[Locale, number, number]>([
    ['en', 500, 1100],
    ['ms', 500, 1100],
    ['zh-Hans', 800, 2000],
  ])('in %s has %d to %d words or characters', async (locale, least, most) => {
    expect(await lengths(least, locale)).toEqual([]);
    expect(await lengths(most, locale)).toEqual([]);
    const unit = locale === 'zh-Hans' ? 'characters' : 'words';
    const said = (count: number, remedy: string) => [
      `1:1 This lesson has ${count.toLocaleString('en')} ${unit}, and a good length is ${least} to ${most.toLocaleString('en')}: ${remedy}`,
    ];
    expect(await lengths(least - 1, locale)).toEqual(
      said(least - 1, 'write more, or join it with another lesson.'),
    );
    expect(await lengths(most + 1, locale)).toEqual(
      said(most + 1, 'shorten it, or divide it into two lessons.'),
    );
  });

  it('names objectives', async () => {
    const body = 'word '.repeat(600);
    expect(await adviceOn(body)).toEqual([
      expect.stringMatching(/^1:1 This lesson names no objectives: add/),
    ]);
    const source = text(body).source.replace('summary:', 'objectives: [Count to 600]\nsummary:');
    expect(await adviceOn('', { source })).toEqual([]);
  });
});

type Choice = { right?: true; words: string; feedback?: string };
type Question = { type?: string; choices: Choice[]; attributes?: string };

const quiz = (questions: Question[], rules = '') =>
  `<Quiz id="q"${rules}>\n${questions
    .map(
      ({ type = 'single', choices, attributes = '' }, q) =>
        `<Question id="q${q}" type="${type}"${attributes}>\nWhat?\n\n${choices
          .map(
            ({ right, words, feedback }, c) =>
              `<Choice id="c${c}"${right ? ' correct' : ''} feedback="${feedback ?? `f${c}`}">${words}</Choice>\n`,
          )
          .join('')}</Question>\n`,
    )
    .join('')}</Quiz>\n`;

const adviceOnQuiz = (questions: Question[], rules = '', locale: Locale = 'en') =>
  adviceOn(quiz(questions, rules), { kind: 'quiz', locale });

/** Three choices of one length, number `right` of which is right. */
const plain = (right: number): Question => ({
  choices: ['aaa', 'bbb', 'ccc'].map((words, index) => ({
    words,
    ...(index === right ? { right: true } : {}),
  })),
});

describe('a quiz', () => {
  it('is not asked for length or objectives, and a good one gets no advice', async () => {
    expect(await adviceOnQuiz([plain(0), plain(1), plain(2)])).toEqual([]);
    expect(
      await adviceOn(
        '<Quiz id="q">\n<Question id="q1" type="true-false" answer="true" right="Yes." wrong="No.">\nIs it?\n</Question>\n</Quiz>',
        { kind: 'quiz' },
      ),
    ).toEqual([]);
  });

  it('has three choices or more in each question', async () => {
    const two: Question = { choices: [{ words: 'a b', right: true }, { words: 'c d' }] };
    expect(await adviceOnQuiz([plain(0), two])).toEqual([
      expect.stringMatching(/^13:1 The question "q1" has 2 choices/),
    ]);
    expect(await adviceOnQuiz([{ ...two, type: 'multiple' }])).toEqual([
      expect.stringMatching(/^6:1 The question "q0" has 2 choices/),
    ]);
  });

  it('has the right choice in more than one place, unless choices are shuffled', async () => {
    const same = [plain(1), plain(1), plain(1)];
    expect(await adviceOnQuiz(same)).toEqual([
      expect.stringMatching(
        /^5:1 In all 3 questions of type single, the right choice is number 2: vary its place/,
      ),
    ]);
    expect(await adviceOnQuiz(same, ' shuffle="choices"')).toEqual([]);
    expect(await adviceOnQuiz(same, ' shuffle')).toEqual([]);
    expect(await adviceOnQuiz(same.slice(1))).toEqual([]);
    expect(await adviceOnQuiz([...same, plain(0)])).toEqual([]);
  });

  it('does not give the right choice away by its length', async () => {
    const long = (right: number): Question => ({
      choices: plain(right).choices.map((choice) =>
        choice.right ? { ...choice, words: `${choice.words}, with every condition` } : choice,
      ),
    });
    expect(await adviceOnQuiz([long(0), long(1), long(2)])).toEqual([
      expect.stringMatching(/^5:1 In all 3 questions of type single, the right choice is the longest/),
    ]);
    expect(await adviceOnQuiz([long(0), long(1), plain(2)])).toEqual([]);
    expect(await adviceOnQuiz([long(0), long(1)])).toEqual([]);
  });

  it('gives each choice its own feedback', async () => {
    const choices = [
      { words: 'aaa', feedback: 'Think again.' },
      { words: 'bbb', right: true as const, feedback: 'Yes.' },
      { words: 'ccc', feedback: 'Think  again.' },
    ];
    expect(await adviceOnQuiz([{ choices }])).toEqual([
      expect.stringMatching(/^11:1 This feedback stands at another choice too/),
    ]);
    const told = (wrong: string) =>
      adviceOn(
        `<Quiz id="q">\n<Question id="q1" type="true-false" answer="true" right="It is." wrong="${wrong}">\nIs it?\n</Question>\n</Quiz>`,
        { kind: 'quiz' },
      );
    expect(await told('It is.')).toEqual([
      expect.stringMatching(/^6:1 The feedback in right and in wrong is the same/),
    ]);
    expect(await told('Look again.')).toEqual([]);
  });

  const adviceOnChoice = (words: string) =>
    adviceOnQuiz([{ choices: [{ words: 'aaa', right: true }, { words: 'bbb' }, { words }] }]);

  it.each([
    'All of the above',
    'None of the above.',
    '**None** of the above is true',
    'All of the answers above',
    'All the above',
    'Both of these',
    'None of these statements',
    'Neither of the other answers is right',
    'Both A and B',
    'a and c only',
    'Semua di atas',
    'Semua yang di atas.',
    'Kesemua jawapan di atas',
    'Semua pernyataan di atas adalah benar',
    'Tiada satu pun di atas',
    'Bukan semua di atas',
    'Kedua-dua di atas',
    'Semua jawapan betul',
    'A dan B sahaja',
    '以上都对',
    '以上皆非',
    '以上都不是。',
    '以上选项均正确',
    '以上三项都不正确',
    '上述全部',
    '以上说法全部错误',
    '都不对',
    'A和B',
    'A、C都对',
  ])('has no choice that speaks of the others: %s', async (words) => {
    expect(await adviceOnChoice(words)).toEqual([
      expect.stringMatching(/^11:1 This choice speaks of the other choices/),
    ]);
  });

  it.each([
    'All of the companies on the second floor',
    'None of the companies left',
    'None of them paid rent',
    'Those above the line',
    'A company and its bank',
    'The scores above 3 in both years',
    'Semua syarikat yang berumur di atas lima tahun',
    'Tiada syarikat yang keluar',
    'Markah di atas 3 sahaja',
    'Betul, sebab kadarnya turun',
    '上述企业均已毕业',
    '以上一年的收入为准',
    '都在同一层楼办公',
    '全部企业的存活率',
    '不对外公布',
  ])('may have a choice that speaks of the subject: %s', async (words) => {
    expect(await adviceOnChoice(words)).toEqual([]);
  });
});
