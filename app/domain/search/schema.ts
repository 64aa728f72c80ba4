// What is asked of the search and what it answers. Safe for the browser.
import { z } from 'zod';
import type { Locale } from '~/i18n/locales';

/** The address's `q` and `page`; anything else is as if it were not there. */
export const searchQuerySchema = z.object({
  q: z.string().catch(''),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

/** A stretch of text; `found`: it is what was looked for. */
export type Part = { text: string; found: boolean };

export type LessonHit = {
  course: string;
  lesson: string;
  courseTitle: string;
  courseLocale: Locale;
  /** From 1, through the whole course. */
  position: number;
  kind: 'reading' | 'quiz';
  locale: Locale;
  title: Part[];
  /** The sentence with what was found, else the lesson's summary. */
  excerpt: Part[];
  /** The id on the lesson's page to open it at; empty for its beginning. */
  anchor: string;
  /** Other languages in which the lesson says it too, and the reader's own. */
  also: Locale[];
};

export type CourseHit = { course: string; locale: Locale; title: Part[]; summary: Part[] };

export type TermHit = {
  /** The term and what it means, in the reader's language where there is one. */
  locale: Locale;
  title: Part[];
  definition: Part[];
  /** Its names in the other languages. */
  names: { locale: Locale; name: Part[] }[];
  /** A lesson that uses it. */
  course: string;
  lesson: string | null;
  lessonTitle: string | null;
};

export type SearchAnswer = {
  /** What was asked, as it can be shown. */
  asked: string;
  /** `nothing`: no word was asked for. `all`: every word is in each result. `some`: no text has all of them. */
  match: 'nothing' | 'all' | 'some';
  /** What was looked for instead, where a word is in no text and another is one letter away. */
  corrected: string | null;
  /** Words were left out. */
  cut: boolean;
  courses: { total: number; hits: CourseHit[] };
  terms: { total: number; hits: TermHit[] };
  lessons: { total: number; page: number; pages: number; hits: LessonHit[] };
};
