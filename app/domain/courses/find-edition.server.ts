// Editions as objects. They are immutable, so each is built once per process and kept.
import { LRUCache } from 'lru-cache';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { notFound } from '../error';
import type { Manifest } from './manifest.server';
import { fill } from './rules';
import type { Edition, EditionLesson, LessonKind } from './schema';

type EditionRow = {
  id: number;
  courseId: number;
  number: number;
  digest: string;
  manifest: string;
  publishedAt: number;
};
type LessonRow = {
  id: number;
  slug: string;
  kind: LessonKind;
  revision: number;
  required: number;
  preview: number;
  position: number;
};
type TextRow = {
  lessonId: number;
  locale: Locale;
  digest: string;
  stale: number;
  /** JSON of title, summary, minutes and words. */
  facts: string;
};

const prepare = ({ $client: client }: Db) => ({
  current: client
    .prepare<[string], number>(
      'select current_edition_id from courses where slug = ? and current_edition_id is not null',
    )
    .pluck(),
  allCurrent: client
    .prepare<[], number>(
      'select current_edition_id from courses where current_edition_id is not null order by id',
    )
    .pluck(),
  editionsOf: client
    .prepare<[number, number], number>(
      'select id from editions where course_id = ? order by number desc limit ?',
    )
    .pluck(),
  edition: client.prepare<[number], EditionRow>(
    `select id, course_id as courseId, number, digest, manifest, published_at as publishedAt
     from editions where id = ?`,
  ),
  lessons: client.prepare<[number], LessonRow>(
    `select l.id, l.slug, e.kind, e.revision, e.required, e.preview, e.position
     from edition_lessons e join lessons l on l.id = e.lesson_id where e.edition_id = ? order by e.position`,
  ),
  texts: client.prepare<[number, number], TextRow>(
    `select t.lesson_id as lessonId, t.locale, t.text_digest as digest, t.stale,
       json_extract(r.content, '$.title', '$.summary', '$.minutes', '$.words') as facts
     from edition_texts t join renderings r on r.text_digest = t.text_digest and r.course_id = ?
     where t.edition_id = ?`,
  ),
  manifest: client
    .prepare<[string], string>('select manifest from editions where digest = ? limit 1')
    .pluck(),
});

type Shelf = { statements: ReturnType<typeof prepare>; editions: LRUCache<number, Edition> };
const shelves = new WeakMap<Db, Shelf>();

function shelfOf(db: Db): Shelf {
  let shelf = shelves.get(db);
  if (!shelf) {
    shelf = { statements: prepare(db), editions: new LRUCache({ max: 500 }) };
    shelves.set(db, shelf);
  }
  return shelf;
}

/** The newest edition of the course, or null where there is no such course. Sees a publication by another process at once. */
export function currentEdition(db: Db, slug: string): Edition | null {
  const id = shelfOf(db).statements.current.get(slug);
  return id === undefined ? null : editionById(db, id);
}

/** The newest edition of every course, oldest course first. */
export function listCurrentEditions(db: Db): Edition[] {
  return shelfOf(db)
    .statements.allCurrent.all()
    .map((id) => editionById(db, id));
}

/** The edition of that id. Throws `not-found`. The object is shared: never change it. Not for the transaction that publishes. */
export function editionById(db: Db, id: number): Edition {
  const shelf = shelfOf(db);
  const kept = shelf.editions.get(id);
  if (kept) return kept;
  const edition = load(shelf, id);
  shelf.editions.set(id, edition);
  return edition;
}

/** The newest editions of a course, at most `most`, the newest first. */
export function listEditions(db: Db, courseId: number, most: number): Edition[] {
  return shelfOf(db)
    .statements.editionsOf.all(courseId, most)
    .map((id) => editionById(db, id));
}

/** The exact manifest whose SHA-256 (hex) is `digest`, or null. */
export function findManifest(db: Db, digest: string): string | null {
  return shelfOf(db).statements.manifest.get(digest) ?? null;
}

/** Drops what is kept: a newer renderer has counted words and minutes again. */
export function forgetEditions(db: Db): void {
  shelves.get(db)?.editions.clear();
}

function load({ statements }: Shelf, id: number): Edition {
  const row = statements.edition.get(id);
  if (!row) throw notFound();
  const manifest = JSON.parse(row.manifest) as Manifest;
  const source = manifest.languages[0] ?? 'en';
  const lessons = new Map<string, EditionLesson>();
  const byId = new Map<number, EditionLesson>();
  for (const { required, preview, ...lesson } of statements.lessons.all(id)) {
    const made = { ...lesson, required: required === 1, preview: preview === 1, texts: {} };
    lessons.set(lesson.slug, made);
    byId.set(lesson.id, made);
  }
  for (const { lessonId, locale, digest, stale, facts } of statements.texts.all(row.courseId, id)) {
    const [title, summary, minutes, words] = JSON.parse(facts) as [string, string, number, number];
    const lesson = byId.get(lessonId);
    if (lesson) lesson.texts[locale] = { digest, title, summary, minutes, words, stale: stale === 1 };
  }
  const objectives = (locale: Locale) => manifest.objectives[locale] ?? manifest.objectives[source] ?? [];
  return {
    id: row.id,
    courseId: row.courseId,
    slug: manifest.course,
    number: row.number,
    digest: row.digest,
    publishedAt: row.publishedAt,
    theme: manifest.theme,
    languages: manifest.languages,
    owners: manifest.owners,
    mark: manifest.pass.mark,
    validity: manifest.validity?.months ?? null,
    titles: fill(manifest.title, source),
    summaries: fill(manifest.summary, source),
    instructors: (manifest.instructors ?? []).map(({ name, park, role }) => ({
      names: typeof name === 'string' ? { en: name, ms: name, 'zh-Hans': name } : fill(name, source),
      park: park ?? null,
      roles: role ? fill(role, source) : null,
    })),
    objectives: { en: objectives('en'), ms: objectives('ms'), 'zh-Hans': objectives('zh-Hans') },
    modules: manifest.modules.map((module) => ({
      id: module.id,
      titles: fill(module.title, source),
      lessons: module.lessons.flatMap(({ id: slug }) => lessons.get(slug) ?? []),
    })),
  };
}
