// Reports over 1,000, 10,000 and 100,000 learners, ten enrolments each, beside the best SQL we can write by hand on the same file.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AccountActor } from '~/domain/actor';
import { listPeople, readReport } from '~/domain/reports/index.server';
import { readPeopleQuery, readReportQuery } from '~/domain/reports/schema';
import { openDatabase } from '~db/open.server';
import { sizeName, sizes } from './crowd';
import { alternate, type Result, timed } from './measure';
import { fillReportData, handWritten, sizeOf } from './report-data';

/** A programme administrator's report by course, under the same rules as those of `handWritten`. */
const allParksByCourse = `with shown as (
    select course_id, enrolments, completed, last_activity_at as last from enrolment_counts where park_id = @park
    union all
    select course_id, sum(enrolments), sum(completed), max(last_activity_at) from enrolment_counts
    where park_id <> @park group by park_id, course_id having sum(enrolments) >= 5)
  select c.slug, e.manifest ->> '$.title.en' as name, s.enrolments, s.completed, s.last from (
    select course_id, sum(enrolments) as enrolments, sum(completed) as completed, max(last) as last from shown group by course_id) s
  join courses c on c.id = s.course_id join editions e on e.id = c.current_edition_id order by name`;

const rounds = 41;

export async function reports(): Promise<Result[]> {
  const results: Result[] = [];
  for (const size of sizes) results.push(...(await reportsOf(size)));
  return results;
}

/** The rows of one size; the largest, which the aims are about, has the plain names. */
async function reportsOf(learners: number): Promise<Result[]> {
  const { file, programmeAdministrator: actor } = prepared(learners);
  const named = (name: string) => (learners === sizes.at(-1) ? name : `${name}-${sizeName(learners)}`);
  const db = openDatabase(`file:${file}`);
  const results: Result[] = [];
  for (const [by, sql] of [
    ['unit', handWritten.allParksByUnit],
    ['course', allParksByCourse],
  ] as const) {
    const query = readReportQuery(new URLSearchParams({ by }));
    const statement = db.$client.prepare(sql);
    const report = () => readReport(db, actor, { query, locale: 'en' });
    const byHand = () => statement.all({ park: actor.parkId }) as { enrolments: number }[];
    // The same report, or it would be no comparison.
    const [ours, theirs] = [
      report().totals.enrolments,
      byHand().reduce((sum, row) => sum + row.enrolments, 0),
    ];
    if (ours !== theirs) throw new Error(`by ${by}: ${ours} enrolments, and by hand ${theirs}`);
    await alternate(
      10,
      () => timed(report),
      () => timed(byHand),
    );
    const { value, reference, ratio } = await alternate(
      rounds,
      () => timed(report),
      () => timed(byHand),
    );
    results.push({
      name: named(`report-by-${by}`),
      value,
      unit: 'ms',
      reference,
      ratio: 1 / ratio,
      aim: '≥ 0.8, < 50 ms',
      met: 1 / ratio >= 0.8 && value < 50,
    });
  }
  const people = readPeopleQuery(new URLSearchParams({ sort: 'activity', direction: 'desc' }));
  const page = () => timed(() => listPeople(db, actor, { query: people, locale: 'en' }));
  const { value } = await alternate(rounds, page, page);
  results.push({
    name: named('report-people'),
    value,
    unit: 'ms',
    reference: null,
    ratio: null,
    aim: '< 50 ms',
    met: value < 50,
  });
  db.$client.close();
  return results;
}

type Prepared = { file: string; programmeAdministrator: AccountActor };

/** The data, made again only when what makes it has changed: it takes a quarter of a minute. */
function prepared(learners: number): Prepared {
  const folder = 'node_modules/.cache/parkbridge-bench';
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256');
  for (const source of ['tests/bench/report-data.ts', 'tests/domain/reports/programme.ts', ...migrations()]) {
    hash.update(readFileSync(source));
  }
  const file = path.join(folder, `reports-${learners}-${hash.digest('hex').slice(0, 16)}.db`);
  const note = `${file}.json`;
  if (!existsSync(note)) {
    const making = `${file}.${process.pid}`;
    const { db, programmeAdministrator } = fillReportData(making, sizeOf(learners));
    db.$client.pragma('journal_mode = DELETE');
    db.$client.close();
    renameSync(making, file);
    writeFileSync(note, JSON.stringify(programmeAdministrator));
  }
  return { file, programmeAdministrator: JSON.parse(readFileSync(note, 'utf8')) as AccountActor };
}

const migrations = (): string[] =>
  readdirSync('db/migrations')
    .filter((name) => name.endsWith('.sql'))
    .map((name) => path.join('db/migrations', name));
