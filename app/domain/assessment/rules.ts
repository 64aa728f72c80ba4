// Grading: pure, and the only place that decides what is right and what is a pass.
import type { Question } from '~/mdx/schema';

/** Question id to the ids of the choices taken. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** Whether exactly the key was taken: its one choice, or its whole set and nothing else. Unanswered is wrong. */
export function isRight(question: Pick<Question, 'choices'>, taken: readonly string[]): boolean {
  const key = new Set(question.choices.filter((choice) => choice.correct).map((choice) => choice.id));
  const chosen = new Set(taken);
  return chosen.size > 0 && chosen.size === key.size && [...chosen].every((id) => key.has(id));
}

/** How many of `questions` were answered right. */
export const countRight = (questions: readonly Question[], answers: Answers): number =>
  questions.filter((question) => isRight(question, answersTo(answers, question.id))).length;

/** Whether `correct` of `total` reaches `mark` percent. Integers only, so that 2 of 3 is never rounded up to 67. */
export const passes = (correct: number, total: number, mark: number): boolean =>
  total > 0 && correct * 100 >= mark * total;

/** The score in whole percent, rounded down: a score shown as the mark has reached the mark. */
export const scoreOf = (correct: number, total: number): number =>
  total > 0 ? Math.floor((correct * 100) / total) : 0;

/** Message codes by form field (`answer.<question>`) for answers that this quiz cannot have been given; empty when all fit. */
export function misfits(questions: readonly Question[], answers: Answers): Record<string, string> {
  const found: Record<string, string> = {};
  const known = new Map(questions.map((question) => [question.id, question]));
  for (const [id, taken] of Object.entries(answers)) {
    const question = known.get(id);
    if (!question) found[answerField(id)] = 'question-unknown';
    else if (taken.some((choice) => !question.choices.some(({ id }) => id === choice))) {
      found[answerField(id)] = 'choice-unknown';
    } else if (question.type === 'single' && new Set(taken).size > 1) found[answerField(id)] = 'choose-one';
  }
  return found;
}

export const answersTo = (answers: Answers, question: string): readonly string[] =>
  Object.hasOwn(answers, question) ? (answers[question] ?? []) : [];

export type ReviewedQuestion = {
  id: string;
  type: Question['type'];
  /** HTML. */
  prompt: string;
  right: boolean;
  choices: {
    id: string;
    /** HTML. */
    html: string;
    taken: boolean;
    /** Only of a choice taken. */
    feedback?: string;
    /** Whether it belongs to the key; absent until the quiz is passed. */
    correct?: boolean;
  }[];
};

/** What a learner may know of a graded attempt: feedback on the choices taken, and the key once it is passed. */
export function review(
  questions: readonly Question[],
  answers: Answers,
  passed: boolean,
): ReviewedQuestion[] {
  return questions.map((question) => {
    const taken = answersTo(answers, question.id);
    return {
      id: question.id,
      type: question.type,
      prompt: question.prompt,
      right: isRight(question, taken),
      choices: question.choices.map((choice) => ({
        id: choice.id,
        html: choice.html,
        taken: taken.includes(choice.id),
        ...(taken.includes(choice.id) && choice.feedback ? { feedback: choice.feedback } : {}),
        ...(passed ? { correct: choice.correct } : {}),
      })),
    };
  });
}

/** The name of a question's field in the quiz form. */
export const answerField = (question: string): string => `answer.${question}`;

/** The answers among a form's fields: question id to the choices taken, each once. */
export function readAnswers(fields: Iterable<readonly [string, unknown]>): Record<string, string[]> {
  const taken = new Map<string, Set<string>>();
  const prefix = answerField('');
  for (const [name, value] of fields) {
    if (!name.startsWith(prefix) || typeof value !== 'string') continue;
    const question = name.slice(prefix.length);
    taken.set(question, (taken.get(question) ?? new Set()).add(value));
  }
  return Object.fromEntries([...taken].map(([question, choices]) => [question, [...choices]]));
}

/** How many of `total` questions must be right to reach `mark` percent. */
export const neededFor = (total: number, mark: number): number => Math.ceil((mark * total) / 100);
