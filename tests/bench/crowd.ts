// Many learners at once, for measuring how cost grows with them.
import type { Db } from '~db/open.server';

/** Learners in the database, for what grows with them. */
export const sizes = [1_000, 10_000, 100_000] as const;

/** `1k`, `10k`, `100k`: how rows name a size. */
export const sizeName = (size: number): string => `${size / 1000}k`;

/**
 * Adds `count` learners to a database with published courses, each enrolled in all of them, with the first so many lessons of each done and
 * an audit entry for every lesson. Written as rows, as fast as may be; the counts of the reports are made from them afterwards.
 */
export function addCrowd(db: Db, count: number): void {
  const client = db.$client;
  const triggers = client
    .prepare<[], { name: string; sql: string }>(`select name, sql from sqlite_master where type = 'trigger'`)
    .all();
  const at = Date.now();
  client.pragma('synchronous = OFF');
  client.transaction(() => {
    for (const { name } of triggers) client.exec(`drop trigger ${name}`);
    client
      .prepare(
        `insert into accounts (park_id, unit_id, email, name, password_hash, locale, time_zone, created_at)
         with recursive n(i) as (select 0 union all select i + 1 from n where i < @count - 1),
           place as (select u.id as unit_id, u.park_id, row_number() over () - 1 as place, count(*) over () as places from units u)
         select p.park_id, p.unit_id, 'crowd-' || i || '@bench.example', 'Crowd ' || i, '!', 'en', 'Asia/Shanghai', @at
         from n join place p on p.place = n.i % p.places`,
      )
      .run({ count, at });
    client
      .prepare(
        `insert into enrolments (account_id, course_id, enrolled_at, last_activity_at)
         select a.id, c.id, @at, @at - (a.id * 7919 + c.id) % 15552000000 from accounts a, courses c where a.email like 'crowd-%'`,
      )
      .run({ at });
    client
      .prepare(
        `insert into completions (account_id, lesson_id, revision, edition_id, text_digest, locale, completed_at)
         select e.account_id, l.lesson_id, l.revision, l.edition_id, t.text_digest, t.locale, e.last_activity_at
         from enrolments e join accounts a on a.id = e.account_id and a.email like 'crowd-%'
         join courses c on c.id = e.course_id
         join edition_lessons l on l.edition_id = c.current_edition_id and l.kind = 'reading' and l.position <= e.account_id % 12
         join edition_texts t on t.edition_id = l.edition_id and t.lesson_id = l.lesson_id and t.locale = 'en'`,
      )
      .run();
    client.exec(
      `insert into entries (at, actor_id, action, entity, entity_id, detail)
       select completed_at, account_id, 'lesson.completed', 'lesson', lesson_id, '{}' from completions`,
    );
    client.exec(`delete from enrolment_counts; delete from learner_counts;
      insert into enrolment_counts select a.park_id, coalesce(a.unit_id, 0), e.course_id, count(*), count(e.completed_at), max(e.last_activity_at)
      from enrolments e join accounts a on a.id = e.account_id group by 1, 2, 3;
      insert into learner_counts select park_id, coalesce(unit_id, 0), count(*), count(shared_at)
      from accounts where id in (select account_id from enrolments) group by 1, 2`);
    for (const { sql } of triggers) client.exec(sql);
  })();
  client.exec('pragma optimize');
  client.pragma('synchronous = FULL');
}
