// The report pages as each role, through the real loaders.
import { beforeEach, expect, test } from 'vitest';
import { type Actor, anonymous } from '~/domain/actor';
import { loader as people } from '~/routes/admin/people';
import { loader as peopleCsv } from '~/routes/admin/people-csv';
import { loader as reports } from '~/routes/admin/reports';
import { loader as reportsCsv } from '~/routes/admin/reports-csv';
import { entries } from '~db/schema';
import { addCourse, addPerson, enrolPerson } from '../../domain/reports/programme';
import { ask, makeWorld, now, statusOf, type World } from '../../support/world';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
  const { db, parks, units, people: known } = world;
  const course = addCourse(db, 'x', { en: 'Course, "x"', ms: 'Kursus x', 'zh-Hans': '课程甲' });
  enrolPerson(db, known.learner.id, course.id, { at: now, completedAt: now });
  enrolPerson(db, known.colleague.id, course.id);
  for (const name of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    ' =1',
    '\n=1',
    'a;=1+1',
  ]) {
    enrolPerson(db, addPerson(db, { name, parkId: parks.mranti, unitId: units.incubation }).id, course.id);
  }
  for (let index = 0; index < 4; index += 1) {
    enrolPerson(
      db,
      addPerson(db, { name: `隐藏${index}`, parkId: parks.zpark, unitId: units.exchange }).id,
      course.id,
    );
  }
  enrolPerson(
    db,
    addPerson(db, { name: '陈美丽', parkId: parks.zpark, unitId: null, shared: true }).id,
    course.id,
  );
});

const asText = async (answer: unknown) => {
  if (!(answer instanceof Response)) throw new Error(`no response: ${JSON.stringify(answer)}`);
  return {
    headers: answer.headers,
    bytes: new Uint8Array(await answer.clone().arrayBuffer()),
    text: await answer.text(),
  };
};
const exports = () =>
  world.db
    .select()
    .from(entries)
    .all()
    .filter((entry) => entry.action === 'report.exported');

const pages = [
  ['/admin/reports', reports],
  ['/admin/reports.csv', reportsCsv],
  ['/admin/people', people],
  ['/admin/people.csv', peopleCsv],
] as const;

test.each(pages)('%s lets administrators in and nobody else', async (path, loader) => {
  const { learner, instructor, parkAdministrator, programmeAdministrator } = world.people;
  const statusAs = async (actor: Actor) =>
    statusOf(await ask(world, loader as typeof reports, actor, { path }));
  expect(await statusAs(learner)).toBe(403);
  expect(await statusAs(instructor)).toBe(403);
  expect(await statusAs(parkAdministrator)).toBe(200);
  expect(await statusAs(programmeAdministrator)).toBe(200);
  const signedOut = await ask(world, loader as typeof reports, anonymous, { path: `${path}?by=unit` });
  expect(signedOut).toBeInstanceOf(Response);
  expect((signedOut as Response).headers.get('Location')).toBe(
    `/sign-in?next=${encodeURIComponent(`${path}?by=unit`)}`,
  );
});

test.each(pages)(
  '%s refuses another park and one that is not there with the same words',
  async (path, loader) => {
    const { parkAdministrator } = world.people;
    const answers = [];
    for (const filter of [
      'park=z-park',
      'park=nowhere',
      `unit=${world.units.exchange}`,
      'unit=99999',
      'unit=abc',
    ]) {
      const answer = await ask(world, loader as typeof reports, parkAdministrator, {
        path: `${path}?${filter}`,
      });
      answers.push([statusOf(answer), JSON.stringify((answer as { data?: unknown }).data)]);
    }
    expect(new Set(answers.map((answer) => answer.join())).size).toBe(1);
    expect(answers[0]).toEqual([403, JSON.stringify({ code: 'forbidden' })]);
    expect(exports()).toEqual([]);
  },
);

test('a park administrator’s pages hold nothing of the other park', async () => {
  const { foreignAdministrator } = world.people;
  for (const path of ['/admin/reports?by=unit', '/admin/reports?by=course', '/admin/reports']) {
    const page = JSON.stringify(await ask(world, reports, foreignAdministrator, { path }));
    expect(page).not.toContain('MRANTI');
    expect(page).not.toContain('孵化部');
  }
  const page = JSON.stringify(await ask(world, people, foreignAdministrator, { path: '/admin/people' }));
  expect(page).toContain('隐藏0');
  expect(page).not.toContain('Aisyah');
});

test('nothing of hidden people reaches a programme administrator’s pages', async () => {
  const { programmeAdministrator } = world.people;
  const sent = [];
  for (const [path, loader] of pages) {
    for (const query of [
      '',
      '?park=z-park',
      '?search=隐',
      '?sort=activity',
      `?unit=${world.units.exchange}`,
    ]) {
      const answer = await ask(world, loader as typeof reports, programmeAdministrator, {
        path: path + query,
      });
      sent.push(answer instanceof Response ? (await asText(answer)).text : JSON.stringify(answer));
    }
  }
  expect(sent.filter((page) => page.includes('隐藏'))).toEqual([]);
  expect(sent.filter((page) => page.includes('陈美丽')).length).toBeGreaterThan(0);
});

test('the report page adds up and says what it is', async () => {
  const page = await ask(world, reports, world.people.programmeAdministrator, {
    path: '/admin/reports?by=unit&lng=zh-Hans',
  });
  expect(page).toMatchObject({ title: '学习报告 · Parkbridge', manages: true, report: { otherParks: true } });
  const { report } = page as Awaited<ReturnType<typeof reports>>;
  expect(report.rows.reduce((sum, row) => sum + (row.enrolments ?? 0), 0)).toBe(report.totals.enrolments);
  expect(report.totals).toMatchObject({ learners: 20, enrolments: 20, completed: 1 });
});

test('addresses that cannot be read fall back to what they default to', async () => {
  const page = await ask(world, reports, world.people.parkAdministrator, {
    path: '/admin/reports?by=x&sort=;drop&direction=up&course=nothing',
  });
  expect(page).toMatchObject({
    report: { query: { by: 'park', sort: 'name', direction: 'asc' }, rows: [], totals: { learners: 0 } },
  });
});

test('the report as CSV: bytes, headings, totals, and an audit entry of counts and filters', async () => {
  const answer = await ask(world, reportsCsv, world.people.parkAdministrator, {
    path: '/admin/reports.csv?by=course&lng=zh-Hans',
  });
  const { bytes, headers, text } = await asText(answer);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('Content-Disposition')).toBe(
    'attachment; filename="parkbridge-report-by-course-2026-03-02.csv"',
  );
  expect(text.replace('\ufeff', '').split('\r\n')).toEqual([
    '"课程","学员人数","报名人次","完成人次","完成率","最近学习（Asia/Kuala_Lumpur）"',
    '"课程甲",15,15,1,"6.7%","2026-03-02 09:00"',
    '"合计",15,15,1,"6.7%","2026-03-02 09:00"',
    '',
  ]);
  expect(exports()).toMatchObject([
    {
      actorId: world.people.parkAdministrator.id,
      entity: 'report',
      entityId: 'course',
      at: now,
      detail: { rows: 1 },
    },
  ]);
});

test('quotes and commas in names survive the way to a spreadsheet', async () => {
  const answer = await ask(world, reportsCsv, world.people.parkAdministrator, {
    path: '/admin/reports.csv?by=course&lng=en',
  });
  expect((await asText(answer)).text).toContain('"Course, ""x""",15');
});

test('the people as CSV: every name intact, none a formula, no name in the audit log', async () => {
  const answer = await ask(world, peopleCsv, world.people.programmeAdministrator, {
    path: '/admin/people.csv?lng=en',
  });
  const { bytes, headers, text } = await asText(answer);
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(headers.get('Content-Disposition')).toBe('attachment; filename="parkbridge-people-2026-03-02.csv"');
  const [heading, ...lines] = text.replace('\ufeff', '').split(/\r\n(?=")|\r\n$/);
  expect(heading).toBe(
    '"Name","Park","Unit","Course","Lessons done","Lessons required","Last activity (Asia/Kuala_Lumpur)","Completed on (Asia/Kuala_Lumpur)"',
  );
  expect(text).toContain('"陈美丽","Zhongguancun Science Park","","Course, ""x""",0,2,"2026-03-02 09:00",');
  expect(lines.filter((line) => line.length > 0)).toHaveLength(16);
  // Nothing a spreadsheet could take for a formula begins a field, quoted or not.
  expect(text.replace('a;=1+1', '')).not.toMatch(/(^|[,;])"? *[=+\-@\t＝＋－＠]/m);
  for (const name of ['=1+1', '+1', '-1', '@SUM(1)', ' =1', '＝1', '＋1', '－1', '＠1']) {
    expect(text).toContain(`"'${name}"`);
  }
  // Another country's separator within a quoted field separates nothing.
  expect(text).toContain('"a;=1+1"');

  await ask(world, peopleCsv, world.people.programmeAdministrator, {
    path: '/admin/people.csv?search=Aisyah&park=mranti',
  });
  const [, searched] = exports();
  expect(searched).toMatchObject({
    entityId: 'people',
    detail: { park: 'mranti', searched: true, enrolments: 15 },
  });
  expect(JSON.stringify(searched)).not.toContain('Aisyah');
});

test('a long export comes in pieces and holds everyone once', async () => {
  const { db, parks } = world;
  const course = addCourse(db, 'long', { en: 'Long', ms: 'Panjang', 'zh-Hans': '长' });
  for (let index = 0; index < 1200; index += 1) {
    enrolPerson(db, addPerson(db, { name: `Many ${index % 7}`, parkId: parks.mranti }).id, course.id, {
      at: now + (index % 3),
    });
  }
  for (const sort of ['name', 'activity']) {
    const answer = await ask(world, peopleCsv, world.people.parkAdministrator, {
      path: `/admin/people.csv?course=long&sort=${sort}`,
    });
    if (!(answer instanceof Response) || !answer.body) throw new Error('no stream');
    let pieces = 0;
    let text = '';
    const decoder = new TextDecoder();
    for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>) {
      pieces += 1;
      text += decoder.decode(piece, { stream: true });
    }
    expect(pieces).toBe(4);
    expect(text.trimEnd().split('\r\n')).toHaveLength(1201);
  }
});
