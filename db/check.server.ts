// Whether a database is whole: its pages, its references, and the counts that its triggers keep.
import type Database from 'better-sqlite3';

const fromRows = {
  enrolment_counts: `select a.park_id, coalesce(a.unit_id, 0), e.course_id, count(*), count(e.completed_at), max(e.last_activity_at)
    from enrolments e join accounts a on a.id = e.account_id group by 1, 2, 3`,
  learner_counts: `select park_id, coalesce(unit_id, 0), count(*), count(shared_at)
    from accounts where id in (select account_id from enrolments) group by 1, 2`,
};

/** Names of the tables of counts that differ from a recount of the rows; empty when all is well. */
export function recount(client: Database.Database): string[] {
  return Object.entries(fromRows).flatMap(([table, counted]) => {
    const differs = client
      .prepare(
        `select exists (select * from ${table} except select * from (${counted}))
           or exists (select * from (${counted}) except select * from ${table})`,
      )
      .pluck()
      .get();
    return differs ? [table] : [];
  });
}

/** What is wrong with the database, a sentence each; empty when it is whole. Reads every page. */
export function findDamage(client: Database.Database): string[] {
  const pages = (client.pragma('integrity_check(20)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  if (pages.length > 0) return pages;
  const references = client.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  return [
    ...references.map(
      ({ table, rowid, parent }) => `${table} row ${rowid} refers to a row of ${parent} that is not there`,
    ),
    ...recount(client).map((table) => `${table} differs from a recount of the enrolments`),
  ];
}
