import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { Actor } from '../actor';
import { writeEntry } from '../audit/index.server';
import { type CsvValue, csvTime, toCsv } from './csv.server';
import { readReport } from './read-report.server';
import { rateOf } from './rules';
import type { ReportQuery } from './schema';

export type ReportWords = {
  headings: {
    park: string;
    unit: string;
    course: string;
    learners: string;
    enrolments: string;
    completed: string;
    rate: string;
    activity: string;
  };
  noUnit: string;
  together: string;
  hidden: string;
  total: string;
};

/**
 * The report as CSV, the totals last, and an audit entry that it was taken. Text is the caller's `words`; times are in `timeZone`.
 * Throws `forbidden`.
 */
export function exportReport(
  db: Db,
  actor: Actor,
  input: { query: ReportQuery; locale: Locale; timeZone: string; words: ReportWords; at: number },
): string {
  const { query, locale, timeZone, words, at } = input;
  const report = db.transaction(
    (tx) => {
      const read = readReport(db, actor, { query, locale });
      const { by, park, unit, course } = query;
      writeEntry(tx, actor, {
        action: 'report.exported',
        entity: 'report',
        entityId: by,
        detail: { park, unit, course, rows: read.rows.length },
        at,
      });
      return read;
    },
    { behavior: 'immediate' },
  );
  const byUnit = query.by === 'unit';
  const { headings } = words;
  const lines: CsvValue[][] = [
    [
      ...(byUnit ? [headings.park] : []),
      headings[query.by],
      headings.learners,
      headings.enrolments,
      headings.completed,
      headings.rate,
      headings.activity,
    ],
  ];
  for (const row of report.rows) {
    const name = row.kind === 'group' ? row.name : row.kind === 'no-unit' ? words.noUnit : words.together;
    const numbers: CsvValue[] = row.hidden
      ? [words.hidden, words.hidden, words.hidden, null, null]
      : [
          row.learners,
          row.enrolments,
          row.completed,
          percent(rateOf(row)),
          csvTime(row.lastActivityAt, timeZone),
        ];
    lines.push([...(byUnit ? [row.parkName] : []), name, ...numbers]);
  }
  const { totals } = report;
  lines.push([
    ...(byUnit ? [''] : []),
    words.total,
    totals.learners,
    totals.enrolments,
    totals.completed,
    percent(rateOf(totals)),
    csvTime(totals.lastActivityAt, timeZone),
  ]);
  return toCsv(lines, true);
}

/** Spreadsheets read `45.2%` as a number. */
const percent = (rate: number | null): string | null =>
  rate === null ? null : `${(rate * 100).toFixed(1)}%`;
