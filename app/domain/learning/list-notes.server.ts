import type { AccountActor } from '~/domain/actor';
import {
  type Edition,
  type EditionLesson,
  editionById,
  lessonsOf,
  pickText,
  readText,
} from '~/domain/courses/index.server';
import { DomainError } from '~/domain/error';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { wordsOf } from './changes';
import { fold, holdsAll } from './fold';
import type { AnnotationKind } from './rules';
import type { NotesFilter } from './schema';

export type NotedMark = {
  type: 'mark';
  id: string;
  kind: AnnotationKind;
  block: number;
  /** The language of the quote. */
  locale: Locale;
  quote: string;
  quoteStart: number | null;
  textDigest: string;
  note: string;
  version: number;
  updatedAt: number;
};

export type NotedAnswer = {
  type: 'answer';
  /** The Reflect's id in its text. */
  id: string;
  /** The question, in words; empty when the lesson asks it no more. */
  prompt: string;
  locale: Locale;
  /** The text that a change of the answer is sent with; null when the lesson asks it no more. */
  textDigest: string | null;
  note: string;
  version: number;
  updatedAt: number;
};

export type NotedLesson = {
  slug: string;
  title: string;
  /** Whether the newest edition still has it. */
  current: boolean;
  notes: (NotedMark | NotedAnswer)[];
};

export type NotedCourse = { slug: string; title: string; theme: string; lessons: NotedLesson[] };

export type NotesPage = {
  /** By course and lesson in order, in each the marks in the order of the text and then the answers. */
  courses: NotedCourse[];
  /** How many fit the filter, on all pages. */
  count: number;
  page: number;
  pages: number;
  /** Every course with notes, whatever the filter. */
  choices: { slug: string; title: string }[];
  /** Whether there is any note at all. */
  any: boolean;
};

/** Notes on one page of the list. */
const perPage = 30;

/**
 * The actor's own notes, highlights, bookmarks and answers to a Reflect, with titles in `locale`. `filter.q` finds notes whose own words,
 * quoted words or question hold each of its words, whatever their case, accents or width. `page` null: all of them at once.
 */
export function listNotes(
  db: Db,
  actor: AccountActor,
  input: { filter: NotesFilter; locale: Locale; page: number | null },
): NotesPage {
  const { filter, locale } = input;
  return db.transaction(() => {
    const shelf = shelfOf(db);
    const courses = shelf.courses
      .all(actor.id, actor.id)
      .map(({ editionId }) => editionById(db, editionId))
      .sort((a, b) => compare(locale, a.titles[locale], b.titles[locale]) || a.courseId - b.courseId);
    const choices = courses.map((edition) => ({ slug: edition.slug, title: edition.titles[locale] }));
    const asked = filter.course ? courses.filter(({ slug }) => slug === filter.course) : courses;
    const words = fold(filter.q ?? '')
      .split(' ')
      .filter((word) => word !== '');
    const found = asked.flatMap((edition) => inCourse(db, actor.id, edition, filter, words, locale));
    const pages = Math.max(1, Math.ceil(found.length / perPage));
    const page = Math.min(input.page ?? 1, pages);
    const shown = input.page === null ? found : found.slice((page - 1) * perPage, page * perPage);
    return {
      courses: grouped(db, shown, locale),
      count: found.length,
      page,
      pages,
      choices,
      any: courses.length > 0,
    };
  });
}

type Found = {
  edition: Edition;
  lesson: { id: number; slug: string; lesson: EditionLesson | null };
  note: NotedMark | NotedAnswer;
};

function inCourse(
  db: Db,
  account: number,
  edition: Edition,
  filter: NotesFilter,
  words: string[],
  locale: Locale,
): Found[] {
  const { marks, answers } = shelfOf(db);
  const key = { account, course: edition.courseId };
  const order = new Map(lessonsOf(edition).map((lesson, index) => [lesson.id, { lesson, index }]));
  const found: (Found & { place: number })[] = [];
  const add = (lessonId: number, slug: string, note: Found['note']) => {
    const known = order.get(lessonId);
    const lesson = { id: lessonId, slug, lesson: known?.lesson ?? null };
    found.push({ edition, lesson, note, place: known?.index ?? order.size + lessonId });
  };
  if (filter.kind !== 'answer') {
    for (const { lessonId, slug, ...row } of marks.iterate(key)) {
      if (filter.kind && filter.kind !== row.kind) continue;
      if (holdsAll(`${row.note}\n${row.quote}`, words)) add(lessonId, slug, { type: 'mark', ...row });
    }
  }
  if (!filter.kind || filter.kind === 'answer') {
    for (const { lessonId, slug, ...row } of answers.iterate(key)) {
      const asked = questionOf(db, edition, order.get(lessonId)?.lesson ?? null, row.id, locale);
      if (holdsAll(`${row.note}\n${asked.prompt}`, words)) {
        add(lessonId, slug, { type: 'answer', ...asked, ...row });
      }
    }
  }
  // A stable sort: within a lesson, as they came.
  return found.sort((a, b) => a.place - b.place);
}

/** What a Reflect asks, in the reader's language where there is such a text. */
function questionOf(
  db: Db,
  edition: Edition,
  lesson: EditionLesson | null,
  id: string,
  locale: Locale,
): Pick<NotedAnswer, 'prompt' | 'locale' | 'textDigest'> {
  if (lesson) {
    const picked = pickText(lesson, edition, locale);
    const asked = readText(db, edition.courseId, picked.text.digest).reflections.find(
      (each) => each.id === id,
    );
    if (asked) {
      return {
        prompt: wordsOf(asked.html).join('\n'),
        locale: picked.locale,
        textDigest: picked.text.digest,
      };
    }
  }
  return { prompt: '', locale, textDigest: null };
}

function grouped(db: Db, found: Found[], locale: Locale): NotedCourse[] {
  const courses: NotedCourse[] = [];
  for (const { edition, lesson, note } of found) {
    let course = courses.at(-1);
    if (course?.slug !== edition.slug) {
      course = { slug: edition.slug, title: edition.titles[locale], theme: edition.theme, lessons: [] };
      courses.push(course);
    }
    let last = course.lessons.at(-1);
    if (last?.slug !== lesson.slug) {
      const title = lesson.lesson
        ? pickText(lesson.lesson, edition, locale).text.title
        : titleThen(db, edition.courseId, lesson.slug, note);
      last = { slug: lesson.slug, title, current: lesson.lesson !== null, notes: [] };
      course.lessons.push(last);
    }
    last.notes.push(note);
  }
  return courses;
}

/** What a lesson that is gone was called in the text the note was put on. */
function titleThen(db: Db, courseId: number, slug: string, note: Found['note']): string {
  if (note.textDigest === null) return slug;
  try {
    return readText(db, courseId, note.textDigest).title;
  } catch (error) {
    if (error instanceof DomainError) return slug;
    throw error;
  }
}

const collators = new Map<Locale, Intl.Collator>();
function compare(locale: Locale, a: string, b: string): number {
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale);
    collators.set(locale, collator);
  }
  return collator.compare(a, b);
}

type InCourse = { account: number; course: number };
type Row<Note> = Omit<Note, 'type'> & { lessonId: number; slug: string };

const prepare = ({ $client: client }: Db) => ({
  courses: client.prepare<[number, number], { editionId: number }>(
    `select current_edition_id as editionId from courses where current_edition_id is not null and id in (
       select l.course_id from annotations a join lessons l on l.id = a.lesson_id where a.account_id = ?
       union select l.course_id from reflections r join lessons l on l.id = r.lesson_id
       where r.account_id = ? and r.note != '')`,
  ),
  marks: client.prepare<[InCourse], Row<NotedMark>>(
    `select a.lesson_id as lessonId, l.slug, a.id, a.kind, a.block, a.locale, a.quote, a.quote_start as quoteStart,
       a.text_digest as textDigest, a.note, a.version, a.updated_at as updatedAt
     from annotations a join lessons l on l.id = a.lesson_id
     where a.account_id = @account and l.course_id = @course
     order by a.lesson_id, a.block, a.quote_start, a.created_at, a.id`,
  ),
  answers: client.prepare<[InCourse], Omit<Row<NotedAnswer>, 'prompt' | 'locale' | 'textDigest'>>(
    `select r.lesson_id as lessonId, l.slug, r.reflect_id as id, r.note, r.version, r.updated_at as updatedAt
     from reflections r join lessons l on l.id = r.lesson_id
     where r.account_id = @account and l.course_id = @course and r.note != ''
     order by r.lesson_id, r.reflect_id`,
  ),
});

const shelves = new WeakMap<Db, ReturnType<typeof prepare>>();

function shelfOf(db: Db): ReturnType<typeof prepare> {
  let shelf = shelves.get(db);
  if (!shelf) {
    shelf = prepare(db);
    shelves.set(db, shelf);
  }
  return shelf;
}
