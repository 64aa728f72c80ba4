import { type PublicQuestion, type Question, type QuizRules, toPublicQuestion } from '~/mdx/schema';
import type { Db } from '~db/open.server';
import { arrange, firstOrder } from './shuffle';
import { statements } from './statements.server';

/** The questions of a text in order, keys and feedback included. For grading only: never for a page. */
export function readQuestions(db: Db, textDigest: string): readonly Question[] {
  const { read, questions } = statements(db);
  let found = read.get(textDigest);
  if (!found) {
    found = questions.all({ text: textDigest }).map((row) => JSON.parse(row.definition) as Question);
    if (found.length > 0) read.set(textDigest, found);
  }
  return found;
}

/** The questions of a text as a learner may see them before answering: no key, no feedback. */
export const publicQuestions = (db: Db, textDigest: string): PublicQuestion[] =>
  readQuestions(db, textDigest).map(toPublicQuestion);

/** The same as a sitting with `seed` shows them. */
export const shownQuestions = (
  db: Db,
  textDigest: string,
  seed: number,
  shuffle: QuizRules['shuffle'],
): PublicQuestion[] =>
  arrange(readQuestions(db, textDigest), seed, shuffle).map((question) => {
    const shown = toPublicQuestion(question);
    if (question.type !== 'ordering' || shown.type !== 'ordering') return shown;
    const order = firstOrder(question, seed);
    return { ...shown, items: shown.items.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) };
  });

/** How many questions a text asks. */
export const countQuestions = (db: Db, textDigest: string): number => readQuestions(db, textDigest).length;
