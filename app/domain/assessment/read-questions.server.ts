import { type PublicQuestion, type Question, toPublicQuestion } from '~/mdx/schema';
import type { Db } from '~db/open.server';
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
