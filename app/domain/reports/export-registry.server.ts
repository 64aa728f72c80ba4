import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { type CsvValue, csvTime, toCsv } from './csv.server';
import { findScope } from './find-scope.server';
import { listRegistry } from './list-registry.server';
import type { RegistryQuery, RegistryState } from './schema';

/** Headings by column, the name of each state and of each language, and the site's address before a record's path. */
export type RegistryWords = {
  headings: Record<
    | 'number'
    | 'holder'
    | 'park'
    | 'course'
    | 'edition'
    | 'language'
    | 'completed'
    | 'issued'
    | 'validUntil'
    | 'state'
    | 'address',
    string
  >;
  states: Record<RegistryState, string>;
  languages: Record<Locale, string>;
  origin: string;
};

/** Rows read at once: few enough that the server goes on answering others in between. */
const chunk = 500;

/**
 * The registry as CSV, whole: an audit entry first, then the lines in pieces, each read when the one before was taken.
 * Throws `forbidden`, before the first piece.
 */
export function exportRegistry(
  db: Db,
  actor: Actor,
  input: { query: RegistryQuery; locale: Locale; timeZone: string; words: RegistryWords; at: number },
): Generator<string> {
  const { query, timeZone, words, at } = input;
  const { park, course } = findScope(db, actor, 'record', query);
  db.transaction(
    (tx) => {
      const { state, from, to } = query;
      const detail = { park, course, state, from, to, searched: query.search !== undefined };
      writeEntry(tx, actor, { action: 'report.exported', entity: 'report', entityId: 'records', detail, at });
    },
    { behavior: 'immediate' },
  );
  const { headings, states, languages } = words;

  function* pieces(): Generator<string> {
    const heading = [
      headings.number,
      headings.holder,
      headings.park,
      headings.course,
      headings.edition,
      headings.language,
      headings.completed,
      headings.issued,
      headings.validUntil,
      headings.state,
      headings.address,
    ];
    yield toCsv([heading], true);
    let after: string | undefined;
    do {
      const page = listRegistry(db, actor, { ...input, query: { ...query, after }, size: chunk });
      const lines = page.records.map((record): CsvValue[] => [
        record.id,
        record.holder,
        record.parkName,
        record.courseName,
        record.edition,
        languages[record.locale],
        csvTime(record.completedAt, timeZone),
        csvTime(record.issuedAt, timeZone),
        csvTime(record.validUntil, timeZone),
        states[record.state],
        `${words.origin}/records/${record.id}`,
      ]);
      if (lines.length > 0) yield toCsv(lines);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return pieces();
}
