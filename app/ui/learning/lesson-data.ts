// What the reader's page is given, and what its forms answer.
import type { LessonState } from '~/domain/learning/rules';
import type { Locale } from '~/i18n/locales';
import type { Row, Segment } from '~/mdx/schema';
import type { QuizData, QuizReply } from '~/ui/quiz/quiz-data';

export type LessonData = {
  /** For the browser's title bar. */
  title: string;
  signedIn: boolean;
  course: { slug: string; title: string; theme: string };
  /** Every lesson of the course in order, by module. */
  modules: { title: string; lessons: LessonLink[] }[];
  lesson: {
    slug: string;
    title: string;
    summary: string;
    /** What a reader can do afterwards; often none for a quiz. */
    objectives: string[];
    kind: 'reading' | 'quiz';
    position: number;
    minutes: number;
    required: boolean;
    /** The language of the text. */
    locale: Locale;
    /** The language the course is written in, when this translation is behind it. */
    staleSince: Locale | null;
    digest: string;
    state: LessonState;
    /** The day, as the reader writes it: a page that shows no more than that is the same for all who were done that day. */
    completedOn: string | null;
  };
  outline: { id: string; text: string; level: 2 | 3 }[];
  /** In the browser, the `html` of a whole page's `html` segments is missing: it is in the markup (see RenderedPart). */
  segments: Segment[];
  /** The languages there is a text in. */
  languages: Locale[];
  /** The lesson in a second language next to the first; then there are no `segments`. */
  beside: { locale: Locale; rows: Row[] } | null;
  previous: { slug: string; title: string } | null;
  next: { slug: string; title: string } | null;
  /** Null for who is not enrolled. */
  enrolment: {
    done: number;
    total: number;
    completedOn: string | null;
    recordId: string | null;
    /** Nothing required is left, yet the course is not completed: a newer edition asks for less. */
    settle: boolean;
  } | null;
  notes: Record<string, string>;
  /** How often each was saved. */
  noteVersions: Record<string, number>;
  quiz: QuizData | null;
  /** What was typed before signing in was asked. */
  kept: { answers?: Record<string, string[]>; note?: { id: string; note: string } } | null;
};

export type LessonLink = {
  slug: string;
  title: string;
  state: LessonState;
  required: boolean;
  quiz: boolean;
  /** Completed on this device without a connection, and not sent yet. */
  waiting?: boolean;
};

/** What a form of the lesson answers when it cannot go on to another page. */
export type LessonReply =
  | QuizReply
  /** `error` null: the answer is saved, and `note` is what is stored: not what was `sent` when another device had written as well. */
  | {
      form: 'reflection';
      id: string;
      error: string | null;
      sent: string;
      note: string;
      /** What the next save is written from; null when this one was refused. */
      version: number | null;
    };
