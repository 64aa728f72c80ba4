// The edition as JSON. Its RFC 8785 form is what gets a digest, so nothing in it may depend on time, machine or renderer.
import canonicalize from 'canonicalize';
import type { Locale } from '~/i18n/locales';
import type { CourseSource } from './read-course.server';
import type { MadeText } from './render-course.server';
import type { LessonKind, Localised, Theme } from './schema';

export type Manifest = {
  format: 1;
  course: string;
  theme: Theme;
  languages: Locale[];
  owners: string[];
  pass: { mark: number };
  /** There only where course.yml sets it: a record is valid for so many months. */
  validity?: { months: number };
  title: Partial<Localised>;
  summary: Partial<Localised>;
  objectives: Partial<Record<Locale, string[]>>;
  /** There only where course.yml names them. A name is one for all languages, or one for each. */
  instructors?: ManifestInstructor[];
  modules: { id: string; title: Partial<Localised>; lessons: ManifestLesson[] }[];
  /** Every glossary entry that a text uses: with the texts and assets, all that is needed to render the edition again. */
  glossary: Record<string, Partial<Record<Locale, { term: string; definition: string }>>>;
  /** Path in the folder to the asset's SHA-256 and media type. */
  assets: Record<string, { digest: string; mediaType: string }>;
};

export type ManifestInstructor = {
  name: string | Partial<Localised>;
  /** The slug of a park. */
  park?: string | undefined;
  role?: Partial<Localised> | undefined;
};

export type ManifestLesson = {
  id: string;
  kind: LessonKind;
  revision: number;
  required: boolean;
  preview: boolean;
  /** Ids of the questions; the texts' digests cover their wording and keys. */
  questions: string[];
  /** `source`: the digest of the source text that a translation renders. */
  texts: Partial<Record<Locale, { digest: string; source?: string }>>;
};

/** The manifest of the course as its folder says it, with the texts' digests. */
export function manifestOf(course: CourseSource, made: readonly MadeText[]): Manifest {
  const { theme, languages, owners, pass, validity, title, summary, objectives, instructors, modules } =
    course.file;
  const of = (lesson: string) => made.filter((one) => one.text.lesson === lesson);
  const terms = new Set(made.flatMap((one) => one.uses.terms));
  return {
    format: 1,
    course: course.slug,
    theme,
    languages,
    owners,
    pass,
    ...(validity ? { validity } : {}),
    title,
    summary,
    objectives,
    ...(instructors ? { instructors } : {}),
    modules: modules.map((module) => ({
      id: module.id,
      title: module.title,
      lessons: module.lessons.map((lesson) => ({
        ...lesson,
        questions: of(lesson.id)[0]?.structure.questions.map(({ id }) => id) ?? [],
        texts: Object.fromEntries(
          of(lesson.id).map(({ text, digest }) => [
            text.locale,
            text.renders === null ? { digest } : { digest, source: text.renders },
          ]),
        ),
      })),
    })),
    glossary: Object.fromEntries(Object.entries(course.glossary).filter(([id]) => terms.has(id))),
    assets: Object.fromEntries(
      [...course.assets].map(([path, { digest, mediaType }]) => [path, { digest, mediaType }]),
    ),
  };
}

/** RFC 8785 (JSON Canonicalization Scheme): one sequence of bytes for one value. */
export function canonical(manifest: Manifest): string {
  const json = canonicalize(manifest);
  if (json === undefined) throw new Error('a manifest is never undefined');
  return json;
}
