import { sql } from 'drizzle-orm';
import type { Locale } from '~/i18n/locales';
import type { Queryable } from '~db/open.server';
import { searchDocuments } from '~db/schema';
import { type FoundKind, idOf, thingOf } from './document-id';
import { fold } from './fold';
import type { Paragraph } from './read-paragraphs';
import { wordsToIndex } from './split-words';

/** Raise it when the words of the index are made in another way: every row is then made again. */
const way = 'words-1';

/** A course, lesson or term in one language, to be found by its words. */
export type Findable = {
  kind: FoundKind;
  /** The same for one thing in every language: `course`, `lesson/<slug>`, `term/<id>`. */
  key: string;
  locale: Locale;
  /** The lesson; of a term, the first that uses it. */
  lessonId: number | null;
  /** Whether people who are not signed in find its paragraphs. */
  open: boolean;
  /** Changes whenever what `read` gives would be something else. */
  source: string;
  /** Called only when the index has something else. */
  read(): { title: string; summary: string; paragraphs: readonly Paragraph[] };
};

/**
 * Makes what can be found of a course be `things`, no more and no less. What the index has already stays as it is, so doing it again
 * costs little. Within the caller's transaction, so that nobody finds what is not published. Returns how many rows were written or removed.
 */
export function indexCourse(tx: Queryable, courseId: number, things: readonly Findable[]): number {
  const rows = tx.all<{ id: number; key: string; locale: string; source: string }>(
    sql`select id, key, locale, source from ${searchDocuments} where course_id = ${courseId}`,
  );
  const there = new Map(rows.map((row) => [`${row.locale} ${row.key}`, row]));
  const numbers = new Map(rows.map(({ id, key }) => [key, thingOf(id)]));
  const { latest } = tx.get<{ latest: number | null }>(sql`select max(id) as latest from ${searchDocuments}`);
  let next = thingOf(latest ?? 0) + 1;
  let changed = 0;
  for (const thing of things) {
    const name = `${thing.locale} ${thing.key}`;
    const source = `${way} ${Number(thing.open)} ${thing.lessonId ?? ''} ${thing.source}`;
    const row = there.get(name);
    if (row?.source === source) {
      there.delete(name);
      continue;
    }
    if (row) remove(tx, row.id);
    there.delete(name);
    const number = numbers.get(thing.key) ?? next++;
    numbers.set(thing.key, number);
    add(tx, courseId, { ...thing, source, id: idOf(number, thing.kind, thing.locale) });
    changed += 1;
  }
  for (const { id } of there.values()) {
    remove(tx, id);
    changed += 1;
  }
  return changed;
}

function remove(tx: Queryable, id: number): void {
  tx.run(sql`delete from search_index where rowid = ${id}`);
  tx.run(sql`delete from ${searchDocuments} where id = ${id}`);
}

function add(tx: Queryable, courseId: number, thing: Findable & { id: number }): void {
  const { id, kind, key, locale, lessonId, open, source } = thing;
  const { title, summary, paragraphs } = thing.read();
  tx.insert(searchDocuments)
    .values({
      id,
      courseId,
      kind,
      lessonId,
      key,
      locale,
      source,
      open,
      title,
      summary,
      anchors: JSON.stringify(paragraphs.map(({ anchor }) => anchor)),
      body: paragraphs.map(({ text }) => text).join('\n'),
    })
    .run();
  const words = (heading: boolean) =>
    wordsToIndex(
      fold(
        paragraphs
          .filter((paragraph) => paragraph.heading === heading)
          .map(({ text }) => text)
          .join('\n'),
      ),
    );
  const text = [words(true), words(false)];
  const [heading, body, closedHeading, closedBody] = open ? [...text, '', ''] : ['', '', ...text];
  tx.run(
    sql`insert into search_index (rowid, title, summary, heading, body, closed_heading, closed_body)
      values (${id}, ${wordsToIndex(fold(title))}, ${wordsToIndex(fold(summary))}, ${heading}, ${body}, ${closedHeading}, ${closedBody})`,
  );
}
