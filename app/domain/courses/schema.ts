// What the courses domain hands out and takes in. Safe for the browser: types, constants and the catalogue's form.
import { z } from 'zod';
import { type Locale, locales } from '~/i18n/locales';

export type Localised = Record<Locale, string>;

export const themes = [
  'innovation-capability',
  'ecosystem-building',
  'incubation',
  'research-commercialisation',
  'park-management',
  'market-entry',
] as const;
export type Theme = (typeof themes)[number];

export const lessonKinds = ['reading', 'quiz'] as const;
export type LessonKind = (typeof lessonKinds)[number];

/** An immutable, numbered publication of a whole course. */
export type Edition = {
  id: number;
  courseId: number;
  /** The course's lasting name in URLs. */
  slug: string;
  number: number;
  /** SHA-256 (hex) of the manifest's bytes. */
  digest: string;
  publishedAt: number;
  theme: Theme;
  /** The languages its lessons are in; the first is the source. */
  languages: Locale[];
  /** Slugs of the parks whose instructors own the course. */
  owners: string[];
  /** Percent needed in each quiz that names no mark of its own. */
  mark: number;
  /** Months that a record of it is valid; null: for good. */
  validity: number | null;
  /** In every language of the platform; one the course is not taught in repeats the source language's. */
  titles: Localised;
  summaries: Localised;
  objectives: Record<Locale, string[]>;
  instructors: Instructor[];
  modules: EditionModule[];
};

/** Who wrote the course. `park`: the slug of theirs; `roles`: what they do there or for the course. */
export type Instructor = { names: Localised; park: string | null; roles: Localised | null };

export type EditionModule = { id: string; titles: Localised; lessons: EditionLesson[] };

/** A lesson as one edition has it. */
export type EditionLesson = {
  /** The lesson's lasting identity, the same in every edition. */
  id: number;
  slug: string;
  kind: LessonKind;
  revision: number;
  required: boolean;
  preview: boolean;
  /** From 1, counted through the whole course. */
  position: number;
  texts: Partial<Record<Locale, LessonText>>;
};

/** One lesson in one language. */
export type LessonText = {
  digest: string;
  title: string;
  summary: string;
  /** Reading time. */
  minutes: number;
  words: number;
  /** A translation of an older source text. */
  stale: boolean;
};

/** A course as a card shows it, in one reader's language. */
export type CourseCard = {
  slug: string;
  theme: Theme;
  /** The language of the texts below. */
  lang: Locale;
  title: string;
  summary: string;
  languages: Locale[];
  /** Reading time of all lessons. */
  minutes: number;
  lessons: number;
  quizzes: number;
};

/** A course as its page shows it, in one reader's language. */
export type CourseView = CourseCard & {
  edition: { number: number; digest: string; publishedAt: number };
  objectives: string[];
  mark: number;
  instructors: { name: string; park: string | null; role: string | null }[];
  /** Each language the course is taught in; the first is the source. */
  texts: LanguageState[];
  modules: { id: string; title: string; minutes: number; lessons: LessonView[] }[];
};

/** How a course's texts in one language stand: `behind` of its lessons are translations of an older source text. */
export type LanguageState = { locale: Locale; source: boolean; behind: number };

/** What one edition brought, in one reader's language. The `first` changed nothing: it brought all its `lessons`. */
export type EditionNews = {
  number: number;
  digest: string;
  publishedAt: number;
  first: boolean;
  lessons: number;
  changes: LessonNews[];
  others: CourseNews[];
};

/** `lang`: of the title. `locales`: the languages whose text changed, where that is not all. */
export type LessonNews = {
  slug: string;
  title: string;
  lang: Locale;
  change: 'added' | 'major' | 'minor' | 'removed';
  locales: Locale[];
};

/** `about`: what the course says of itself; `terms`: what is required or open to everyone; `fresher`, `staler`: translations were brought up to date, or fell behind. */
export const courseNewsKinds = ['about', 'languages', 'mark', 'terms', 'order', 'fresher', 'staler'] as const;
export type CourseNews = (typeof courseNewsKinds)[number];

export type LessonView = Pick<EditionLesson, 'slug' | 'kind' | 'required' | 'preview'> &
  Pick<LessonText, 'title' | 'summary' | 'minutes'> & { lang: Locale };

/** What the course page shows a learner who is enrolled: how far, where to go on, and which lessons are done. */
export type EnrolmentView = {
  /** The lesson to open next. */
  next: string;
  /** Slugs of the lessons that count as complete in this edition. */
  completed: string[];
  /** Slugs of those among them that have changed since. */
  changed: string[];
  /** Slugs of the lessons to be done again after a major change. */
  again: string[];
  /** Required lessons complete, of all required. */
  done: number;
  total: number;
  finished: boolean;
  /** The record's id once there is one. */
  recordId: string | null;
};

export const lengths = ['short', 'medium', 'long'] as const;
export type Length = (typeof lengths)[number];

/** What a filter leaves out is not filtered by. */
export type CatalogueFilter = {
  theme?: Theme;
  language?: Locale;
  length?: Length;
  kind?: LessonKind;
};

const pick = <T extends string>(known: readonly T[]) => z.enum(known).optional().catch(undefined);

/** The catalogue's GET form. A value that is not offered is as if it were not there: an old link still opens. */
export const catalogueFilterSchema: z.ZodType<CatalogueFilter> = z.object({
  theme: pick(themes),
  language: z.enum(locales).optional().catch(undefined),
  length: pick(lengths),
  kind: pick(lessonKinds),
});
