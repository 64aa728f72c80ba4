// Fills a database file with learners and enrolments, quickly: for measuring reports, and nothing else.
import type { AccountActor, Role } from '~/domain/actor';
import { migrateDatabase } from '~db/migrate.server';
import { type Db, openDatabase } from '~db/open.server';
import { accountRoles } from '~db/schema';
import { addCourse, addPark, addPerson, addUnit, now } from '../domain/reports/programme';

export type ReportData = { db: Db; programmeAdministrator: AccountActor; parkAdministrator: AccountActor };
export type ReportSize = { learners: number; coursesEach: number; unitsEach: number; courses: number };

/** So many learners in the same programme: units and courses do not grow with them. */
export const sizeOf = (learners: number): ReportSize => ({
  learners,
  coursesEach: 10,
  unitsEach: 50,
  courses: 50,
});

/**
 * Makes `file` a migrated database of two parks with `unitsEach` units and half of the `learners` each, every one of them
 * in `coursesEach` of the `courses`. One in three enrolments is completed, one learner in four of the second park agreed to
 * be named. The counts are made from the rows, as the triggers would have; about a quarter of a minute at full size.
 */
export function fillReportData(file: string, size: ReportSize): ReportData {
  const db = openDatabase(`file:${file}`);
  migrateDatabase(db, 'db/migrations');
  const client = db.$client;
  client.pragma('synchronous = OFF');
  const parks = [
    addPark(db, 'mranti', 'MRANTI'),
    addPark(db, 'z-park', 'Zhongguancun Science Park', '中关村科学城'),
  ];
  const units = parks.map((park) =>
    Array.from({ length: size.unitsEach }, (_, index) => addUnit(db, park, `unit-${index + 1}`)),
  );
  const courses = Array.from({ length: size.courses }, (_, index) =>
    addCourse(db, `course-${index + 1}`, {
      en: `Course ${index + 1}`,
      ms: `Kursus ${index + 1}`,
      'zh-Hans': `课程 ${index + 1}`,
    }),
  );
  const administrator = (role: Role, unitId: number | null = null) => {
    const actor = addPerson(db, { parkId: parks[0] ?? 0, unitId, roles: [role] });
    db.insert(accountRoles).values({ accountId: actor.id, role }).run();
    return actor;
  };
  const administrators = {
    programmeAdministrator: administrator('programme-administrator'),
    parkAdministrator: administrator('park-administrator'),
  };

  const triggers = client
    .prepare<[], { name: string; sql: string }>(`select name, sql from sqlite_master where type = 'trigger'`)
    .all();
  for (const { name } of triggers) client.exec(`drop trigger ${name}`);
  const values = {
    ...size,
    now,
    park1: parks[0],
    park2: parks[1],
    unit1: units[0]?.[0],
    unit2: units[1]?.[0],
    course: courses[0]?.id,
  };
  const numbers = 'with recursive n(i) as (select 0 union all select i + 1 from n where i < @learners - 1)';
  client.transaction(() => {
    client
      .prepare(
        `insert into accounts (park_id, unit_id, email, name, password_hash, locale, time_zone, shared_at, created_at) ${numbers}
         select iif(i % 2, @park2, @park1), iif(i % 2, @unit2, @unit1) + (i / 2 * 7919) % @unitsEach, 'learner-' || i || '@example.org',
           iif(i % 2, char(26446 + i * 37 % 500) || char(23068 + i * 101 % 900) || i % 100, char(65 + i * 7 % 26) || 'ame ' || (i * 7919 % @learners)),
           '!', 'en', 'Asia/Shanghai', iif(i % 8 = 1, @now, null), @now from n`,
      )
      .run(values);
    client
      .prepare(
        `insert into enrolments (account_id, course_id, enrolled_at, last_activity_at, completed_at)
         select a.id, @course + (a.id / 7 + c.value) % @courses, @now, @now + (a.id * 7919 + c.value * 104729) % 31536000000,
           iif((a.id + c.value) % 3, null, @now + 1000)
         from accounts a,
           (with recursive s(value) as (select 0 union all select value + 1 from s where value < @coursesEach - 1) select value from s) c
         where a.email like 'learner-%'`,
      )
      .run(values);
    client
      .prepare(
        `insert into completions (account_id, lesson_id, revision, edition_id, text_digest, locale, completed_at)
         select e.account_id, l.lesson_id, 1, l.edition_id, t.text_digest, 'en', e.last_activity_at
         from enrolments e join courses c on c.id = e.course_id
         join edition_lessons l on l.edition_id = c.current_edition_id and (l.position = 0 or e.completed_at is not null)
         join edition_texts t on t.edition_id = l.edition_id and t.lesson_id = l.lesson_id where e.id % 2 = 0 or e.completed_at is not null`,
      )
      .run();
    client.exec(`insert into enrolment_counts select a.park_id, coalesce(a.unit_id, 0), e.course_id, count(*), count(e.completed_at), max(e.last_activity_at)
      from enrolments e join accounts a on a.id = e.account_id group by 1, 2, 3`);
    client.exec(`insert into learner_counts select park_id, coalesce(unit_id, 0), count(*), count(shared_at)
      from accounts where id in (select account_id from enrolments) group by 1, 2`);
    for (const { sql } of triggers) client.exec(sql);
  })();
  client.exec('pragma optimize');
  client.pragma('synchronous = FULL');
  return { db, ...administrators };
}

/**
 * The best SQL we can write by hand for the first columns of a report, on the same tables of counts and with the same rules for other
 * parks' small groups. `@park`: the actor's park.
 */
export const handWritten = {
  /** A park administrator's report by unit, names and order included. */
  ownParkByUnit: `select u.names ->> '$.en' as name, l.learners, e.enrolments, e.completed, e.last from
      (select unit_id, sum(enrolments) as enrolments, sum(completed) as completed, max(last_activity_at) as last
       from enrolment_counts where park_id = @park group by park_id, unit_id) e
    join learner_counts l on l.park_id = @park and l.unit_id = e.unit_id left join units u on u.id = e.unit_id order by name`,
  /** A programme administrator's report by unit. */
  allParksByUnit: `with cells as materialized (
      select park_id, unit_id, enrolments, completed, last_activity_at, sum(enrolments) over w as total,
        sum(iif(enrolments < 5, enrolments, 0)) over w as small,
        row_number() over (partition by park_id, course_id order by enrolments < 5, enrolments) as place
      from enrolment_counts where park_id <> @park window w as (partition by park_id, course_id)),
    shown as (
      select park_id, unit_id, sum(enrolments) as enrolments, sum(completed) as completed, max(last_activity_at) as last
      from enrolment_counts where park_id = @park group by park_id, unit_id
      union all
      select park_id, iif(enrolments >= 5 and not (small between 1 and 4 and place = 1), unit_id, null), sum(enrolments),
        sum(completed), max(last_activity_at) from cells where total >= 5 group by 1, 2)
    select s.park_id, u.names ->> '$.en' as name, l.learners, s.enrolments, s.completed, s.last
    from shown s left join learner_counts l on l.park_id = s.park_id and l.unit_id = s.unit_id
    left join units u on u.id = s.unit_id order by s.park_id, name`,
} as const;
