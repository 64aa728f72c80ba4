// People and quiz keys of a running server's data, read and written beside it.
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { currentEdition, lessonsOf } from '~/domain/courses/index.server';
import type { Locale } from '~/i18n/locales';
import type { Question } from '~/mdx/schema';
import { openDatabase } from '~db/open.server';
import { accounts } from '~db/schema';
import { demoPeople } from './people';

const databaseOf = (dataDir: string) => openDatabase(`file:${path.join(dataDir, 'parkbridge.db')}`);

/** Adds a learner of MRANTI with the demo's password. */
export function addLearner(dataDir: string, person: { email: string; name: string; locale: Locale }): void {
  const db = databaseOf(dataDir);
  const model = db.select().from(accounts).where(eq(accounts.email, demoPeople.learner)).get();
  if (!model) throw new Error('the data has no demo learner');
  const { id: _id, ...same } = model;
  db.insert(accounts)
    .values({ ...same, ...person })
    .run();
  db.$client.close();
}

type QuestionKeys = { id: string; correct: string[]; wrong: string[] };

export type QuizKeys = {
  /** Slugs of the readings, in order. */
  readings: string[];
  quiz: string;
  /** Per question the choices that are right, and choices that make it wrong. */
  questions(locale: Locale): QuestionKeys[];
  /** Every feedback that may not have been sent after an attempt with all of `wrong`. */
  secretsAfterWrongAnswers(locale: Locale): string[];
};

export function keysOf(dataDir: string, course: string): QuizKeys {
  const db = databaseOf(dataDir);
  const edition = currentEdition(db, course);
  if (!edition) throw new Error(`${course} is not published`);
  const lessons = lessonsOf(edition);
  const quiz = lessons.find((lesson) => lesson.kind === 'quiz');
  const read = (locale: Locale): Question[] =>
    db.$client
      .prepare('select definition from questions where text_digest = ? order by position')
      .all(quiz?.texts[locale]?.digest)
      .map((row) => JSON.parse((row as { definition: string }).definition) as Question);
  const questions = { en: read('en'), ms: read('ms'), 'zh-Hans': read('zh-Hans') };
  db.$client.close();
  const correctOf = (question: Question) =>
    question.choices.filter((choice) => choice.correct).map((choice) => choice.id);
  const wrongOf = (question: Question) =>
    question.choices
      .filter((choice) => !choice.correct)
      .slice(0, 1)
      .map((choice) => choice.id);
  return {
    readings: lessons.filter((lesson) => lesson.kind === 'reading').map((lesson) => lesson.slug),
    quiz: quiz?.slug ?? '',
    questions: (locale) =>
      questions[locale].map((question) => ({
        id: question.id,
        correct: correctOf(question),
        wrong: wrongOf(question),
      })),
    secretsAfterWrongAnswers: (locale) =>
      questions[locale].flatMap((question) => {
        const taken = wrongOf(question);
        return question.choices
          .filter((choice) => !taken.includes(choice.id))
          .map((choice) => choice.feedback);
      }),
  };
}
