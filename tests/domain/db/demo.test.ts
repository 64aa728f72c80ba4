// The demo's half year: the same whenever it is made, possible at every point, and of everything a real programme shows.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '~/domain/actor';
import { countRight } from '~/domain/assessment/grading';
import { currentEdition, editionById, lessonsOf } from '~/domain/courses/index.server';
import { findActor } from '~/domain/identity/index.server';
import { myCourses, readChanges } from '~/domain/learning/index.server';
import { dueMail } from '~/domain/notices/index.server';
import { findRecord, loadOrCreateKeys, signPending } from '~/domain/records/index.server';
import { readReport } from '~/domain/reports/index.server';
import { readReportQuery } from '~/domain/reports/schema';
import type { Question } from '~/mdx/schema';
import type { Db } from '~db/open.server';
import { startOfDay } from '~db/seed/calendar';
import { demoParks, seedDemo } from '~db/seed/demo.server';
import { evolved } from '~db/seed/earlier-edition.server';
import { inviteList } from '~db/seed/people.server';
import { openTestDatabase } from '../../support/database';

const today = '2026-06-15';
const end = startOfDay(today);

async function make(seed = 1): Promise<Db> {
  const db = openTestDatabase();
  await seedDemo(db, { today, seed, courses: 'courses' });
  return db;
}

let db: Db;
beforeAll(async () => {
  db = await make();
}, 240_000);

const all = <Row>(sql: string, ...values: unknown[]): Row[] =>
  db.$client.prepare(sql).all(...values) as Row[];
const one = (sql: string, ...values: unknown[]): unknown =>
  db.$client
    .prepare(sql)
    .pluck()
    .get(...values);
const column = <Value>(sql: string): Value[] => db.$client.prepare(sql).pluck().all() as Value[];

/**
 * What is random because nobody may guess it, or because it decides nothing but an order on a page. Everything else is the same.
 * A name found here is the same thing wherever it stands, so each is compared by the place it first has.
 */
const randomNames: Record<string, string> = {
  invitations: 'token_hash', // the SHA-256 of a one-time link's 256 random bits
  records: 'id', // a public address that cannot be guessed
  attempts: 'submission', // the UUID of the sitting it was
  sittings: 'id',
};
const randomValues: Record<string, string[]> = {
  attempts: ['seed'], // the order of questions and choices
  sittings: ['seed'],
  records: ['salt', 'status_index'], // of the hashes, and its place in the status lists
};

function contentOf(of: Db): Record<string, string[]> {
  const names = new Map<string, string>();
  const tables = of.$client
    .prepare<[], string>(
      `select name from sqlite_master where type = 'table' and sql not like 'CREATE VIRTUAL%' order by name`,
    )
    .pluck()
    .all();
  const read = (table: string) =>
    of.$client.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
  for (const [table, name] of Object.entries(randomNames)) {
    of.$client
      .prepare<[], string>(`select "${name}" from "${table}" order by rowid`)
      .pluck()
      .all()
      .forEach((value, index) => {
        if (!names.has(value)) names.set(value, `${table} ${index}`);
      });
  }
  const shown = (value: unknown): unknown => {
    if (Buffer.isBuffer(value)) return value.toString('base64');
    if (typeof value !== 'string') return value;
    return value.replace(
      /[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      (each) => names.get(each) ?? each,
    );
  };
  return Object.fromEntries(
    tables.map((table) => {
      const left = randomValues[table] ?? [];
      const rows = read(table).map((row) =>
        JSON.stringify(
          Object.entries(row).flatMap(([name, value]) => (left.includes(name) ? [] : [[name, shown(value)]])),
        ),
      );
      // By what they are: an index of SQLite's own keeps them by their random names.
      return [table, rows.sort()];
    }),
  );
}

test('keeps whole milliseconds, and no number that is none', () => {
  const tables = column<string>(
    `select name from sqlite_master where type = 'table' and sql not like 'CREATE VIRTUAL%' and name not like 'search_index%'`,
  );
  const fractional = tables.flatMap((table) =>
    column<string>(`select name from pragma_table_info('${table}') where type = 'INTEGER'`)
      .filter((name) => one(`select count(*) from "${table}" where typeof("${name}") = 'real'`) !== 0)
      .map((name) => `${table}.${name}`),
  );
  expect(fractional).toEqual([]);
});

describe('made again', () => {
  test('the same day and seed give the same content, table by table and row by row', async () => {
    const first = contentOf(db);
    const second = contentOf(await make());
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(Object.values(first).flat().length).toBeGreaterThan(5000);
    for (const table of Object.keys(first)) {
      expect(second[table]?.length, table).toBe(first[table]?.length);
      const wrong = first[table]?.findIndex((row, index) => row !== second[table]?.[index]) ?? -1;
      expect({ table, row: second[table]?.[wrong] }).toEqual({ table, row: first[table]?.[wrong] });
    }
  }, 240_000);

  test('another seed gives other people', () => {
    const span = { start: end - 182 * 86_400_000, middle: end - 91 * 86_400_000, end };
    const [some, others] = [1, 2].map((seed) => inviteList(seed, span).map(({ name }) => name));
    expect(others).toHaveLength(some?.length ?? 0);
    expect(others?.filter((name) => some?.includes(name)).length).toBeLessThan(200);
  });
});

describe('people', () => {
  test('two parks, three units in each, 300 people, and nobody is called as another is', () => {
    const units = all<{ park: string; people: number; learners: number }>(
      `select p.slug as park, count(a.id) as people, count(distinct e.account_id) as learners
       from units u join parks p on p.id = u.park_id left join accounts a on a.unit_id = u.id
       left join enrolments e on e.account_id = a.id group by u.id order by u.id`,
    );
    expect(units.map(({ park }) => park)).toEqual([
      'mranti',
      'mranti',
      'mranti',
      'z-park',
      'z-park',
      'z-park',
    ]);
    for (const { people, learners } of units) {
      expect(people).toBeGreaterThanOrEqual(20);
      expect(learners).toBeGreaterThanOrEqual(15);
    }
    const names = column<string>('select name from accounts');
    expect(names).toHaveLength(300);
    expect(new Set(names).size).toBe(300);
    for (const park of demoParks) {
      const counted = one(
        'select count(*) from accounts a join parks p on p.id = a.park_id where p.slug = ?',
        park.slug,
      );
      expect(counted).toBe(park.people);
    }
  });

  test('names are as each park has them, and no public figure’s', () => {
    const of = (park: string) =>
      all<{ name: string }>(
        'select a.name from accounts a join parks p on p.id = a.park_id where p.slug = ?',
        park,
      ).map(({ name }) => name);
    for (const name of of('z-park')) expect(name).toMatch(/^\p{Script=Han}{2,4}$/u);
    const malaysian = of('mranti');
    for (const custom of [
      / bin /,
      / binti /,
      / a\/l /,
      / a\/p /,
      / anak /,
      /^(\w+ )?(Tan|Lim|Wong|Lee|Ng|Yap) \w+ \w+$/,
    ])
      expect(malaysian.filter((name) => custom.test(name)).length, String(custom)).toBeGreaterThanOrEqual(2);
    const known =
      `李娜, 赵敏, 王建国, 马云, 马化腾, 雷军, 张一鸣, 李彦宏, 马明哲, 周建平, 林俊杰, 李若彤, 刘洋, 王海峰, 罗振宇, 王石,
      Anwar bin Ibrahim, Chang Lih Kang, Rais bin Hussin, Lee Chong Wei, Lee Zii Jia, Michelle Yeoh, Lim Guan Eng`.split(
        /,\s+/,
      );
    for (const name of [...malaysian, ...of('z-park')]) expect(known).not.toContain(name);
  });

  test('some agreed to be named and some did not, in both parks', () => {
    const shares = column<number>(
      'select avg(shared_at is not null) from accounts group by park_id order by park_id',
    );
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.25);
      expect(share).toBeLessThan(0.65);
    }
    for (const action of ['sharing.agreed', 'sharing.withdrawn', 'profile.changed'])
      expect(one('select count(*) from entries where action = ?', action)).toBeGreaterThanOrEqual(3);
  });
});

describe('time', () => {
  test('nothing happens today or later', () => {
    const later = ['expires_at', 'expire', 'due_at'];
    const moments = all<{ table: string; name: string }>(
      `select m.name as "table", c.name from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' and m.sql not like 'CREATE VIRTUAL%' and (c.name like '%\\_at' escape '\\' or c.name = 'at')`,
    ).filter(({ table, name }) => !later.includes(name) && !table.startsWith('__'));
    expect(moments.length).toBeGreaterThan(25);
    for (const { table, name } of moments) {
      const last = one(`select max("${name}") from "${table}"`);
      // The mark of the demo itself says which day it was made for.
      if (typeof last === 'number' && table !== 'installation')
        expect(last, `${table}.${name}`).toBeLessThan(end);
    }
    expect(one('select max(at) from entries')).toBeGreaterThan(end - 4 * 86_400_000);
  });

  test('nobody finishes before they began, and the audit log is in the order of time', () => {
    const never = {
      'joined before they were asked': `select count(*) from invitations i join accounts a on a.id = i.accepted_by where a.created_at < i.created_at`,
      'enrolled before they joined': `select count(*) from enrolments e join accounts a on a.id = e.account_id where e.enrolled_at < a.created_at`,
      'completed a lesson before they enrolled': `select count(*) from completions c join lessons l on l.id = c.lesson_id
        left join enrolments e on e.account_id = c.account_id and e.course_id = l.course_id where e.id is null or c.completed_at < e.enrolled_at`,
      'completed a text before it was published': `select count(*) from completions c join editions e on e.id = c.edition_id where c.completed_at < e.published_at`,
      'passed a quiz before they began it': `select count(*) from attempts where submitted_at <= started_at`,
      'have a record before they were done': `select count(*) from records r join enrolments e on e.account_id = r.account_id and e.course_id = r.course_id
        where e.completed_at is null or r.issued_at <> e.completed_at`,
      'are done without a record': `select count(*) from enrolments e left join records r on r.account_id = e.account_id and r.course_id = e.course_id
        where e.completed_at is not null and r.id is null`,
      'completed a quiz that they never passed': `select count(*) from completions c join edition_lessons l on l.edition_id = c.edition_id and l.lesson_id = c.lesson_id
        where l.kind = 'quiz' and not exists (select 1 from attempts a where a.account_id = c.account_id and a.lesson_id = c.lesson_id and a.passed)`,
      'are logged out of turn': `select count(*) from (select at, lag(at) over (order by id) as before from entries) where at < before`,
    };
    for (const [what, sql] of Object.entries(never))
      expect({ what, count: one(sql) }).toEqual({ what, count: 0 });
  });
});

test('every row that a command wrote has its entry in the audit log', () => {
  const rows = (table: string) => one(`select count(*) from ${table}`);
  const logged = (action: string) => one('select count(*) from entries where action = ?', action);
  for (const [table, action] of [
    ['accounts', 'account.created'],
    ['parks', 'park.created'],
    ['units', 'unit.created'],
    ['invitations', 'invitation.created'],
    ['enrolments', 'enrolment.created'],
    ['completions', 'lesson.completed'],
    ['attempts', 'attempt.graded'],
    ['records', 'record.issued'],
    ['editions', 'edition.published'],
    ['annotations', 'annotation.saved'],
  ] as const)
    expect({ action, count: logged(action) }).toEqual({ action, count: rows(table) });
  expect(logged('enrolment.completed')).toBe(
    one('select count(*) from enrolments where completed_at is not null'),
  );
  expect(logged('record.revoked')).toBe(3);
  expect(
    one('select count(*) from records where revoked_at is not null and revoked_reason is not null'),
  ).toBe(3);
  expect(one("select count(*) from accounts where password_hash not like '$argon2id$%'")).toBe(0);
});

test('no mail waits, and none still holds a link', () => {
  expect(dueMail(db, { at: end, limit: 10 })).toEqual([]);
  expect(
    one('select count(*) from outbox where sent_at < created_at or sent_at is null or "values" <> \'{}\''),
  ).toBe(0);
  expect(one('select count(*) from outbox')).toBeGreaterThan(400);
});

test('invitations stand open, ran out, were taken back', () => {
  const count = (where: string) =>
    one(`select count(*) from invitations where accepted_at is null and ${where}`);
  expect(count(`revoked_at is null and expires_at > ${end}`)).toBe(10);
  expect(count(`revoked_at is null and expires_at <= ${end}`)).toBeGreaterThanOrEqual(10);
  expect(count('revoked_at is not null')).toBeGreaterThanOrEqual(4);
});

describe('reports', () => {
  const report = (search: string, email = 'programme-admin@mranti.example') =>
    readReport(db, actor(email), { query: readReportQuery(new URLSearchParams(search)), locale: 'en' });

  test('count what is there', () => {
    const rows = {
      learners: one('select count(distinct account_id) from enrolments'),
      enrolments: one('select count(*) from enrolments'),
      completed: one('select count(*) from enrolments where completed_at is not null'),
    };
    for (const by of ['park', 'unit', 'course']) expect(report(`by=${by}`).totals, by).toMatchObject(rows);
    for (const [park, email] of [
      ['mranti', 'park-admin@mranti.example'],
      ['z-park', 'park-admin@z-park.example'],
    ] as const) {
      const own = all<object>(
        `select count(distinct e.account_id) as learners, count(*) as enrolments, count(e.completed_at) as completed
         from enrolments e join accounts a on a.id = e.account_id join parks p on p.id = a.park_id where p.slug = ?`,
        park,
      )[0];
      expect(report('by=unit', email).totals).toMatchObject(own ?? {});
      expect(report('by=unit', email).rows.filter(({ kind }) => kind === 'group')).toHaveLength(3);
    }
  });
});

describe('a programme as it really goes', () => {
  test('starts, stalls, failures, second attempts, completions', () => {
    const enrolled = Number(one('select count(*) from enrolments'));
    const share = (where: string) => Number(one(`select count(*) from enrolments where ${where}`)) / enrolled;
    expect(share('last_lesson_id is null')).toBeGreaterThan(0.03);
    expect(share('completed_at is not null')).toBeGreaterThan(0.25);
    expect(share('completed_at is not null')).toBeLessThan(0.75);
    expect(
      share(
        `completed_at is null and last_lesson_id is not null and last_activity_at < ${end - 42 * 86_400_000}`,
      ),
    ).toBeGreaterThan(0.05);
    const passed = Number(one('select avg(passed) from attempts'));
    expect(passed).toBeGreaterThan(0.6);
    expect(passed).toBeLessThan(0.95);
    const again = one(`select count(*) from attempts a where a.passed and exists (select 1 from attempts b
      where b.account_id = a.account_id and b.lesson_id = a.lesson_id and b.id < a.id and not b.passed)`);
    expect(again).toBeGreaterThanOrEqual(15);
    // In every full month of the half year people join, study and finish.
    for (const action of ['account.created', 'lesson.completed', 'enrolment.completed']) {
      for (let month = 0; month < 6; month += 1) {
        const from = end - (month + 1) * 30 * 86_400_000;
        expect(
          one(
            'select count(*) from entries where action = ? and at >= ? and at < ?',
            action,
            from,
            from + 30 * 86_400_000,
          ),
        ).toBeGreaterThan(0);
      }
    }
  });

  test('each language is studied in, and each park mostly in its own', () => {
    const of = (park: string) =>
      Object.fromEntries(
        all<{ locale: string; count: number }>(
          `select c.locale, count(*) as count from completions c join accounts a on a.id = c.account_id
           join parks p on p.id = a.park_id where p.slug = ? group by c.locale`,
          park,
        ).map(({ locale, count }) => [locale, count]),
      );
    const [mranti, zpark] = [of('mranti'), of('z-park')];
    expect(Math.min(mranti.en ?? 0, mranti.ms ?? 0)).toBeGreaterThan(mranti['zh-Hans'] ?? 0);
    expect(mranti['zh-Hans']).toBeGreaterThan(5);
    expect(zpark['zh-Hans']).toBeGreaterThan(3 * (zpark.en ?? 0));
    const crossed = one(
      'select count(*) from (select account_id from completions group by account_id having count(distinct locale) > 1)',
    );
    expect(crossed).toBeGreaterThanOrEqual(8);
  });

  test('every question is answered right and wrong, as its grade says', () => {
    const definitions = new Map<string, Question[]>();
    for (const { text, definition } of all<{ text: string; definition: string }>(
      'select text_digest as text, definition from questions order by position',
    ))
      definitions.set(text, [...(definitions.get(text) ?? []), JSON.parse(definition)]);
    const seen = new Map<string, Set<boolean>>();
    for (const attempt of all<{ text: string; answers: string; correct: number; lesson: number }>(
      'select text_digest as text, answers, correct, lesson_id as lesson from attempts',
    )) {
      const asked = definitions.get(attempt.text) ?? [];
      const answers = JSON.parse(attempt.answers) as Record<string, string[]>;
      expect(countRight(asked, answers)).toBe(attempt.correct);
      for (const question of asked) {
        const key = `${attempt.lesson}/${question.id}`;
        seen.set(key, (seen.get(key) ?? new Set()).add(countRight([question], answers) === 1));
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(9);
    for (const [question, results] of seen)
      expect({ question, results: results.size }).toEqual({ question, results: 2 });
  });

  test('learners leave notes, highlights, bookmarks, answers and places', () => {
    const kinds = column<string>('select distinct kind from annotations order by kind');
    expect(kinds).toEqual(['bookmark', 'highlight', 'note']);
    expect(one('select count(*) from reflections')).toBeGreaterThan(50);
    expect(one('select count(*) from positions')).toBeGreaterThan(200);
    expect(
      one("select count(*) from annotations where kind <> 'bookmark' and (quote = '' or quote_start < 0)"),
    ).toBe(0);
  });
});

test('a new edition came in the middle, with one minor and one major change in every language', () => {
  const edition = currentEdition(db, evolved.course);
  expect(edition?.number).toBe(2);
  const first = editionById(
    db,
    Number(one('select min(id) from editions where course_id = ?', edition?.courseId)),
  );
  expect(lessonsOf(first).map(({ slug }) => slug)).toEqual(
    lessonsOf(edition ?? first).map(({ slug }) => slug),
  );
  const changed = lessonsOf(edition ?? first).filter(({ slug, texts, revision }) => {
    const was = lessonsOf(first).find((lesson) => lesson.slug === slug);
    return was?.revision !== revision || was?.texts.en?.digest !== texts.en?.digest;
  });
  expect(changed.map(({ slug }) => slug)).toEqual([evolved.minor, evolved.major]);
  for (const { slug, revision, texts } of changed) {
    const was = lessonsOf(first).find((lesson) => lesson.slug === slug);
    expect(revision - (was?.revision ?? 0)).toBe(slug === evolved.major ? 1 : 0);
    for (const locale of ['en', 'ms', 'zh-Hans'] as const) {
      expect(was?.texts[locale]?.digest).not.toBe(texts[locale]?.digest);
      expect(was?.texts[locale]?.stale).toBe(false);
    }
  }
  const finished = all<{ count: number }>(
    'select count(*) as count from records where course_id = ? group by edition_id',
    edition?.courseId,
  ).map(({ count }) => count);
  expect(finished).toHaveLength(2);
  expect(Math.min(...finished)).toBeGreaterThan(10);
});

describe('the named accounts', () => {
  const main = (email: string) =>
    myCourses(db, actor(email)).find(({ edition }) => edition.slug === evolved.course);

  test('one is half way, with a lesson to do again and one that changed, and sees what is new', () => {
    for (const [email, locale] of [
      ['learner@mranti.example', 'en'],
      ['park-admin@z-park.example', 'zh-Hans'],
    ] as const) {
      const course = main(email);
      expect(course?.record).toBeNull();
      expect(course?.state.again).toEqual([evolved.major]);
      expect(course?.state.changed).toEqual([evolved.minor]);
      expect((course?.state.done ?? 0) / (course?.state.total ?? 1)).toBeGreaterThanOrEqual(0.4);
      expect((course?.state.done ?? 0) / (course?.state.total ?? 1)).toBeLessThan(0.7);
      expect(course?.lastActivityAt).toBeGreaterThan(end - 45 * 86_400_000);
      for (const lesson of [evolved.major, evolved.minor]) {
        const changes = readChanges(db, actor(email), { course: evolved.course, lesson, locale });
        expect(changes?.differences.length).toBeGreaterThanOrEqual(1);
        expect(changes?.differences.every(({ kind }) => kind === 'added')).toBe(true);
      }
    }
  });

  test('others have a record, one of them of the earlier edition', () => {
    expect(main('learner@z-park.example')?.record).toMatchObject({ revoked: false });
    expect(main('instructor@mranti.example')?.record).toMatchObject({ revoked: false });
    expect(main('instructor@mranti.example')?.state.changed).toEqual([evolved.minor, evolved.major]);
  });
});

test('records are signed like any other, and the revoked ones say so', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-demo-'));
  const keys = await loadOrCreateKeys({ dataDir, origin: 'http://parkbridge.test', configured: undefined });
  expect(await signPending(db, keys, end)).toBe(one('select count(*) from records'));
  const some = [
    ...column<string>('select id from records where revoked_at is not null'),
    ...column<string>('select id from records where revoked_at is null order by issued_at limit 3'),
  ];
  const found = await Promise.all(some.map((id) => findRecord(db, keys, anonymous, { id, at: end })));
  expect(found.map(({ verified, standing }) => [verified, standing.state !== 'revoked'])).toEqual([
    [true, false],
    [true, false],
    [true, false],
    [true, true],
    [true, true],
    [true, true],
  ]);
}, 120_000);

function actor(email: string) {
  const found = findActor(db, Number(one('select id from accounts where email = ?', email)));
  if (!found) throw new Error(`no ${email}`);
  return found;
}
