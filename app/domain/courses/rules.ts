// Pure rules over editions, for server and browser alike.
import type { Locale } from '~/i18n/locales';
import type {
  CatalogueFilter,
  CourseCard,
  CourseView,
  Edition,
  EditionLesson,
  Length,
  LessonText,
  Localised,
} from './schema';

/** Every lesson of the edition in order. */
export const lessonsOf = (edition: Edition): EditionLesson[] =>
  edition.modules.flatMap((module) => module.lessons);

/** The lesson of that slug, or undefined. */
export function findLesson(edition: Edition, slug: string): EditionLesson | undefined {
  return lessonsOf(edition).find((lesson) => lesson.slug === slug);
}

/**
 * The text a reader of `locale` gets: in that language, else in the source language.
 * Every published lesson has a text in each of its edition's languages, so there is always one.
 */
export function pickText(
  lesson: EditionLesson,
  edition: Pick<Edition, 'languages'>,
  locale: Locale,
): { locale: Locale; text: LessonText } {
  for (const candidate of [locale, ...edition.languages]) {
    const text = lesson.texts[candidate];
    if (text) return { locale: candidate, text };
  }
  throw new Error(`lesson ${lesson.slug} has no text`);
}

/** The minutes of `lessons`, required or not, as a reader of `locale` will read them. */
function minutesOf(lessons: readonly EditionLesson[], edition: Edition, locale: Locale): number {
  return lessons.reduce((sum, lesson) => sum + pickText(lesson, edition, locale).text.minutes, 0);
}

/** Short: up to an hour. Medium: up to four. */
export function lengthOf(minutes: number): Length {
  if (minutes <= 60) return 'short';
  return minutes <= 240 ? 'medium' : 'long';
}

/** Whether the edition belongs in a catalogue filtered so, for a reader of `locale`. */
export function matches(edition: Edition, filter: CatalogueFilter, locale: Locale): boolean {
  if (filter.theme && edition.theme !== filter.theme) return false;
  if (filter.language && !edition.languages.includes(filter.language)) return false;
  if (filter.length && lengthOf(minutesOf(lessonsOf(edition), edition, locale)) !== filter.length)
    return false;
  if (filter.kind && !lessonsOf(edition).some((lesson) => lesson.kind === filter.kind)) return false;
  return true;
}

/** What was written in some languages, in every language: missing ones repeat the source language's. */
export function fillWith<T>(
  written: Partial<Record<Locale, T>>,
  source: Locale,
  otherwise: T,
): Record<Locale, T> {
  const fallback = written[source] ?? otherwise;
  return {
    en: written.en ?? fallback,
    ms: written.ms ?? fallback,
    'zh-Hans': written['zh-Hans'] ?? fallback,
  };
}

/** A localised text in every language, where missing ones repeat the source language's. */
export const fill = (written: Partial<Localised>, source: Locale): Localised => fillWith(written, source, '');

/** The course as a reader of `locale` sees it in a list. */
export function cardOf(edition: Edition, locale: Locale): CourseCard {
  const lessons = lessonsOf(edition);
  return {
    slug: edition.slug,
    theme: edition.theme,
    lang: edition.languages.includes(locale) ? locale : (edition.languages[0] ?? locale),
    title: edition.titles[locale],
    summary: edition.summaries[locale],
    languages: edition.languages,
    minutes: minutesOf(lessons, edition, locale),
    lessons: lessons.length,
    quizzes: lessons.filter((lesson) => lesson.kind === 'quiz').length,
  };
}

/** The course as a reader of `locale` sees it on its page. */
export function viewOf(edition: Edition, locale: Locale): CourseView {
  const { number, digest, publishedAt, mark } = edition;
  return {
    ...cardOf(edition, locale),
    edition: { number, digest, publishedAt },
    objectives: edition.objectives[locale],
    mark,
    instructors: edition.instructors.map(({ names, park, roles }) => ({
      name: names[locale],
      park,
      role: roles?.[locale] ?? null,
    })),
    texts: edition.languages.map((each, index) => ({
      locale: each,
      source: index === 0,
      behind: lessonsOf(edition).filter(({ texts }) => texts[each]?.stale).length,
    })),
    modules: edition.modules.map((module) => ({
      id: module.id,
      title: module.titles[locale],
      minutes: minutesOf(module.lessons, edition, locale),
      lessons: module.lessons.map((lesson) => {
        const { slug, kind, required, preview } = lesson;
        const { locale: lang, text } = pickText(lesson, edition, locale);
        const { title, summary, minutes } = text;
        return { slug, kind, required, preview, title, summary, minutes, lang };
      }),
    })),
  };
}
