import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { type CsvValue, csvTime, toCsv } from './csv.server';
import { findScope } from './find-scope.server';
import { listPeople } from './list-people.server';
import type { PeopleQuery } from './schema';
import { row } from './statements.server';

export type PeopleWords = {
  headings: {
    name: string;
    park: string;
    unit: string;
    course: string;
    done: string;
    total: string;
    activity: string;
    completed: string;
  };
};

/** Rows read at once: few enough that the server goes on answering others in between. */
const chunk = 500;

/**
 * The people page as CSV, whole: an audit entry first, then the lines in pieces, each read when the one before was taken.
 * `done` and `total` are required lessons. Throws `forbidden`, before the first piece.
 */
export function exportPeople(
  db: Db,
  actor: Actor,
  input: { query: PeopleQuery; locale: Locale; timeZone: string; words: PeopleWords; at: number },
): Generator<string> {
  const { query, timeZone, words, at } = input;
  const scope = findScope(db, actor, 'person', query);
  db.transaction(
    (tx) => {
      const counted = row<{ enrolments: number }>(
        db,
        `select coalesce(sum(enrolments), 0) as enrolments from enrolment_counts where park_id = coalesce(?, park_id)
         and unit_id = coalesce(?, unit_id) and course_id = coalesce(?, course_id)`,
        [scope.park, scope.unit, scope.course],
      );
      const { park, unit, course, search } = query;
      // What was searched for may be a name. `enrolments`: among which the lines are.
      const detail = { park, unit, course, searched: search !== undefined, enrolments: counted?.enrolments };
      writeEntry(tx, actor, { action: 'report.exported', entity: 'report', entityId: 'people', detail, at });
    },
    { behavior: 'immediate' },
  );
  const { headings } = words;
  const heading = [
    headings.name,
    headings.park,
    headings.unit,
    headings.course,
    headings.done,
    headings.total,
    headings.activity,
    headings.completed,
  ];

  function* pieces(): Generator<string> {
    yield toCsv([heading], true);
    let after: string | undefined;
    do {
      const page = listPeople(db, actor, {
        query: { ...query, before: undefined, after },
        locale: input.locale,
        size: chunk,
      });
      const lines = page.people.map((person): CsvValue[] => [
        person.name,
        person.parkName,
        person.unitName,
        person.courseName,
        person.done,
        person.total,
        csvTime(person.lastActivityAt, timeZone),
        csvTime(person.completedAt, timeZone),
      ]);
      if (lines.length > 0) yield toCsv(lines);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return pieces();
}
