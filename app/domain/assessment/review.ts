// What a learner may know of a graded attempt, copied field by field: keys and feedback leave only through here.
import type { Question } from '~/mdx/schema';
import { isAnswered } from './check-answers';
import { acceptedBy, feedbackOn, isRight } from './grading';
import { readNumber } from './read-number';
import { type Answers, answersTo, partsOf } from './rules';
import type { ReviewedQuestion } from './schema';
import { firstOrder } from './shuffle';

/** Feedback on what was answered, and what is right where `showKey`. */
export const review = (
  questions: readonly Question[],
  answers: Answers,
  showKey: boolean,
  seed = 0,
): ReviewedQuestion[] =>
  questions.map((question) => reviewOne(question, answersTo(answers, question.id), showKey, seed));

function reviewOne(
  question: Question,
  taken: readonly string[],
  showKey: boolean,
  seed: number,
): ReviewedQuestion {
  const { id, prompt } = question;
  const feedback = feedbackOn(question, taken);
  const common = {
    id,
    prompt,
    right: isRight(question, taken),
    answered: taken.length > 0,
    whole: isAnswered(question, taken),
    ...(feedback ? { feedback } : {}),
  };
  const parts = partsOf(taken);
  switch (question.type) {
    case 'numeric': {
      const { answer, tolerance, units } = question;
      const reading = readNumber(taken[0] ?? '', acceptedBy(question));
      const read =
        reading.kind === 'number'
          ? {
              value: reading.value,
              unit: reading.unit === null ? null : (units[reading.unit]?.name ?? null),
            }
          : null;
      const solution = { answer, unit: units[0]?.name ?? null, within: tolerance };
      return {
        ...common,
        type: question.type,
        typed: taken[0] ?? null,
        read,
        ...(showKey ? { solution } : {}),
      };
    }
    case 'short-text':
      return {
        ...common,
        type: question.type,
        typed: taken[0] ?? null,
        ...(showKey ? { solution: question.accepts } : {}),
      };
    case 'matching': {
      const textOf = (option: string | undefined) =>
        question.options.find((each) => each.id === option)?.text ?? null;
      return {
        ...common,
        type: question.type,
        pairs: question.pairs.map(({ html, option }, index) => ({
          id: String(index + 1),
          html,
          taken: textOf(parts.get(String(index + 1))),
          ...(showKey ? { solution: textOf(option) ?? '' } : {}),
        })),
      };
    }
    case 'ordering': {
      const order = firstOrder(question, seed);
      const items = question.items.map(({ code, html }) => {
        const place = parts.get(code);
        return { id: code, html, place: place === undefined ? null : Number(place) };
      });
      const last = items.length + 1;
      return {
        ...common,
        type: question.type,
        items: items.sort(
          (a, b) => (a.place ?? last) - (b.place ?? last) || order.indexOf(a.id) - order.indexOf(b.id),
        ),
        ...(showKey ? { solution: question.items.map(({ code, html }) => ({ id: code, html })) } : {}),
      };
    }
    default:
      return {
        ...common,
        type: question.type,
        choices: question.choices.map((choice) => ({
          id: choice.id,
          html: choice.html,
          taken: taken.includes(choice.id),
          ...(taken.includes(choice.id) && choice.feedback ? { feedback: choice.feedback } : {}),
          ...(showKey ? { correct: choice.correct } : {}),
        })),
      };
  }
}
