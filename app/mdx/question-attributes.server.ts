// The attributes of a Question: which of them each type has, and what an author who mixed them up is told.
import { z } from 'zod';

/** A number in an attribute: a point for decimals, nothing between the thousands. */
export const DECIMAL = /^-?\d{1,15}(?:\.\d{1,10})?$/;
const TOLERANCE = /^\d{1,15}(?:\.\d{1,10})?%?$/;

type Parts = {
  id: z.ZodType<string>;
  words: (max: number) => z.ZodType<string>;
  flag: z.ZodType<true>;
  oneOf: <const T extends readonly [string, ...string[]]>(values: T) => z.ZodType<T[number]>;
};

const TYPES = ['single', 'multiple', 'true-false', 'numeric', 'short-text', 'matching', 'ordering'] as const;

/** What each type may have beside `id` and `type`, and which of it it must have. */
const takes: Record<(typeof TYPES)[number], { may: readonly string[]; must: readonly string[] }> = {
  single: { may: ['fixed'], must: [] },
  multiple: { may: ['fixed'], must: [] },
  'true-false': { may: [], must: ['answer', 'right', 'wrong'] },
  numeric: { may: ['tolerance', 'unit', 'ask-unit'], must: ['answer', 'right', 'wrong'] },
  'short-text': { may: [], must: ['right', 'wrong'] },
  matching: { may: [], must: ['right', 'wrong'] },
  ordering: { may: [], must: ['right', 'wrong'] },
};

const belongs: Record<string, string> = {
  answer: 'questions of type true-false and numeric have it',
  tolerance: 'only questions of type numeric have it',
  unit: 'only questions of type numeric have it',
  'ask-unit': 'only questions of type numeric have it',
  right: 'here each choice has its own feedback',
  wrong: 'here each choice has its own feedback',
  fixed: 'only questions of type single and multiple have choices to shuffle',
};

const wanted: Record<string, string> = {
  answer: 'add the right answer',
  right: 'add it, with what you say to who answers right',
  wrong: 'add it, with what you say to who does not',
};

export const questionAttributes = ({ id, words, flag, oneOf }: Parts) =>
  z
    .strictObject({
      id,
      type: oneOf(TYPES),
      answer: z.string('write the right answer in quotes').optional(),
      tolerance: z
        .string('write a number in quotes')
        .regex(TOLERANCE, 'write a number like 0.5, or a percentage like 5%')
        .optional(),
      unit: words(30).optional(),
      'ask-unit': flag.optional(),
      right: words(1000).optional(),
      wrong: words(1000).optional(),
      fixed: flag.optional(),
    })
    .superRefine((question, ctx) => {
      const say = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
      const { may, must } = takes[question.type];
      for (const [name, value] of Object.entries(question)) {
        const known = name === 'id' || name === 'type' || may.includes(name) || must.includes(name);
        if (value !== undefined && !known) say(name, `leave it out: ${belongs[name]}`);
      }
      for (const name of must)
        if (question[name as keyof typeof question] === undefined) say(name, wanted[name] ?? 'add it');
      const { answer, unit } = question;
      if (question.type === 'true-false' && answer !== undefined && !/^(?:true|false)$/.test(answer))
        say('answer', 'write answer="true" or answer="false"');
      if (question.type === 'numeric' && answer !== undefined && !DECIMAL.test(answer))
        say('answer', 'write a number like 12.5, with a point for decimals and nothing between thousands');
      if (unit !== undefined && !isUnit(unit))
        say('unit', 'begin it with a letter or a sign such as %, not with a digit');
      if (question['ask-unit'] && unit === undefined) say('ask-unit', 'name the unit too, like unit="km"');
    });

/** A unit that can be told from the number before it. */
export const isUnit = (unit: string): boolean => /^[^\d\s.,+-]/u.test(unit.trim());
