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

export type Field = { name: string; value: string; as: 'check' | 'select' | 'fill' };
/** Fields of the form, with which a question is right, and others with which it is wrong. */
export type QuestionKeys = { id: string; right: Field[]; wrong: Field[] };

/** One quiz of a course: fields that are right and wrong, and what may not be sent before it is graded. */
export type Quiz = {
  slug: string;
  questions(locale: Locale): QuestionKeys[];
  /** Everything that may not have been sent after an attempt with all of `wrong`: feedback on other answers, keys, pairs, orders. */
  secretsAfterWrongAnswers(locale: Locale): string[];
};

export type CourseKeys = {
  /** Every lesson in order. */
  lessons: { slug: string; kind: string }[];
  readings: string[];
  quizzes: Quiz[];
};

export function keysOf(dataDir: string, course: string): CourseKeys {
  const db = databaseOf(dataDir);
  const edition = currentEdition(db, course);
  if (!edition) throw new Error(`${course} is not published`);
  const lessons = lessonsOf(edition);
  const read = (digest: string | undefined): Question[] =>
    db.$client
      .prepare('select definition from questions where text_digest = ? order by position')
      .all(digest)
      .map((row) => JSON.parse((row as { definition: string }).definition) as Question);
  const quizzes = lessons
    .filter((lesson) => lesson.kind === 'quiz')
    .map((lesson): Quiz => {
      const questions = Object.fromEntries(
        Object.entries(lesson.texts).map(([locale, text]) => [locale, read(text?.digest)]),
      ) as Record<Locale, Question[]>;
      return {
        slug: lesson.slug,
        questions: (locale) => questions[locale].map(fieldsOf),
        secretsAfterWrongAnswers: (locale) => questions[locale].flatMap(secretsOf),
      };
    });
  db.$client.close();
  return {
    lessons: lessons.map(({ slug, kind }) => ({ slug, kind })),
    readings: lessons.filter((lesson) => lesson.kind === 'reading').map((lesson) => lesson.slug),
    quizzes,
  };
}

function fieldsOf(question: Question): QuestionKeys {
  const { id } = question;
  const field = (value: string, as: Field['as'], part?: string): Field => ({
    name: part === undefined ? `answer.${id}` : `answer.${id}.${part}`,
    value,
    as,
  });
  switch (question.type) {
    case 'numeric':
      return {
        id,
        right: [field(question.answer, 'fill')],
        wrong: [field(question.mistakes[0]?.answer ?? '-1', 'fill')],
      };
    case 'short-text':
      return { id, right: [field(question.accepts[0] ?? '', 'fill')], wrong: [field('-', 'fill')] };
    case 'matching': {
      const pair = (option: string, index: number) => field(option, 'select', String(index + 1));
      const options = question.pairs.map(({ option }) => option);
      return { id, right: options.map(pair), wrong: [...options.slice(1), options[0] ?? ''].map(pair) };
    }
    case 'ordering': {
      const place = (code: string, index: number) => field(String(index + 1), 'select', code);
      const codes = question.items.map(({ code }) => code);
      return { id, right: codes.map(place), wrong: codes.toReversed().map(place) };
    }
    default: {
      const ids = (correct: boolean) => question.choices.filter((each) => each.correct === correct);
      const check = (choice: { id: string }) => field(choice.id, 'check');
      return { id, right: ids(true).map(check), wrong: ids(false).slice(0, 1).map(check) };
    }
  }
}

function secretsOf(question: Question): string[] {
  switch (question.type) {
    case 'numeric': {
      const [expected, ...others] = question.mistakes.map(({ feedback }) => feedback);
      return [question.right, `"${question.answer}"`, ...others, ...(expected ? [question.wrong] : [])];
    }
    case 'short-text':
      return [question.right, ...question.accepts.map((accepted) => `"${accepted}"`)];
    // Its author's names tell pairs and order; no page has them.
    case 'matching':
      return [question.right, ...question.pairs.map(({ id }) => `"${id}"`)];
    case 'ordering':
      return [question.right, ...question.items.map(({ id }) => `"${id}"`)];
    default: {
      const taken = question.choices.find((choice) => !choice.correct)?.id;
      return question.choices.filter(({ id }) => id !== taken).map(({ feedback }) => feedback);
    }
  }
}
