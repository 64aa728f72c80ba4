// What a quiz asks for and how its form is read: pure, browser-safe, without any key.
import type { QuizRules } from '~/mdx/schema';

export { readNumber } from './read-number';

/**
 * Question id to what was answered: the ids of the choices taken, what was typed, or `part:value` for each pair (`1:b`) and each
 * item (`c:2`, the second).
 */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** Characters of a typed answer. */
export const longestAnswer = 200;

/** Milliseconds after its end at which a sitting is still handed in: the line between us may be slow. */
export const grace = 30_000;

/** Whether `correct` of `total` reaches `mark` percent. Integers only, so that 2 of 3 is never rounded up to 67. */
export const passes = (correct: number, total: number, mark: number): boolean =>
  total > 0 && correct * 100 >= mark * total;

/** The score in whole percent, rounded down: a score shown as the mark has reached the mark. */
export const scoreOf = (correct: number, total: number): number =>
  total > 0 ? Math.floor((correct * 100) / total) : 0;

/** How many of `total` questions must be right to reach `mark` percent. */
export const neededFor = (total: number, mark: number): number => Math.ceil((mark * total) / 100);

/** Whether right answers are shown in the review of an attempt. */
export const showsKey = (review: QuizRules['review'], passed: boolean): boolean =>
  review === 'always' || (review === undefined && passed);

/** How many attempts are left (null: any number), and when the next may begin (null: now). */
export function standingOf(
  rules: Pick<QuizRules, 'attempts' | 'wait'>,
  made: { count: number; lastAt: number | null },
  at: number,
): { left: number | null; nextAt: number | null } {
  const left = rules.attempts === undefined ? null : Math.max(0, rules.attempts - made.count);
  const nextAt = rules.wait && made.lastAt !== null ? made.lastAt + rules.wait * 60_000 : null;
  return { left, nextAt: nextAt !== null && nextAt > at ? nextAt : null };
}

/** What was answered to a question; nothing where what is kept is no list of words. */
export function answersTo(answers: Answers, question: string): readonly string[] {
  const taken: unknown = Object.hasOwn(answers, question) ? answers[question] : undefined;
  return Array.isArray(taken) ? taken.filter((each): each is string => typeof each === 'string') : [];
}

/** The parts of an answer to a matching or ordering: each part's value, of one named twice the last. */
export const partsOf = (taken: readonly string[]): Map<string, string> =>
  new Map(
    taken.flatMap((each) => {
      const cut = each.indexOf(':');
      return cut < 0 ? [['', each] as const] : [[each.slice(0, cut), each.slice(cut + 1)] as const];
    }),
  );

/** The name of a question's field in the quiz form, or of one part of it. */
export const answerField = (question: string, part?: string): string =>
  part === undefined ? `answer.${question}` : `answer.${question}.${part}`;

/** The answers among a form's fields: what is empty was not answered, and each choice counts once. */
export function readAnswers(fields: Iterable<readonly [string, unknown]>): Record<string, string[]> {
  const taken = new Map<string, Set<string>>();
  const prefix = answerField('');
  for (const [name, value] of fields) {
    if (!name.startsWith(prefix) || typeof value !== 'string' || value.trim() === '') continue;
    const [question = '', part] = name.slice(prefix.length).split('.');
    const answer = part === undefined ? value.trim() : `${part}:${value}`;
    taken.set(question, (taken.get(question) ?? new Set()).add(answer));
  }
  return Object.fromEntries([...taken].map(([question, answers]) => [question, [...answers]]));
}

/** Ids of the questions that two sets of answers answer differently. The order of what was taken does not count. */
export function differing(one: Answers, other: Answers): string[] {
  const form = (answers: Answers, id: string) => [...answersTo(answers, id)].sort().join('\n');
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...ids].filter((id) => form(one, id) !== form(other, id));
}
