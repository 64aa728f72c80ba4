import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type Actor, anonymous, system } from '~/domain/actor';
import { currentEdition, lessonsOf, publishCourses } from '~/domain/courses/index.server';
import { enrol } from '~/domain/learning/index.server';
import { loader as course } from '~/routes/public/course';
import { loader as courses } from '~/routes/public/courses';
import { loader as edition } from '~/routes/public/edition';
import { loader as home } from '~/routes/public/home';
import { loader as media } from '~/routes/public/media';
import { courseYml, smallCourse, webm, withFiles, writeCourse } from '../../domain/courses/fixture';
import { ask, makeWorld, now, statusOf, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  const bilingual = writeCourse(smallCourse, 'small-course');
  // Readings only, in English alone, long, and about something else.
  const words = Array.from({ length: 20_000 }, () => 'word').join(' ');
  const long = writeCourse(
    withFiles({
      'course.yml': courseYml
        .replace('incubation', 'market-entry')
        .replace('languages: [en, ms]', 'languages: [en]')
        .replace('      - { id: check, kind: quiz, revision: 1 }\n', '')
        .replace('A small course', 'Another course')
        .replaceAll(/, ms: [^}]+ }/g, ' }')
        .replace(/ {2}ms: \[.*\]\n/, ''),
      '01-basics/01-first.ms.mdx': null,
      '01-basics/02-check.en.mdx': null,
      '01-basics/02-check.ms.mdx': null,
      '01-basics/01-first.en.mdx': `${String(smallCourse['01-basics/01-first.en.mdx']).replace('Then take the [quiz](lesson:check).', '')}\n${words}\n`,
    }),
    'another-course',
  );
  await publishCourses(world.db, system, { folders: [bilingual], at: now });
  await publishCourses(world.db, system, { folders: [long], at: now + 1 });
});

type Catalogue = Awaited<ReturnType<typeof courses>>;
const catalogue = async (query: string) => {
  const answer = (await ask(world, courses, anonymous, { path: `/courses${query}` })) as Catalogue;
  return answer.courses.map(({ slug }) => slug);
};

test('the catalogue filters by theme, language, length and kind, all in the address', async () => {
  expect(await catalogue('')).toEqual(['small-course', 'another-course']);
  expect(await catalogue('?theme=incubation')).toEqual(['small-course']);
  expect(await catalogue('?language=ms')).toEqual(['small-course']);
  expect(await catalogue('?language=en')).toEqual(['small-course', 'another-course']);
  expect(await catalogue('?language=zh-Hans')).toEqual([]);
  expect(await catalogue('?length=short')).toEqual(['small-course']);
  expect(await catalogue('?length=medium')).toEqual(['another-course']);
  expect(await catalogue('?kind=quiz')).toEqual(['small-course']);
  expect(await catalogue('?kind=reading&length=medium&theme=market-entry&language=en')).toEqual([
    'another-course',
  ]);
  expect(await catalogue('?kind=quiz&theme=market-entry')).toEqual([]);
});

test('an empty or unknown filter is as if it were not there', async () => {
  expect(await catalogue('?theme=&language=&length=&kind=')).toHaveLength(2);
  expect(await catalogue('?theme=gardening&language=xx')).toHaveLength(2);
});

test('titles come in the reader’s language, in the order of that language', async () => {
  const answer = (await ask(world, courses, anonymous, { path: '/courses?lng=ms' })) as Catalogue;
  expect(answer.title).toBe('Kursus · Parkbridge');
  expect(answer.courses.map(({ title, lang }) => [title, lang])).toEqual([
    ['Another course', 'en'],
    ['Kursus kecil', 'ms'],
  ]);
});

test('the first page shows the newest courses, and knows who is signed in', async () => {
  const { learner } = world.people;
  const out = (await ask(world, home, anonymous, { path: '/' })) as Awaited<ReturnType<typeof home>>;
  expect(out.signedIn).toBe(false);
  expect(out.courses.map(({ slug }) => slug)).toEqual(['another-course', 'small-course']);
  const signedIn = (await ask(world, home, learner, { path: '/' })) as Awaited<ReturnType<typeof home>>;
  expect(signedIn.signedIn).toBe(true);
});

test('a course page says what the course is, and nothing of its quiz', async () => {
  const answer = (await ask(world, course, anonymous, {
    path: '/courses/small-course?lng=ms',
    params: { course: 'small-course' },
  })) as Awaited<ReturnType<typeof course>>;
  expect(answer.title).toBe('Kursus kecil · Parkbridge');
  expect(answer.enrolment).toBeNull();
  expect(answer.course).toMatchObject({
    title: 'Kursus kecil',
    objectives: ['Tahu satu perkara', 'Buat satu perkara'],
    languages: ['en', 'ms'],
    lessons: 2,
    quizzes: 1,
    edition: { number: 1, publishedAt: now },
    instructors: [],
    // The translation names no source text, so nobody knows what it renders.
    texts: [
      { locale: 'en', source: true, behind: 0 },
      { locale: 'ms', source: false, behind: 2 },
    ],
    modules: [
      {
        title: 'Asas',
        minutes: 2,
        lessons: [
          { slug: 'first', kind: 'reading', preview: true, title: 'Pelajaran pertama', lang: 'ms' },
          { slug: 'check', kind: 'quiz' },
        ],
      },
    ],
  });
  expect(answer.news).toMatchObject([{ number: 1, first: true, lessons: 2 }]);
  expect(answer.sample).toEqual({
    holder: null,
    issuer: world.app.keys.name,
    attests:
      'Menyelesaikan setiap pelajaran wajib dalam edisi 1 kursus ini dan mencapai markah lulus bagi setiap kuiznya.',
  });
  expect(JSON.stringify(answer)).not.toContain('secret');
});

test('a course page names the instructors, their park and role in the reader’s language', async () => {
  const folder = writeCourse(
    withFiles({
      'course.yml': courseYml.replace(
        'objectives:',
        `instructors:
  - { name: The course team, park: mranti, role: { en: Writes it, ms: Menulisnya } }
  - { name: { en: A guest, ms: Tetamu } }
objectives:`,
      ),
    }),
    'taught-course',
  );
  const other = await makeWorld();
  await publishCourses(other.db, system, { folders: [folder], at: now });
  const answer = (await ask(other, course, other.people.learner, {
    path: '/courses/taught-course?lng=ms',
    params: { course: 'taught-course' },
  })) as Awaited<ReturnType<typeof course>>;
  expect(answer.course.instructors).toEqual([
    { name: 'The course team', park: 'MRANTI', role: 'Menulisnya' },
    { name: 'Tetamu', park: null, role: null },
  ]);
  expect(answer.sample.holder).toBe('Aisyah binti Rahman');
});

test('a course that is not there is not found', async () => {
  expect(
    statusOf(
      await ask(world, course, anonymous, { path: '/courses/nothing', params: { course: 'nothing' } }),
    ),
  ).toBe(404);
});

test('an edition’s manifest is served byte for byte, to anyone, for ever', async () => {
  const digest = currentEdition(world.db, 'small-course')?.digest ?? '';
  const get = (name: string) =>
    ask(world, edition, anonymous, {
      path: `/editions/${name}`,
      params: { digest: name },
    }) as Promise<Response>;
  const response = await get(`${digest}.json`);
  expect(response.status).toBe(200);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.get('Cache-Control')).toContain('immutable');
  expect(response.headers.get('Content-Type')).toContain('application/json');
  expect(
    createHash('sha256')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('hex'),
  ).toBe(digest);
  expect((await get(digest)).status).toBe(404);
  expect((await get(`${'0'.repeat(64)}.json`)).status).toBe(404);
});

const assetDigest = (path: string) =>
  world.db.$client
    .prepare<[string], string>('select asset_digest from edition_assets where path = ?')
    .pluck()
    .get(path) ?? '';
const getMedia = (path: string, headers: Record<string, string> = {}) => {
  const digest = assetDigest(path);
  const name = path.replace('assets/', '');
  return ask(world, media, anonymous, {
    path: `/media/${digest}/${name}`,
    params: { digest, name },
    headers,
  }) as Promise<Response>;
};

test('an asset is served by digest with its own type, for ever', async () => {
  const drawing = await getMedia('assets/way.svg');
  expect(drawing.status).toBe(200);
  expect(Object.fromEntries(drawing.headers)).toMatchObject({
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
    etag: `"${assetDigest('assets/way.svg')}"`,
  });
  expect(await drawing.text()).toBe(String(smallCourse['assets/way.svg']));
  expect((await getMedia('assets/tour.vtt')).headers.get('Content-Type')).toBe('text/vtt; charset=utf-8');
  const table = await getMedia('assets/figures.csv');
  expect(table.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(table.headers.get('Content-Disposition')).toBe('attachment');
  const known = await getMedia('assets/way.svg', { 'If-None-Match': `W/"${assetDigest('assets/way.svg')}"` });
  expect([known.status, await known.text()]).toEqual([304, '']);
  const none = (await ask(world, media, anonymous, {
    path: '/media/x/y',
    params: { digest: 'x', name: 'y' },
  })) as Response;
  expect(none.status).toBe(404);
});

const ranges: [string, number, string | null, [number, number]][] = [
  ['bytes=0-99', 206, 'bytes 0-99/1000', [0, 100]],
  ['bytes=990-', 206, 'bytes 990-999/1000', [990, 1000]],
  ['bytes=-10', 206, 'bytes 990-999/1000', [990, 1000]],
  ['bytes=-5000', 206, 'bytes 0-999/1000', [0, 1000]],
  ['bytes=900-5000', 206, 'bytes 900-999/1000', [900, 1000]],
  ['bytes=1000-', 416, 'bytes */1000', [0, 0]],
  ['bytes=-0', 416, 'bytes */1000', [0, 0]],
  ['bytes=5-2', 200, null, [0, 1000]],
  ['bytes=0-1,5-6', 200, null, [0, 1000]],
  ['lines=1-2', 200, null, [0, 1000]],
];
test.each(ranges)('a video asked for %s', async (range, status, contentRange, [from, to]) => {
  const response = await getMedia('assets/tour.webm', { Range: range });
  expect(response.status).toBe(status);
  expect(response.headers.get('Content-Range')).toBe(contentRange);
  expect(response.headers.get('Accept-Ranges')).toBe('bytes');
  const body = Buffer.from(await response.arrayBuffer());
  expect(body.equals(webm.subarray(from, to))).toBe(true);
  if (status !== 416) expect(response.headers.get('Content-Length')).toBe(String(to - from));
});

test('a part of a video that has changed is the whole of it', async () => {
  const digest = assetDigest('assets/tour.webm');
  expect((await getMedia('assets/tour.webm', { Range: 'bytes=0-9', 'If-Range': `"${digest}"` })).status).toBe(
    206,
  );
  expect((await getMedia('assets/tour.webm', { Range: 'bytes=0-9', 'If-Range': '"older"' })).status).toBe(
    200,
  );
});

test('the catalogue shows whoever is enrolled how far they are', async () => {
  const other = await makeWorld();
  await publishCourses(other.db, system, { folders: [writeCourse(smallCourse, 'small-course')], at: now });
  const list = async (actor: Actor) =>
    ((await ask(other, courses, actor, { path: '/courses' })) as Catalogue).courses.map(
      ({ progress }) => progress,
    );
  enrol(other.db, other.people.learner, { course: 'small-course', at: now });
  expect(await list(other.people.learner)).toEqual([{ done: 0, total: 2, finished: false }]);
  expect(await list(other.people.colleague)).toEqual([null]);
  expect(await list(anonymous)).toEqual([null]);
});

test('whoever is enrolled sees where to go on and what is done', async () => {
  const { loader, lesson } = await enrolledLearner();
  expect(loader.enrolment).toMatchObject({
    next: lesson,
    completed: [],
    done: 0,
    total: 2,
    finished: false,
    recordId: null,
  });
});

async function enrolledLearner() {
  const { learner } = world.people;
  const shown = currentEdition(world.db, 'small-course');
  if (!shown) throw new Error('not published');
  world.db.$client
    .prepare(
      'insert into enrolments (account_id, course_id, enrolled_at, last_activity_at) values (?, ?, ?, ?)',
    )
    .run(learner.id, shown.courseId, now, now);
  const loader = (await ask(world, course, learner, {
    path: '/courses/small-course',
    params: { course: 'small-course' },
  })) as Awaited<ReturnType<typeof course>>;
  return { loader, lesson: lessonsOf(shown)[0]?.slug };
}
