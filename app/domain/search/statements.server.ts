// What a search asks of the database, prepared once for each handle.
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';

/** The columns of the index that everybody finds; the others are for people who are signed in. */
export const openColumns = '{title summary heading body}';

/** One for each column of the index, in order: a title tells more than a heading, and a heading more than what is under it. */
const weights = '10.0, 4.0, 5.0, 1.0, 5.0, 1.0';

export type Match = [id: number, rank: number];

export type Document = {
  courseId: number;
  key: string;
  title: string;
  summary: string;
  open: number;
  anchors: string;
  body: string;
  course: string;
  /** The lesson's slug, place in the course and kind, where there is one. */
  lesson: string | null;
  position: number | null;
  kind: 'reading' | 'quiz' | null;
};

const prepare = ({ $client: client }: Db) => ({
  /** The lower the rank, the better. Without the documents' rows: what decides is in their ids. */
  matches: client
    .prepare<[string], Match>(
      `select rowid, bm25(search_index, ${weights}) from search_index where search_index match ?`,
    )
    .raw(),
  exists: client
    .prepare<[string], number>('select 1 from search_index where search_index match ? limit 1')
    .pluck(),
  /** Which of a JSON list of words are in the index, the commonest first. */
  known: client.prepare<[string], { term: string }>(
    `select w.term from json_each(?) slip cross join search_words w on w.term = slip.value order by w.doc desc, w.term`,
  ),
  document: client.prepare<[number], Document>(
    `select d.course_id as courseId, d.key, d.title, d.summary, d.open, d.anchors, d.body, c.slug as course, l.slug as lesson, e.position, e.kind
     from search_documents d join courses c on c.id = d.course_id left join lessons l on l.id = d.lesson_id
     left join edition_lessons e on e.edition_id = c.current_edition_id and e.lesson_id = d.lesson_id where d.id = ?`,
  ),
  /** One thing in every language it is there in. */
  inLanguages: client.prepare<[number, string], { locale: Locale; title: string; summary: string }>(
    'select locale, title, summary from search_documents where course_id = ? and key = ?',
  ),
});

const prepared = new WeakMap<Db, ReturnType<typeof prepare>>();

export function statements(db: Db): ReturnType<typeof prepare> {
  let found = prepared.get(db);
  if (!found) {
    found = prepare(db);
    prepared.set(db, found);
  }
  return found;
}
