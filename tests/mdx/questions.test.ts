// Questions of every type: what an author is told, what becomes of a text, and what of it a learner may see.
import { describe, expect, it } from 'vitest';
import { checkText, renderText, toPublicQuestion } from '~/mdx/index.server';
import { text } from './course';

const said = 'right="KEY-R" wrong="KEY-W"';
const quiz = (inside: string, rules = '') => `<Quiz id="q"${rules}>\n${inside}\n</Quiz>`;
/** The Question is on line 6, its text on line 7, its parts begin on line 9. */
const asked = (attributes: string, parts = '', prompt = 'What?') =>
  quiz(`<Question id="q1" ${attributes}>\n${prompt}\n\n${parts}\n</Question>`);
const single = '<Choice id="a" correct feedback="f">x</Choice>\n<Choice id="b" feedback="f">y</Choice>';

const findings = async (body: string) =>
  (await checkText(text(body, { kind: 'quiz' }))).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
const render = async (body: string) => renderText(text(body, { kind: 'quiz' }));

const well: [string, string][] = [
  ['true-false', asked(`type="true-false" answer="false" ${said}`)],
  [
    'numeric',
    asked(
      `type="numeric" answer="-12.50" tolerance="2%" unit="%" ask-unit ${said}`,
      '<Accept unit="‰" factor="0.1" />\n<Mistake answer="87.5" feedback="KEY-M" />',
    ),
  ],
  ['a bare number', asked(`type="numeric" answer="3" ${said}`)],
  [
    'short-text',
    asked(
      `type="short-text" ${said}`,
      '<Accept>KEY one</Accept>\n<Accept>KEY-two</Accept>\n\n<Mistake answer="three" feedback="KEY-M" />',
    ),
  ],
  [
    'matching',
    asked(
      `type="matching" ${said}`,
      '<Pair id="KEY-1" with="zebra">First</Pair>\n<Pair id="KEY-2" with="ant">*Second*</Pair>'.replaceAll(
        'KEY',
        'key',
      ),
    ),
  ],
  [
    'ordering',
    asked(
      `type="ordering" ${said}`,
      '<Item id="key-1">zulu</Item>\n\n<Item id="key-2">\n**alpha**\n</Item>\n<Item id="key-3">mike</Item>',
    ),
  ],
  [
    'the quiz’s own rules',
    quiz(
      `<Question id="q1" type="single" fixed>\nx\n\n${single.replace('id="b"', 'id="b" last')}\n</Question>`,
      ' pass="60" attempts="3" wait="24h" minutes="20" shuffle="choices" review="after-pass"',
    ),
  ],
];

describe('what is well written', () => {
  it.each(well)('%s is accepted', async (_name, body) => {
    expect(await findings(body)).toEqual([]);
  });

  it.each(well)('%s shows no key, no feedback and no order to a learner', async (_name, body) => {
    const { questions, ...shown } = await render(body);
    const sent = JSON.stringify([shown, questions.map(toPublicQuestion)]);
    expect(sent).not.toMatch(/key|"(correct|feedback|answer|accepts|tolerance|factor|option|right|wrong)":/i);
  });

  it('is read as data', async () => {
    const of = async (name: string) =>
      (await render(well.find(([each]) => each === name)?.[1] ?? '')).questions[0];
    expect(await of('true-false')).toMatchObject({
      choices: [
        { id: 'true', html: 'True', correct: false, feedback: 'KEY-W' },
        { id: 'false', html: 'False', correct: true, feedback: 'KEY-R' },
      ],
    });
    expect(await of('numeric')).toMatchObject({
      answer: '-12.50',
      tolerance: { value: '2', percent: true },
      units: [
        { name: '%', factor: '1' },
        { name: '‰', factor: '0.1' },
      ],
      askUnit: true,
      mistakes: [{ answer: '87.5', feedback: 'KEY-M' }],
    });
    expect(await of('a bare number')).toMatchObject({ tolerance: { value: '0', percent: false }, units: [] });
    expect(await of('short-text')).toMatchObject({ accepts: ['KEY one', 'KEY-two'] });
    // The letters follow from the words: ant is a, whatever the author's order.
    expect(await of('matching')).toMatchObject({
      pairs: [
        { id: 'key-1', html: 'First', option: 'b' },
        { id: 'key-2', html: '<em>Second</em>', option: 'a' },
      ],
      options: [
        { id: 'a', text: 'ant' },
        { id: 'b', text: 'zebra' },
      ],
    });
    expect(await of('ordering')).toMatchObject({
      items: [
        { id: 'key-1', html: 'zulu', code: 'c' },
        { id: 'key-2', html: '<strong>alpha</strong>', code: 'a' },
        { id: 'key-3', html: 'mike', code: 'b' },
      ],
    });
    const rules = await render(well.at(-1)?.[1] ?? '');
    expect(rules.quiz).toEqual({
      id: 'q',
      pass: 60,
      attempts: 3,
      wait: 1440,
      minutes: 20,
      shuffle: 'choices',
    });
    expect(rules.questions[0]).toMatchObject({ fixed: true, choices: [{}, { id: 'b', last: true }] });
  });

  it('gives search the question and nothing that answers it', async () => {
    for (const [, body] of well) {
      const { plain } = await render(body);
      expect(plain).not.toMatch(/key|zebra|zulu/i);
    }
  });

  it('says true and false in the language of the text', async () => {
    const input = text(well[0]?.[1] ?? '', { kind: 'quiz', locale: 'zh-Hans' });
    expect((await renderText(input)).questions[0]).toMatchObject({
      choices: [{ html: '正确' }, { html: '错误' }],
    });
  });
});

describe('what is refused, where, and with which remedy', () => {
  const numeric = `type="numeric" answer="1" ${said}`;
  const pairs = '<Pair id="a" with="x">1</Pair>\n<Pair id="b" with="y">2</Pair>';
  it.each<[string, string, string]>([
    [
      'a number without its answer',
      asked(`type="numeric" ${said}`),
      '6:1 The attribute answer of <Question> is not right: add the right answer.',
    ],
    [
      'an answer that is no plain number',
      asked(`type="numeric" answer="1,250" ${said}`),
      '6:34 The attribute answer of <Question> is not right: write a number like 12.5',
    ],
    [
      'a tolerance that is none',
      asked(`${numeric} tolerance="about 5"`),
      '6:73 The attribute tolerance of <Question> is not right: write a number like 0.5',
    ],
    [
      'an answer that is neither true nor false',
      asked(`type="true-false" answer="yes" ${said}`),
      '6:37 The attribute answer of <Question> is not right: write answer="true" or answer="false".',
    ],
    [
      'no feedback',
      asked('type="true-false" answer="true" right="r"'),
      '6:1 The attribute wrong of <Question> is not right: add it, with what you say to who does not.',
    ],
    [
      'an attribute of another type',
      asked('type="single" answer="a"', single),
      '6:33 The attribute answer of <Question> is not right: leave it out: questions of type true-false and numeric have it.',
    ],
    [
      'feedback of a question with choices',
      asked('type="single" right="r"', single),
      '6:33 The attribute right of <Question> is not right: leave it out: here each choice has its own feedback.',
    ],
    [
      'ask-unit without a unit',
      asked(`${numeric} ask-unit`),
      '6:73 The attribute ask-unit of <Question> is not right: name the unit too',
    ],
    [
      'a unit that begins with a digit',
      asked(`${numeric} unit="2km"`),
      '6:73 The attribute unit of <Question> is not right: begin it with a letter',
    ],
    [
      'a choice in a question of numbers',
      asked(numeric, single),
      '9:1 A question of type numeric has no <Choice>: it has <Accept> and <Mistake>.',
    ],
    [
      'a pair in a statement',
      asked(`type="true-false" answer="true" ${said}`, pairs),
      '9:1 A question of type true-false has no <Pair>: it has nothing but its text.',
    ],
    [
      'an item in a question of choices',
      asked('type="single"', '<Item id="a">x</Item>'),
      '9:1 A question of type single has no <Item>: it has <Choice>.',
    ],
    [
      'another unit without its factor',
      asked(`${numeric} unit="km"`, '<Accept unit="m" />'),
      '9:1 In a question of type numeric, <Accept> names another unit',
    ],
    [
      'another unit where there is none',
      asked(numeric, '<Accept unit="m" factor="0.001" />'),
      '9:1 The question has no unit of its own yet',
    ],
    [
      'a factor of nought',
      asked(`${numeric} unit="km"`, '<Accept unit="m" factor="0.0" />'),
      '9:18 The attribute factor of <Accept> is not right: write a number above zero.',
    ],
    [
      'a mistake that is no number',
      asked(numeric, '<Mistake answer="two" feedback="f" />'),
      '9:1 The attribute answer of <Mistake> is not right: write a number like 12.5',
    ],
    [
      'a mistake that is the answer',
      asked(numeric, '<Mistake answer="1.0" feedback="f" />'),
      '9:1 This mistake is the right answer',
    ],
    [
      'words without a right answer',
      asked(`type="short-text" ${said}`),
      '6:1 The question "q1" accepts nothing: add <Accept>',
    ],
    [
      'a right answer of nothing',
      asked(`type="short-text" ${said}`, '<Accept></Accept>'),
      '9:1 <Accept> has no letter or digit in it',
    ],
    [
      'a right answer of punctuation',
      asked(`type="short-text" ${said}`, '<Accept>…</Accept>'),
      '9:1 <Accept> has no letter or digit in it',
    ],
    [
      'a right answer in bold',
      asked(`type="short-text" ${said}`, '<Accept>**x**</Accept>'),
      '9:1 <Accept> holds plain words',
    ],
    [
      'a right answer with a unit',
      asked(`type="short-text" ${said}`, '<Accept unit="m" factor="1">x</Accept>'),
      '9:1 In a question of type short-text, <Accept> has no attributes',
    ],
    [
      'one pair',
      asked(`type="matching" ${said}`, '<Pair id="a" with="x">1</Pair>'),
      '6:1 The question "q1" needs at least two pairs: add a <Pair>.',
    ],
    [
      'two pairs with one answer',
      asked(`type="matching" ${said}`, pairs.replace('"y"', '"x"')),
      '10:1 Two pairs have the same with="x"',
    ],
    [
      'two pairs that ask the same',
      asked(`type="matching" ${said}`, pairs.replace('>2<', '>1<')),
      '10:1 “1” is written twice',
    ],
    [
      'a pair without its other half',
      asked(`type="matching" ${said}`, '<Pair id="a">1</Pair>\n<Pair id="b" with="y">2</Pair>'),
      '9:1 <Pair> needs with="…": add it.',
    ],
    [
      'thirteen items',
      asked(
        `type="ordering" ${said}`,
        Array.from({ length: 13 }, (_, n) => `<Item id="i${n}">${n}</Item>`).join('\n'),
      ),
      '6:1 The question "q1" has 13 items: keep to 12',
    ],
    [
      'a choice twice, but for capitals and a full stop',
      quiz(
        '<Question id="q1" type="single">\nx\n\n<Choice id="a" feedback="f">The  rent.</Choice>\n<Choice id="b" correct feedback="g">the rent</Choice>\n</Question>',
      ),
      '10:1 “the rent” is written twice',
    ],
    [
      'an item twice',
      asked(`type="ordering" ${said}`, '<Item id="a">x</Item>\n<Item id="b">x</Item>'),
      '10:1 “x” is written twice',
    ],
    [
      'an id twice',
      asked(`type="ordering" ${said}`, '<Item id="a">x</Item>\n<Item id="a">y</Item>'),
      '10:1 The id "a" is used twice',
    ],
    [
      'a link in a pair',
      asked(`type="matching" ${said}`, pairs.replace('>1<', '>[1](https://x.org)<')),
      '9:23 A link cannot stand inside a choice',
    ],
    [
      'nothing asked',
      quiz(
        `<Question id="q1" type="ordering" ${said}>\n<Item id="a">x</Item>\n<Item id="b">y</Item>\n</Question>`,
      ),
      '6:1 The question "q1" asks nothing: write its text before the first <Item>.',
    ],
    [
      'text below the answers',
      asked(`type="ordering" ${said}`, '<Item id="a">x</Item>\n<Item id="b">y</Item>\n\nMore.'),
      '12:1 Text after the answers would be missed: move it before the first <Item>.',
    ],
    [
      'a part outside a question',
      '<Pair id="a" with="b">c</Pair>',
      '5:1 <Pair> stands directly inside <Question> only',
    ],
    [
      'a wait without its unit',
      quiz(`<Question id="q1" type="single">\nx\n\n${single}\n</Question>`, ' wait="24"'),
      '5:14 The attribute wait of <Quiz> is not right: write a number with m, h or d',
    ],
    [
      'no attempts',
      quiz(`<Question id="q1" type="single">\nx\n\n${single}\n</Question>`, ' attempts="0"'),
      '5:14 The attribute attempts of <Quiz> is not right: write a whole number from 1 to 99.',
    ],
    [
      'a wait after the only attempt',
      quiz(`<Question id="q1" type="single">\nx\n\n${single}\n</Question>`, ' attempts="1" wait="1h"'),
      '5:1 With attempts="1" there is nothing to wait for',
    ],
    [
      'an unknown review',
      quiz(`<Question id="q1" type="single">\nx\n\n${single}\n</Question>`, ' review="later"'),
      '5:14 The attribute review of <Quiz> is not right: choose one of after-pass, always, never.',
    ],
    [
      'an unknown shuffle',
      quiz(`<Question id="q1" type="single">\nx\n\n${single}\n</Question>`, ' shuffle="all"'),
      '5:14 The attribute shuffle of <Quiz> is not right: write the word alone, or shuffle="choices".',
    ],
  ])('%s', async (_name, body, expected) => {
    const found = await findings(body);
    expect(
      found.filter((finding) => finding.startsWith(expected)),
      found.join('\n'),
    ).toHaveLength(1);
  });
});
