// Answers as learners give them, right or wrong, made from a question's own key.
import { unclearAnswers } from '~/domain/assessment/check-answers';
import { isRight } from '~/domain/assessment/grading';
import type { Question } from '~/mdx/schema';
import type { Random } from './random';

/** An answer that is graded as right or as wrong, whichever is wanted, and is never asked back. */
export function answerTo(question: Question, right: boolean, random: Random): string[] {
  const candidates = right ? rightAnswers(question) : wrongAnswers(question, random);
  const found = candidates.find(
    (taken) =>
      isRight(question, taken) === right &&
      Object.keys(unclearAnswers([question], { [question.id]: taken })).length === 0,
  );
  if (!found) throw new Error(`no ${right ? 'right' : 'wrong'} answer to ${question.id} could be made`);
  return found;
}

function rightAnswers(question: Question): string[][] {
  switch (question.type) {
    case 'numeric':
      return withUnits(question.units, [question.answer]);
    case 'short-text':
      return question.accepts.map((accepted) => [accepted]);
    case 'matching':
      return [question.pairs.map(({ option }, index) => `${index + 1}:${option}`)];
    case 'ordering':
      return [question.items.map(({ code }, index) => `${code}:${index + 1}`)];
    default:
      return [question.choices.filter(({ correct }) => correct).map(({ id }) => id)];
  }
}

function wrongAnswers(question: Question, random: Random): string[][] {
  switch (question.type) {
    case 'numeric': {
      const mistakes = shuffled(question.mistakes, random).map(({ answer }) => answer);
      const far = Number(question.answer) * 10;
      return withUnits(question.units, [...mistakes, `${Math.round(far)}`, `${Math.round(far) + 7}`]);
    }
    case 'short-text':
      return [...shuffled(question.mistakes, random).map(({ answer }) => [answer]), ['?'], ['x']];
    case 'matching': {
      const options = question.pairs.map(({ option }) => option);
      const turned = [...options.slice(1), options[0] ?? ''];
      return [swapped(options, random), turned].map((order) =>
        order.map((option, index) => `${index + 1}:${option}`),
      );
    }
    case 'ordering': {
      const codes = question.items.map(({ code }) => code);
      return [swapped(codes, random), codes.toReversed()].map((order) =>
        order.map((code, index) => `${code}:${index + 1}`),
      );
    }
    default: {
      const ids = (correct: boolean) =>
        shuffled(
          question.choices.filter((choice) => choice.correct === correct),
          random,
        ).map(({ id }) => id);
      const [first, ...others] = ids(true);
      const misled = ids(false);
      if (question.type !== 'multiple') return misled.map((id) => [id]);
      // One more than is right, one less, or one taken for another.
      return shuffled(
        [
          [...(first ? [first] : []), ...others, ...misled.slice(0, 1)],
          others,
          [...others, ...misled.slice(0, 1)],
        ].filter((taken) => taken.length > 0),
        random,
      );
    }
  }
}

const withUnits = (units: readonly { name: string }[], numbers: readonly string[]): string[][] =>
  numbers.flatMap((number) => [[number], ...units.slice(0, 1).map(({ name }) => [`${number} ${name}`])]);

function swapped(list: readonly string[], random: Random): string[] {
  const order = [...list];
  const at = random.below(Math.max(1, list.length - 1));
  order.splice(at, 2, ...order.slice(at, at + 2).toReversed());
  return order;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  return list.map(() => left.splice(random.below(left.length), 1)[0] as T);
}
