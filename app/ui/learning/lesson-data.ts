// What the reader's page is given, and what its forms answer.
import type { LessonState } from '~/domain/learning/rules';
import type { Locale } from '~/i18n/locales';
import type { PublicQuestion, Segment } from '~/mdx/schema';

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
    completedAt: number | null;
  };
  outline: { id: string; text: string; level: 2 | 3 }[];
  /** In the browser, the `html` of a whole page's `html` segments is missing: it is in the markup (see RenderedPart). */
  segments: Segment[];
  previous: { slug: string; title: string } | null;
  next: { slug: string; title: string } | null;
  /** Null for who is not enrolled. */
  enrolment: {
    done: number;
    total: number;
    completedAt: number | null;
    recordId: string | null;
    /** Nothing required is left, yet the course is not completed: a newer edition asks for less. */
    settle: boolean;
  } | null;
  notes: Record<string, string>;
  quiz: {
    questions: PublicQuestion[];
    mark: number;
    /** Names this very form. */
    submission: string;
    attempts: {
      id: number;
      correct: number;
      total: number;
      passed: boolean;
      submittedAt: number;
    }[];
  } | null;
  /** What was typed before signing in was asked. */
  kept: { answers?: Record<string, string[]>; note?: { id: string; note: string } } | null;
  changes: { kind: 'same' | 'added' | 'removed'; text: string; position: number }[] | null;
};

export type LessonLink = {
  slug: string;
  title: string;
  state: LessonState;
  required: boolean;
  quiz: boolean;
};

/** What a form of the lesson answers when it cannot go on to another page. */
export type LessonReply =
  | { form: 'quiz'; error: string; fields: Record<string, string>; answers: Record<string, string[]> }
  /** `error` null: the note is saved. */
  | { form: 'reflection'; id: string; error: string | null; note: string };
