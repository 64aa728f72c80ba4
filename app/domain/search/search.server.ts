import { type Locale, locales } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { correctQuery } from './correct-query.server';
import { type FoundKind, kindOf, localeOf, thingOf } from './document-id';
import { expressionOf, type Query, readQuery } from './read-query';
import { cleanQuery, pageSize } from './rules';
import type { CourseHit, LessonHit, SearchAnswer, TermHit } from './schema';
import { excerptOf, type Marker, mark, markersOf } from './show-excerpt';
import { type Match, openColumns, statements } from './statements.server';

/** Courses and terms that a search gives at most; lessons come in pages. */
const mostOfAGroup = 20;

/** One thing that was found, whatever the languages it was found in: `id` is of the one it is shown in. */
type Found = { id: number; rank: number; others: Locale[] };

/**
 * Searches courses, lessons and glossary terms of the newest editions for the words in `query`, those in `locale` first. Each thing is
 * listed once, however many languages it was found in. Who is not signed in finds the text of preview lessons only, and of the
 * others their titles and summaries. Where no text has all the words, those with some of them are found. Any string may be asked, of
 * any length; only the first words count. A page that is not there is the last one. Throws nothing of its own.
 */
export function search(
  db: Db,
  actor: Actor,
  input: { query: string; locale: Locale; page: number },
): SearchAnswer {
  const { locale } = input;
  const open = actor.kind === 'anonymous';
  const asked = readQuery(input.query);
  const corrected = correctQuery(db, asked, open);
  const query = corrected ?? asked;
  const words = query.groups.flatMap((group) => group.words);
  let match: SearchAnswer['match'] = words.length === 0 ? 'nothing' : 'all';
  let matches = find(db, query, 'all', open);
  if (matches.length === 0 && words.length > 1) {
    match = 'some';
    matches = find(db, query, 'some', open);
  }
  const found = foldLanguages(matches, locale);
  const shown: Shown = { db, locale, open, markers: markersOf(query) };
  const pages = Math.max(1, Math.ceil(found.lesson.length / pageSize));
  const page = Math.min(input.page, pages);
  const terms = distinctTerms(shown, found.term.slice(0, mostOfAGroup));
  return {
    asked: cleanQuery(input.query),
    match,
    corrected: corrected && words.map((word) => word.shown).join(' '),
    cut: asked.cut,
    courses: {
      total: found.course.length,
      hits: found.course.slice(0, mostOfAGroup).map((one) => courseHit(shown, one)),
    },
    terms: {
      total: Math.max(terms.length, found.term.length > mostOfAGroup ? found.term.length : 0),
      hits: terms,
    },
    lessons: {
      total: found.lesson.length,
      page,
      pages,
      hits: found.lesson.slice((page - 1) * pageSize, page * pageSize).map((one) => lessonHit(shown, one)),
    },
  };
}

function find(db: Db, query: Query, match: 'all' | 'some', open: boolean): Match[] {
  const expression = expressionOf(query, match);
  if (expression === null) return [];
  return statements(db).matches.all(open ? `${openColumns} : (${expression})` : expression);
}

/** What was found, by kind; first what is in the reader's language, then the rest, the best first. */
function foldLanguages(matches: readonly Match[], locale: Locale): Record<FoundKind, Found[]> {
  const found = new Map<number, Found>();
  for (const [id, rank] of matches) {
    const thing = thingOf(id);
    const one = found.get(thing);
    if (!one) {
      found.set(thing, { id, rank, others: [] });
      continue;
    }
    const better = localeOf(one.id) !== locale && (localeOf(id) === locale || rank < one.rank);
    one.others.push(localeOf(better ? one.id : id));
    if (better) Object.assign(one, { id, rank });
  }
  const kinds: Record<FoundKind, Found[]> = { course: [], lesson: [], term: [] };
  for (const one of found.values()) kinds[kindOf(one.id)].push(one);
  const own = ({ id }: Found) => (localeOf(id) === locale ? 0 : 1);
  for (const list of Object.values(kinds))
    list.sort((a, b) => own(a) - own(b) || a.rank - b.rank || a.id - b.id);
  return kinds;
}

type Shown = { db: Db; locale: Locale; open: boolean; markers: readonly Marker[] };

function documentOf({ db }: Shown, { id }: Found) {
  const document = statements(db).document.get(id);
  if (!document) throw new Error(`search document ${id} is not there`);
  return document;
}

function lessonHit(shown: Shown, found: Found): LessonHit {
  const { db, locale, markers } = shown;
  const document = documentOf(shown, found);
  const lang = localeOf(found.id);
  const courses = statements(db).inLanguages.all(document.courseId, 'course');
  const course = courses.find((one) => one.locale === locale) ?? courses[0];
  const readable = !shown.open || document.open === 1;
  const { parts, line } = excerptOf(document.summary, readable ? document.body : '', markers);
  const anchors = line < 0 ? [] : (JSON.parse(document.anchors) as string[]);
  const others = new Set(found.others);
  // A reader whose language it was not found in may want it in that all the same.
  const has = (one: Locale) =>
    statements(db)
      .inLanguages.all(document.courseId, document.key)
      .some((text) => text.locale === one);
  if (lang !== locale && has(locale)) others.add(locale);
  return {
    course: document.course,
    lesson: document.lesson ?? '',
    courseTitle: course?.title ?? document.course,
    courseLocale: course?.locale ?? locale,
    position: document.position ?? 1,
    kind: document.kind ?? 'reading',
    locale: lang,
    title: mark(document.title, markers),
    excerpt: parts,
    anchor: anchors[line] ?? '',
    also: locales.filter((one) => others.has(one)),
  };
}

function courseHit(shown: Shown, found: Found): CourseHit {
  const { course, title, summary } = documentOf(shown, found);
  return {
    course,
    locale: localeOf(found.id),
    title: mark(title, shown.markers),
    summary: mark(summary, shown.markers),
  };
}

/** Several courses may explain the same term in the same words: it is shown once. */
function distinctTerms(shown: Shown, found: readonly Found[]): TermHit[] {
  const seen = new Set<string>();
  return found.flatMap((one) => {
    const { courseId, key, course, lesson } = documentOf(shown, one);
    const all = statements(shown.db).inLanguages.all(courseId, key);
    const same = JSON.stringify(all.map(({ title, summary }) => [title, summary]));
    if (seen.has(same)) return [];
    seen.add(same);
    const own = all.find(({ locale }) => locale === shown.locale) ?? all[0];
    if (!own) return [];
    const names = all.filter(({ locale }) => locale !== own.locale);
    const titles = lesson === null ? [] : statements(shown.db).inLanguages.all(courseId, `lesson/${lesson}`);
    return [
      {
        locale: own.locale,
        title: mark(own.title, shown.markers),
        definition: mark(own.summary, shown.markers),
        names: names.map(({ locale, title }) => ({ locale, name: mark(title, shown.markers) })),
        course,
        lesson,
        lessonTitle: (titles.find(({ locale }) => locale === shown.locale) ?? titles[0])?.title ?? null,
      },
    ];
  });
}
