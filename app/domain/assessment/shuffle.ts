// The order in which a sitting shows its questions: made from the sitting's seed, so that it is the same whenever it is asked for.
import type { Question, QuizRules } from '~/mdx/schema';

/** The questions as the seed orders them: choices and questions where the quiz is shuffled, the options of a matching always. */
export function arrange(
  questions: readonly Question[],
  seed: number,
  shuffle: QuizRules['shuffle'],
): Question[] {
  const inPlace = questions.map((question) => arrangeParts(question, seed, shuffle !== undefined));
  return shuffle === 'all' ? shuffled(inPlace, `${seed}`) : inPlace;
}

function arrangeParts(question: Question, seed: number, shuffle: boolean): Question {
  const key = `${seed}/${question.id}`;
  if (question.type === 'matching') return { ...question, options: shuffled(question.options, key) };
  if (question.type !== 'single' && question.type !== 'multiple') return question;
  if (!shuffle || question.fixed) return question;
  const moving = shuffled(
    question.choices.filter((choice) => !choice.last),
    key,
  );
  return { ...question, choices: [...moving, ...question.choices.filter((choice) => choice.last)] };
}

/** The codes of an ordering's items as they are shown at first: never already in order. */
export function firstOrder(question: Extract<Question, { type: 'ordering' }>, seed: number): string[] {
  const right = question.items.map(({ code }) => code);
  const order = shuffled([...right].sort(), `${seed}/${question.id}`);
  return order.join() === right.join() ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** A copy of `list` in the order that `key` gives it. */
export function shuffled<T>(list: readonly T[], key: string): T[] {
  const next = randomFrom(key);
  const copy = [...list];
  for (let end = copy.length - 1; end > 0; end -= 1) {
    const pick = Math.floor(next() * (end + 1));
    [copy[end], copy[pick]] = [copy[pick] as T, copy[end] as T];
  }
  return copy;
}

/** Numbers in [0, 1) that follow from `key`: FNV-1a, then mulberry32. No secret depends on them. */
function randomFrom(key: string): () => number {
  let state = 0x811c9dc5;
  for (const unit of key) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
