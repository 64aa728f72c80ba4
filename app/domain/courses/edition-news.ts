// What one edition has that the one before it had not, by comparing the two. Pure.
import type { Locale } from '~/i18n/locales';
import { lessonsOf, pickText } from './rules';
import {
  type CourseNews,
  courseNewsKinds,
  type Edition,
  type EditionLesson,
  type EditionNews,
  type LessonNews,
} from './schema';

/** `before` is null for the first edition. Titles are for a reader of `locale`. */
export function newsOf(edition: Edition, before: Edition | null, locale: Locale): EditionNews {
  const { number, publishedAt, digest } = edition;
  const lessons = lessonsOf(edition).length;
  return {
    number,
    publishedAt,
    digest,
    first: before === null,
    lessons,
    changes: before ? lessonNews(edition, before, locale) : [],
    others: before ? courseNews(edition, before) : [],
  };
}

function lessonNews(edition: Edition, before: Edition, locale: Locale): LessonNews[] {
  const line = (
    lesson: EditionLesson,
    from: Edition,
    change: LessonNews['change'],
    locales: Locale[] = [],
  ): LessonNews => {
    const { text, locale: lang } = pickText(lesson, from, locale);
    return { slug: lesson.slug, title: text.title, lang, change, locales };
  };
  const old = new Map(lessonsOf(before).map((lesson) => [lesson.id, lesson]));
  const news = lessonsOf(edition).flatMap((lesson) => {
    const was = old.get(lesson.id);
    old.delete(lesson.id);
    if (!was) return [line(lesson, edition, 'added')];
    const changed = edition.languages.filter(
      (each) => was.texts[each] && lesson.texts[each]?.digest !== was.texts[each]?.digest,
    );
    const all = changed.length === edition.languages.length;
    if (lesson.revision > was.revision) return [line(lesson, edition, 'major', all ? [] : changed)];
    return changed.length > 0 ? [line(lesson, edition, 'minor', all ? [] : changed)] : [];
  });
  return [...news, ...[...old.values()].map((lesson) => line(lesson, before, 'removed'))];
}

function courseNews(edition: Edition, before: Edition): CourseNews[] {
  const there = new Set(lessonsOf(before).map(({ slug }) => slug));
  const both = new Set(lessonsOf(edition).flatMap(({ slug }) => (there.has(slug) ? [slug] : [])));
  /** Whether what `part` says of an edition, or of each lesson that both have, is another. */
  const differ = (part: (of: Edition) => unknown) =>
    JSON.stringify(part(edition)) !== JSON.stringify(part(before));
  const lessonsDiffer = (part: (lesson: EditionLesson, of: Edition) => unknown, inOrder = false) =>
    differ((of) => {
      const lessons = lessonsOf(of).filter(({ slug }) => both.has(slug));
      if (!inOrder) lessons.sort((a, b) => a.id - b.id);
      return lessons.map((lesson) => part(lesson, of));
    });
  const news: Record<CourseNews, boolean> = {
    languages: differ(({ languages }) => languages),
    about: differ(({ theme, titles, summaries, objectives, instructors, modules }) => [
      [theme, titles, summaries, objectives, instructors],
      modules.map(({ id, titles: each }) => [id, each]),
    ]),
    mark: differ(({ mark }) => mark),
    terms: lessonsDiffer(({ required, preview }) => [required, preview]),
    order: lessonsDiffer(({ slug }) => slug, true),
    fresher: turned(before, edition),
    staler: turned(edition, before),
  };
  return courseNewsKinds.filter((kind) => news[kind]);
}

/** Whether a translation that is behind in `stale` is not so in `fresh`. */
const turned = (stale: Edition, fresh: Edition): boolean =>
  lessonsOf(stale).some(({ id, texts }) => {
    const other = lessonsOf(fresh).find((lesson) => lesson.id === id)?.texts;
    return stale.languages.some((locale) => texts[locale]?.stale && other?.[locale]?.stale === false);
  });
