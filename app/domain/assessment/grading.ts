// Grading: pure, and the only place that decides what is right. Total: whatever an answer is, it is right or wrong.
import type { ChoiceQuestion, NumericQuestion, Question } from '~/mdx/schema';
import { isWithin } from './decimal';
import { readNumber } from './read-number';
import { type Answers, answersTo, partsOf } from './rules';

/** Whether the question was answered as its key says, and nothing else. Unanswered is wrong. */
export function isRight(question: Question, taken: readonly string[]): boolean {
  switch (question.type) {
    case 'numeric':
      return isNear(question, question.answer, taken);
    case 'short-text':
      return question.accepts.some((accepted) => isSaid(accepted, taken));
    case 'matching': {
      const parts = partsOf(taken);
      return (
        question.pairs.length > 0 &&
        parts.size === question.pairs.length &&
        question.pairs.every(({ option }, index) => parts.get(String(index + 1)) === option)
      );
    }
    case 'ordering': {
      const parts = partsOf(taken);
      return (
        question.items.length > 0 &&
        parts.size === question.items.length &&
        question.items.every(({ code }, index) => parts.get(code) === String(index + 1))
      );
    }
    default:
      return isKey(question, taken);
  }
}

/** How many of `questions` were answered right. */
export const countRight = (questions: readonly Question[], answers: Answers): number =>
  questions.filter((question) => isRight(question, answersTo(answers, question.id))).length;

/** What the author says to this answer as a whole; undefined where each choice says its own, and for no answer. */
export function feedbackOn(question: Question, taken: readonly string[]): string | undefined {
  if ('choices' in question || taken.length === 0) return undefined;
  if (isRight(question, taken)) return question.right;
  const mistake =
    question.type === 'numeric'
      ? question.mistakes.find(({ answer }) => isNear(question, answer, taken))
      : question.type === 'short-text'
        ? question.mistakes.find(({ answer }) => isSaid(answer, taken))
        : undefined;
  return mistake?.feedback ?? question.wrong;
}

function isKey(question: ChoiceQuestion, taken: readonly string[]): boolean {
  const key = new Set(question.choices.filter((choice) => choice.correct).map((choice) => choice.id));
  const chosen = new Set(taken);
  return chosen.size > 0 && chosen.size === key.size && [...chosen].every((id) => key.has(id));
}

/**
 * Whether the number is near `answer`. One that could mean two things was asked back; where time was up before that, it is what the
 * reader's language takes it for.
 */
function isNear(question: NumericQuestion, answer: string, taken: readonly string[]): boolean {
  const [typed] = taken;
  if (taken.length !== 1 || typed === undefined) return false;
  const reading = readNumber(typed, acceptedBy(question));
  const { tolerance, units } = question;
  if (reading.kind === 'number')
    return isWithin(reading.value, units[reading.unit ?? 0]?.factor ?? '1', answer, tolerance);
  const lenient = reading.kind === 'unclear' && /^(number-two-ways|unit-missing)$/.test(reading.code);
  return lenient && reading.value !== null && isWithin(reading.value, '1', answer, tolerance);
}

/** What a number may be written with. */
export const acceptedBy = ({ units, askUnit }: NumericQuestion) => ({
  units: units.map(({ name }) => name),
  askUnit: askUnit === true,
});

const isSaid = (wanted: string, taken: readonly string[]): boolean => {
  const [typed] = taken;
  return (
    taken.length === 1 &&
    typed !== undefined &&
    wordForm(wanted) !== '' &&
    wordForm(typed) === wordForm(wanted)
  );
};

/** What is left of words when case, width, accents, spaces and punctuation do not count. */
export const wordForm = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{P}\p{Z}\p{C}\s]+/gu, '');
