// What is asked back before grading: answers a quiz cannot have been given, ones that could mean two things, and missing ones.
import type { Question } from '~/mdx/schema';
import { acceptedBy } from './grading';
import { readNumber } from './read-number';
import { type Answers, answerField, answersTo, longestAnswer, partsOf } from './rules';

type Fields = Record<string, string>;

/** Message codes by form field for answers that this quiz cannot have been given; empty when all fit. */
export function misfits(questions: readonly Question[], answers: Answers): Fields {
  const known = new Map(questions.map((question) => [question.id, question]));
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, taken]) => {
      const question = known.get(id);
      const code = question ? misfit(question, taken) : 'question-unknown';
      return code ? [[answerField(id), code]] : [];
    }),
  );
}

function misfit(question: Question, taken: readonly string[]): string | undefined {
  switch (question.type) {
    case 'numeric':
    case 'short-text':
      if (taken.length > 1) return 'form-damaged';
      return (taken[0]?.length ?? 0) > longestAnswer ? 'answer-too-long' : undefined;
    case 'matching': {
      const pairs = new Set(question.pairs.map((_, index) => String(index + 1)));
      const options = new Set(question.options.map(({ id }) => id));
      return [...partsOf(taken)].every(([pair, option]) => pairs.has(pair) && options.has(option))
        ? undefined
        : 'choice-unknown';
    }
    case 'ordering': {
      const codes = new Set(question.items.map(({ code }) => code));
      const places = new Set(question.items.map((_, index) => String(index + 1)));
      return [...partsOf(taken)].every(([code, place]) => codes.has(code) && places.has(place))
        ? undefined
        : 'choice-unknown';
    }
    default:
      if (taken.some((choice) => !question.choices.some(({ id }) => id === choice))) return 'choice-unknown';
      return question.type !== 'multiple' && new Set(taken).size > 1 ? 'choose-one' : undefined;
  }
}

/** Message codes by form field for answers that must be written again to be understood. */
export function unclearAnswers(questions: readonly Question[], answers: Answers): Fields {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const code = unclear(question, answersTo(answers, question.id));
      return code ? [[answerField(question.id), code]] : [];
    }),
  );
}

function unclear(question: Question, taken: readonly string[]): string | undefined {
  if (question.type === 'numeric') {
    const reading = readNumber(taken[0] ?? '', acceptedBy(question));
    return reading.kind === 'unclear' ? reading.code : undefined;
  }
  if (question.type !== 'ordering') return undefined;
  const places = [...partsOf(taken).values()];
  return new Set(places).size < places.length ? 'place-twice' : undefined;
}

/** Ids of the questions that are not answered, or not wholly. */
export const missingAnswers = (questions: readonly Question[], answers: Answers): string[] =>
  questions.filter((question) => !isAnswered(question, answersTo(answers, question.id))).map(({ id }) => id);

export function isAnswered(question: Question, taken: readonly string[]): boolean {
  if (question.type === 'matching') return partsOf(taken).size === question.pairs.length;
  if (question.type === 'ordering') return partsOf(taken).size === question.items.length;
  return taken.length > 0;
}
