// What a quiz's page is given, and what its forms answer.
import type { Locale } from '~/i18n/locales';
import type { PublicQuestion, QuizRules } from '~/mdx/schema';

export type Answers = Record<string, string[]>;

export type QuizData = {
  rules: Omit<QuizRules, 'id'>;
  /** How many questions the newest text asks. */
  questions: number;
  /** Percent needed to pass. */
  mark: number;
  /** Attempts left (null: any number), and when the next may begin (null: now). */
  standing: { left: number | null; nextAt: number | null };
  attempts: { id: number; correct: number; total: number; passed: boolean; submittedAt: number }[];
  sitting: {
    id: string;
    version: number;
    /** The language of the questions. */
    locale: Locale;
    questions: PublicQuestion[];
    answers: Answers;
    dueAt: number | null;
    /** Milliseconds until then, when this page was made: the reader's clock may be wrong. */
    left: number | null;
    /** The whole time limit, in milliseconds. */
    limit: number;
    savedAt: number;
    outdated: boolean;
  } | null;
};

/** What a form of the quiz answers when it cannot go on to another page. */
export type QuizReply =
  | { form: 'quiz'; error: string; fields: Record<string, string>; answers: Answers }
  /** To a save in place. `answers`: what is kept, where it is not what was sent. */
  | { form: 'sitting'; error: null; version: number; savedAt: number; answers: Answers | null };
