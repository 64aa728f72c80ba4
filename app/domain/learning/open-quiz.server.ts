// What a quiz's page shows: what awaits, or the questions of the sitting that is open.
import {
  type AttemptLine,
  attemptsMade,
  countQuestions,
  findSitting,
  isOver,
  latestAttempts,
  shownQuestions,
} from '~/domain/assessment/index.server';
import { standingOf } from '~/domain/assessment/rules';
import { type Edition, type EditionLesson, readText } from '~/domain/courses/index.server';
import type { Locale } from '~/i18n/locales';
import type { PublicQuestion, QuizRules } from '~/mdx/schema';
import type { Db } from '~db/open.server';
import { isOutdated } from './start-quiz.server';

export type OpenSitting = {
  id: string;
  version: number;
  /** The language and the questions of the text it was begun on, in the order it shows them. No key, no feedback. */
  locale: Locale;
  questions: PublicQuestion[];
  answers: Record<string, string[]>;
  startedAt: number;
  dueAt: number | null;
  savedAt: number;
  /** Its text is from before a major change: it cannot be handed in. */
  outdated: boolean;
  /** Its time is up: `closeQuiz` should be called. */
  over: boolean;
};

export type OpenedQuiz = {
  rules: Omit<QuizRules, 'id'>;
  questions: number;
  /** Percent needed to pass. */
  mark: number;
  /** Attempts left (null: any number), and when the next may begin (null: now). */
  standing: { left: number | null; nextAt: number | null };
  /** The reader's own attempts, newest first. */
  attempts: AttemptLine[];
  sitting: OpenSitting | null;
};

const attemptsShown = 10;

/** The quiz of a text of `edition` as `account` (null: nobody) stands before it. For inside `openLesson`'s transaction. */
export function openQuiz(
  db: Db,
  account: number | null,
  input: { edition: Edition; lesson: EditionLesson; textDigest: string; at: number },
): OpenedQuiz {
  const { edition, lesson, textDigest, at } = input;
  const { id: _id, ...rules } = readText(db, edition.courseId, textDigest).quiz ?? { id: '' };
  const made =
    account === null ? { count: 0, lastAt: null } : attemptsMade(db, account, lesson.id, lesson.revision);
  return {
    rules,
    questions: countQuestions(db, textDigest),
    mark: rules.pass ?? edition.mark,
    standing: standingOf(rules, made, at),
    attempts: account === null ? [] : latestAttempts(db, account, lesson.id, attemptsShown),
    sitting: account === null ? null : openSitting(db, account, edition, lesson, at),
  };
}

function openSitting(
  db: Db,
  account: number,
  edition: Edition,
  lesson: EditionLesson,
  at: number,
): OpenSitting | null {
  const found = findSitting(db, account, lesson.id);
  if (!found) return null;
  const { id, version, locale, answers, startedAt, dueAt, savedAt, seed, textDigest } = found;
  const outdated = isOutdated(db, edition.courseId, lesson, textDigest);
  const shuffle = readText(db, edition.courseId, textDigest).quiz?.shuffle;
  return {
    id,
    version,
    locale,
    questions: shownQuestions(db, textDigest, seed, shuffle),
    answers,
    startedAt,
    dueAt,
    savedAt,
    outdated,
    over: !outdated && isOver(found, at),
  };
}
