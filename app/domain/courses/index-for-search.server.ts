// What of a course's newest edition can be found.
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Db, Queryable } from '~db/open.server';
import { type Findable, indexCourse, paragraphsOf } from '../search/index.server';
import type { Manifest } from './manifest.server';
import type { StoredContent } from './render-course.server';

/**
 * Brings what can be found of every course up to its newest edition: for a database that has never been searched, or was indexed in
 * another way. Returns how many rows changed; a course of which all is right costs one look at its rows.
 */
export function refreshSearch(db: Db): number {
  const ids = db.all<{ id: number }>(sql`select id from courses where current_edition_id is not null`);
  return ids.reduce(
    (sum, { id }) => sum + db.transaction((tx) => indexNewestEdition(tx, id), { behavior: 'immediate' }),
    0,
  );
}

type TextRow = {
  lessonId: number;
  slug: string;
  preview: number;
  locale: Locale;
  digest: string;
  renderer: string;
};

/** Within the transaction that publishes. Texts that are indexed as they are now are not read. Returns how many rows changed. */
export function indexNewestEdition(tx: Queryable, courseId: number): number {
  const edition = tx.get<{ id: number; manifest: string }>(
    sql`select e.id, e.manifest from courses c join editions e on e.id = c.current_edition_id where c.id = ${courseId}`,
  );
  const manifest = JSON.parse(edition.manifest) as Manifest;
  const texts = tx.all<TextRow>(
    sql`select l.id as lessonId, l.slug, e.preview, t.locale, t.text_digest as digest, r.renderer
      from edition_lessons e join lessons l on l.id = e.lesson_id
      join edition_texts t on t.edition_id = e.edition_id and t.lesson_id = e.lesson_id
      join renderings r on r.text_digest = t.text_digest and r.course_id = ${courseId}
      where e.edition_id = ${edition.id} order by e.position`,
  );
  const contentOf = (digest: string): StoredContent =>
    JSON.parse(
      tx.get<{ content: string }>(
        sql`select content from renderings where text_digest = ${digest} and course_id = ${courseId}`,
      ).content,
    ) as StoredContent;
  return indexCourse(tx, courseId, [
    ...courseIn(manifest),
    ...texts.map((text) => lessonIn(text, contentOf)),
    ...termsIn(manifest, firstLessons(tx, courseId, texts, manifest)),
  ]);
}

function courseIn({ languages, title, summary, objectives, modules }: Manifest): Findable[] {
  return languages.map((locale) => {
    const said = [...(objectives[locale] ?? []), ...modules.map((module) => module.title[locale] ?? '')];
    const head = { title: title[locale] ?? '', summary: summary[locale] ?? '' };
    return {
      kind: 'course',
      key: 'course',
      locale,
      lessonId: null,
      open: true,
      source: digestOf([head, said]),
      read: () => ({ ...head, paragraphs: said.map((text) => ({ anchor: '', heading: false, text })) }),
    };
  });
}

function lessonIn(
  { lessonId, slug, preview, locale, digest, renderer }: TextRow,
  contentOf: (digest: string) => StoredContent,
): Findable {
  return {
    kind: 'lesson',
    key: `lesson/${slug}`,
    locale,
    lessonId,
    open: preview === 1,
    source: `${digest} ${renderer}`,
    read: () => {
      // Last, since a word that the text has too is better shown there. What an earlier renderer made has none.
      const { title, summary, objectives = [], segments } = contentOf(digest);
      const aims = objectives.map((text) => ({ anchor: '', heading: false, text }));
      return { title, summary, paragraphs: [...paragraphsOf(segments), ...aims] };
    },
  };
}

function termsIn({ glossary }: Manifest, lessons: ReadonlyMap<string, number>): Findable[] {
  return Object.entries(glossary).flatMap(([id, names]) =>
    Object.entries(names).map(([locale, { term, definition }]) => ({
      kind: 'term' as const,
      key: `term/${id}`,
      locale: locale as Locale,
      lessonId: lessons.get(id) ?? null,
      open: true,
      source: digestOf([term, definition]),
      read: () => ({ title: term, summary: definition, paragraphs: [] }),
    })),
  );
}

/** For each term the first lesson that uses it, as the texts of the source language do. */
function firstLessons(
  tx: Queryable,
  courseId: number,
  texts: readonly TextRow[],
  { languages }: Manifest,
): Map<string, number> {
  const first = new Map<string, number>();
  for (const { digest, lessonId, locale } of texts) {
    if (locale !== languages[0]) continue;
    const { terms } = tx.get<{ terms: string | null }>(
      sql`select json_extract(content, '$.uses.terms') as terms from renderings
        where text_digest = ${digest} and course_id = ${courseId}`,
    );
    for (const term of JSON.parse(terms ?? '[]') as string[]) if (!first.has(term)) first.set(term, lessonId);
  }
  return first;
}

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
