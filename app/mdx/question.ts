// Questions: as they are kept, with their keys, and as a learner may see them. Browser-safe: zod and types only.
import { z } from 'zod';

export const choiceSchema = z.object({
  id: z.string(),
  html: z.string(),
  correct: z.boolean(),
  feedback: z.string(),
  /** Stays at the end where choices are shuffled. */
  last: z.literal(true).optional(),
});

const asked = { id: z.string(), prompt: z.string() };
/** What the author says to who answered right, and to who did not. */
const told = { right: z.string(), wrong: z.string() };
const mistakes = z.array(z.object({ answer: z.string(), feedback: z.string() }));

export const questionSchema = z.discriminatedUnion('type', [
  z.object({
    ...asked,
    type: z.enum(['single', 'multiple', 'true-false']),
    choices: z.array(choiceSchema),
    /** Its choices keep the author's order. */
    fixed: z.literal(true).optional(),
  }),
  z.object({
    ...asked,
    ...told,
    type: z.literal('numeric'),
    /** Decimals as text, so that they are never rounded. */
    answer: z.string(),
    tolerance: z.object({ value: z.string(), percent: z.boolean() }),
    /** Accepted units; the first is that of `answer`. One of a unit is `factor` of the first. */
    units: z.array(z.object({ name: z.string(), factor: z.string() })),
    /** A number without a unit is asked back; else it counts in the first. */
    askUnit: z.literal(true).optional(),
    mistakes,
  }),
  z.object({ ...asked, ...told, type: z.literal('short-text'), accepts: z.array(z.string()), mistakes }),
  z.object({
    ...asked,
    ...told,
    type: z.literal('matching'),
    pairs: z.array(z.object({ id: z.string(), html: z.string(), option: z.string() })),
    /** Their ids follow from their texts alone, so that they say nothing of the pairs. */
    options: z.array(z.object({ id: z.string(), text: z.string() })),
  }),
  z.object({
    ...asked,
    ...told,
    type: z.literal('ordering'),
    /** In the right order. `code` follows from the HTML alone, and is all a learner sees. */
    items: z.array(z.object({ id: z.string(), code: z.string(), html: z.string() })),
  }),
]);
/** A question with its key: never leaves the server. `prompt` and `html` are HTML, feedback is plain text. */
export type Question = z.infer<typeof questionSchema>;
export type ChoiceQuestion = Extract<Question, { choices: unknown }>;
export type NumericQuestion = Extract<Question, { type: 'numeric' }>;
export type MatchingQuestion = Extract<Question, { type: 'matching' }>;
export type OrderingQuestion = Extract<Question, { type: 'ordering' }>;

/** A question as a learner may see it before the attempt is graded. */
export type PublicQuestion = { id: string; prompt: string } & (
  | { type: 'single' | 'multiple' | 'true-false'; choices: { id: string; html: string }[] }
  /** `unit` stands beside the field; null where there is none, or where it must be written. `units`: all that are understood. */
  | { type: 'numeric'; unit: string | null; units: string[]; askUnit: boolean }
  | { type: 'short-text' }
  | { type: 'matching'; pairs: { id: string; html: string }[]; options: { id: string; text: string }[] }
  | { type: 'ordering'; items: { id: string; html: string }[] }
);

/** Copies what a learner may see, field by field, so a field added later stays on the server. */
export function toPublicQuestion(question: Question): PublicQuestion {
  const { id, prompt } = question;
  switch (question.type) {
    case 'numeric':
      return {
        id,
        type: question.type,
        prompt,
        unit: question.askUnit ? null : (question.units[0]?.name ?? null),
        units: question.units.map(({ name }) => name),
        askUnit: question.askUnit === true,
      };
    case 'short-text':
      return { id, type: question.type, prompt };
    case 'matching':
      return {
        id,
        type: question.type,
        prompt,
        pairs: question.pairs.map(({ html }, index) => ({ id: String(index + 1), html })),
        options: question.options.map((option) => ({ id: option.id, text: option.text })),
      };
    case 'ordering':
      return {
        id,
        type: question.type,
        prompt,
        items: question.items
          .map(({ code, html }) => ({ id: code, html }))
          .sort((one, other) => (one.id < other.id ? -1 : 1)),
      };
    default:
      return {
        id,
        type: question.type,
        prompt,
        choices: question.choices.map((choice) => ({ id: choice.id, html: choice.html })),
      };
  }
}

export const quizSchema = z.object({
  id: z.string(),
  /** Percent needed, where it is not the course's. */
  pass: z.number().optional(),
  /** How often it may be taken; without it, as often as one likes. */
  attempts: z.number().optional(),
  /** Minutes between two attempts. */
  wait: z.number().optional(),
  /** The time limit in minutes. */
  minutes: z.number().optional(),
  shuffle: z.enum(['all', 'choices']).optional(),
  /** When right answers are shown; without it, once the quiz is passed. */
  review: z.enum(['always', 'never']).optional(),
});
/** What the author says of the quiz as a whole. */
export type QuizRules = z.infer<typeof quizSchema>;
