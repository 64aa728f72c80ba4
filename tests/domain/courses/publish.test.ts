import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { system } from '~/domain/actor';
import {
  CourseRefused,
  currentEdition,
  editionById,
  findAsset,
  findManifest,
  lessonsOf,
  pickText,
  publishCourses,
  readText,
} from '~/domain/courses/index.server';
import { DomainError } from '~/domain/error';
import type { Db } from '~db/open.server';
import { openTestDatabase } from '../../support/database';
import { makeWorld } from '../../support/world';
import { courseYml, edited, put, smallCourse, webm, withFiles, writeCourse } from './fixture';

const at = Date.UTC(2026, 2, 2);
const publish = async (db: Db, folder: string, when = at) => {
  const [outcome] = await publishCourses(db, system, { folders: [folder], at: when });
  if (!outcome) throw new Error('nothing came back');
  return outcome;
};
const current = (db: Db) => {
  const edition = currentEdition(db, 'small-course');
  if (!edition) throw new Error('not published');
  return edition;
};

const tables = [
  'courses',
  'lessons',
  'editions',
  'edition_lessons',
  'edition_texts',
  'texts',
  'renderings',
  'questions',
  'assets',
  'edition_assets',
  'entries',
];
const rows = (db: Db) =>
  Object.fromEntries(
    tables.map((table) => [table, db.$client.prepare(`select count(*) from ${table}`).pluck().get()]),
  );

test('a folder becomes an edition that names everything', async () => {
  const db = openTestDatabase();
  const outcome = await publish(db, writeCourse());
  expect(outcome).toMatchObject({ course: 'small-course', kind: 'published', edition: 1, compiled: 4 });
  expect(outcome.lessons).toEqual([
    { lesson: 'first', change: 'added' },
    { lesson: 'check', change: 'added' },
  ]);
  const edition = current(db);
  expect(edition).toMatchObject({
    number: 1,
    digest: outcome.digest,
    publishedAt: at,
    theme: 'incubation',
    languages: ['en', 'ms'],
    owners: ['mranti'],
    mark: 75,
  });
  expect(edition.titles).toEqual({ en: 'A small course', ms: 'Kursus kecil', 'zh-Hans': 'A small course' });
  const [first, check] = lessonsOf(edition);
  expect(first).toMatchObject({
    slug: 'first',
    kind: 'reading',
    revision: 1,
    required: true,
    preview: true,
    position: 1,
  });
  expect(check).toMatchObject({ slug: 'check', kind: 'quiz', preview: false, position: 2 });
  expect(first?.texts.ms).toMatchObject({ title: 'Pelajaran pertama', minutes: 1, stale: true });
  expect(first?.texts.en?.stale).toBe(false);
  expect(rows(db)).toEqual({
    courses: 1,
    lessons: 2,
    editions: 1,
    edition_lessons: 2,
    edition_texts: 4,
    texts: 4,
    renderings: 4,
    questions: 2,
    assets: 4,
    edition_assets: 4,
    entries: 1,
  });
  expect(editionById(db, edition.id)).toBe(edition);

  const manifest = JSON.parse(findManifest(db, edition.digest) ?? '');
  const tour = findAsset(db, manifest.assets['assets/tour.webm'].digest);
  expect(tour?.mediaType).toBe('video/webm');
  expect(tour?.bytes.equals(webm)).toBe(true);
  expect(Object.keys(manifest.glossary)).toEqual(['incubator']);
});

test('a reader without the language gets the source language', async () => {
  const db = openTestDatabase();
  await publish(db, writeCourse());
  const edition = current(db);
  const [first] = lessonsOf(edition);
  if (!first) throw new Error('no lesson');
  expect(pickText(first, edition, 'ms')).toMatchObject({
    locale: 'ms',
    text: { title: 'Pelajaran pertama' },
  });
  expect(pickText(first, edition, 'zh-Hans')).toMatchObject({
    locale: 'en',
    text: { title: 'The first lesson' },
  });
  const { segments, reflections } = readText(
    db,
    edition.courseId,
    pickText(first, edition, 'ms').text.digest,
  );
  expect(reflections.map((reflection) => reflection.id)).toEqual(['my-park']);
  expect(segments.map((segment) => segment.kind)).toEqual(['html', 'reflect', 'html']);
});

test('questions are rows, and their keys are in no rendering and no manifest', async () => {
  const db = openTestDatabase();
  await publish(db, writeCourse());
  const definitions = db.$client.prepare<[], string>('select definition from questions').pluck().all();
  expect(definitions).toHaveLength(2);
  for (const definition of definitions) expect(definition).toContain('secret-right');
  const sent = [
    ...db.$client.prepare<[], string>('select content from renderings').pluck().all(),
    ...db.$client.prepare<[], string>('select manifest from editions').pluck().all(),
    ...db.$client.prepare<[], string>('select detail from entries').pluck().all(),
  ];
  expect(sent).toHaveLength(6);
  for (const text of sent) expect(text).not.toMatch(/secret|correct|feedback|"choices"/);
});

test('objectives are published with their text, and a rendering of before there were any has none', async () => {
  const db = openTestDatabase();
  const objectives = 'objectives:\n  - Name one thing\n  - "Do: one thing"\nsummary:';
  const files = withFiles(
    edited('01-basics/01-first.en.mdx', (text) => text.replace('summary:', objectives)),
  );
  await publish(db, writeCourse(files));
  const { courseId, modules } = current(db);
  const [first] = modules[0]?.lessons ?? [];
  const read = (locale: 'en' | 'ms') => readText(db, courseId, first?.texts[locale]?.digest ?? '').objectives;

  db.$client.exec("update renderings set renderer = 'older', content = json_remove(content, '$.objectives')");
  expect([read('en'), read('ms')]).toEqual([[], []]);
  // The renderer in use makes them again, and what was kept in memory gives way.
  expect(await publish(db, writeCourse(files))).toMatchObject({ kind: 'unchanged', compiled: 4 });
  expect([read('en'), read('ms')]).toEqual([['Name one thing', 'Do: one thing'], []]);
});

test('the same folder gives the same digests anywhere, whatever its line ends', async () => {
  const folder = writeCourse();
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'elsewhere-')), 'small-course');
  cpSync(folder, copy, { recursive: true });
  const crlf = writeCourse(
    Object.fromEntries(
      Object.entries(smallCourse).map(([name, content]) => [
        name,
        typeof content === 'string' ? content.replaceAll('\n', '\r\n') : content,
      ]),
    ),
  );
  const digests = [];
  for (const each of [folder, folder, copy, crlf])
    digests.push((await publish(openTestDatabase(), each, Date.now())).digest);
  expect(new Set(digests).size).toBe(1);
});

test('an unchanged folder publishes nothing and compiles nothing', async () => {
  const db = openTestDatabase();
  const folder = writeCourse();
  await publish(db, folder);
  const before = rows(db);
  const again = await publish(db, folder, at + 1000);
  expect(again).toMatchObject({ kind: 'unchanged', edition: 1, compiled: 0, lessons: [] });
  expect(rows(db)).toEqual(before);
});

test('a changed text is a minor change, a raised revision a major one; earlier editions stay as they were', async () => {
  const db = openTestDatabase();
  const folder = writeCourse();
  await publish(db, folder);
  const first = current(db);

  put(
    folder,
    '01-basics/01-first.en.mdx',
    String(smallCourse['01-basics/01-first.en.mdx']).replace('Words about', 'Better words about'),
  );
  const minor = await publish(db, folder, at + 1);
  expect(minor).toMatchObject({
    kind: 'published',
    edition: 2,
    compiled: 1,
    lessons: [{ lesson: 'first', change: 'minor' }],
  });

  put(folder, 'course.yml', courseYml.replace('kind: quiz, revision: 1', 'kind: quiz, revision: 2'));
  const major = await publish(db, folder, at + 2);
  expect(major).toMatchObject({ edition: 3, compiled: 0, lessons: [{ lesson: 'check', change: 'major' }] });

  const third = current(db);
  expect(third.number).toBe(3);
  expect(lessonsOf(third).map((lesson) => lesson.id)).toEqual(lessonsOf(first).map((lesson) => lesson.id));
  expect(editionById(db, first.id)).toEqual(first);
  expect(lessonsOf(third)[0]?.texts.en?.digest).not.toBe(lessonsOf(first)[0]?.texts.en?.digest);
});

test('a changed drawing or glossary entry changes the texts that use it and no others', async () => {
  const db = openTestDatabase();
  const folder = writeCourse();
  await publish(db, folder);
  put(folder, 'assets/way.svg', String(smallCourse['assets/way.svg']).replace('40 20', '80 40'));
  expect(await publish(db, folder)).toMatchObject({
    edition: 2,
    lessons: [{ lesson: 'first', change: 'minor' }],
  });
  put(
    folder,
    'glossary.yml',
    String(smallCourse['glossary.yml']).replace('young companies', 'new companies'),
  );
  expect(await publish(db, folder)).toMatchObject({
    edition: 3,
    lessons: [{ lesson: 'first', change: 'minor' }],
  });
});

test('a lesson may leave and come, and the course around them change', async () => {
  const db = openTestDatabase();
  const folder = writeCourse();
  await publish(db, folder);
  const without = writeCourse(
    withFiles({
      'course.yml': courseYml.replace('      - { id: check, kind: quiz, revision: 1 }\n', ''),
      '01-basics/02-check.en.mdx': null,
      '01-basics/02-check.ms.mdx': null,
      ...edited('01-basics/01-first.en.mdx', (text) =>
        text.replace('Then take the [quiz](lesson:check).', ''),
      ),
      ...edited('01-basics/01-first.ms.mdx', (text) =>
        text.replace('Then take the [quiz](lesson:check).', ''),
      ),
    }),
  );
  expect((await publish(db, without)).lessons).toEqual([
    { lesson: 'first', change: 'minor' },
    { lesson: 'check', change: 'removed' },
  ]);
  // The texts are those of edition 1, kept and not compiled again.
  expect(await publish(db, folder)).toMatchObject({ edition: 3, compiled: 0 });
  expect(current(db).digest).toBe(editionById(db, 1).digest);
  put(folder, 'course.yml', courseYml.replace('mark: 75', 'mark: 80'));
  expect(await publish(db, folder)).toMatchObject({ kind: 'published', edition: 4, lessons: [] });
});

test('a removed lesson that an unchanged text links to is found', async () => {
  const db = openTestDatabase();
  const folder = writeCourse();
  await publish(db, folder);
  const without = writeCourse(
    withFiles({
      'course.yml': courseYml.replace('      - { id: check, kind: quiz, revision: 1 }\n', ''),
      '01-basics/02-check.en.mdx': null,
      '01-basics/02-check.ms.mdx': null,
    }),
  );
  const refused = await refusal(publish(db, without));
  expect(refused.map(({ message }) => message)).toEqual([
    expect.stringContaining('no lesson'),
    expect.stringContaining('no lesson'),
  ]);
});

test('a revision that falls and a kind that changes are refused', async () => {
  const db = openTestDatabase();
  await publish(
    db,
    writeCourse(
      withFiles({ 'course.yml': courseYml.replace('kind: quiz, revision: 1', 'kind: quiz, revision: 3') }),
    ),
  );
  const before = rows(db);
  const lower = await refusal(
    publish(
      db,
      writeCourse(
        withFiles({ 'course.yml': courseYml.replace('kind: quiz, revision: 1', 'kind: quiz, revision: 2') }),
      ),
    ),
  );
  expect(lower).toEqual([
    expect.objectContaining({ line: 15, column: 44, message: expect.stringContaining('revision 3') }),
  ]);
  const other = await refusal(
    publish(
      db,
      writeCourse(
        withFiles({
          'course.yml': courseYml
            .replace('first, kind: reading', 'first, kind: quiz')
            .replace('check, kind: quiz, revision: 1', 'check, kind: reading, revision: 3'),
        }),
      ),
    ),
  );
  expect(other.filter(({ path }) => path.endsWith('course.yml')).map(({ message }) => message)).toEqual([
    expect.stringContaining('first was published as reading'),
    expect.stringContaining('check was published as quiz'),
  ]);
  expect(rows(db)).toEqual(before);
});

test('a wrong folder beside a right one: every finding, and nothing published', async () => {
  const db = openTestDatabase();
  const right = writeCourse(smallCourse, 'right-course');
  const wrong = writeCourse(
    withFiles({
      'course.yml': courseYml
        .replace('mark: 75', 'mark: 750')
        .replace('theme: incubation', 'theme: gardening'),
      'notes.txt': 'mine',
    }),
    'wrong-course',
  );
  const findings = await refusal(publishCourses(db, system, { folders: [right, wrong], at }));
  expect(
    findings.map(({ path: file, line, message }) => `${path.basename(file)}:${line} ${message}`),
  ).toEqual([
    'course.yml:1 `theme`: Write one of: innovation-capability, ecosystem-building, incubation, research-commercialisation, park-management, market-entry.',
    'course.yml:4 `pass.mark`: The mark is a percentage from 1 to 100.',
    'notes.txt:1 This file is no part of a course: remove it.',
  ]);
  expect(rows(db)).toEqual(Object.fromEntries(tables.map((table) => [table, 0])));
});

test('publishing is all or nothing: when the last statement fails, nothing is there', async () => {
  const db = openTestDatabase();
  const folder = writeCourse();
  await publish(db, folder);
  const edition = current(db);
  const before = rows(db);
  db.$client.exec(
    `create trigger broken before insert on entries begin select raise(abort, 'no more entries'); end`,
  );
  put(folder, 'course.yml', courseYml.replace('mark: 75', 'mark: 80'));
  put(folder, '01-basics/01-first.en.mdx', `${smallCourse['01-basics/01-first.en.mdx']}\nMore.\n`);
  await expect(publish(db, folder)).rejects.toThrow('no more entries');
  expect(rows(db)).toEqual(before);
  expect(current(db)).toEqual(edition);
  db.$client.exec('drop trigger broken');
  expect(await publish(db, folder)).toMatchObject({ kind: 'published', edition: 2 });
});

test('a course that was published since it was read is not written over', async () => {
  const db = openTestDatabase();
  await publish(db, writeCourse());
  const before = rows(db);
  const other = writeCourse(withFiles({ 'course.yml': courseYml.replace('mark: 75', 'mark: 80') }));
  const third = writeCourse(withFiles({ 'course.yml': courseYml.replace('mark: 75', 'mark: 90') }));
  // Both are read against edition 1; when the second is written, the first has made edition 2.
  const both = publishCourses(db, system, { folders: [other, third], at });
  await expect(both).rejects.toMatchObject({ code: 'course-moved-on', refusal: 'conflict' });
  expect(rows(db)).toEqual(before);
  expect(current(db).number).toBe(1);
});

test('who may publish: owners’ instructors and programme administrators, and nobody takes a course over', async () => {
  const world = await makeWorld();
  const { db, people } = world;
  const folder = writeCourse();
  const by = (actor: Parameters<typeof publishCourses>[1], where = folder) =>
    publishCourses(db, actor, { folders: [where], at });
  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error: unknown) => (error instanceof DomainError ? error.code : error),
    );
  expect(await code(by({ kind: 'anonymous' }))).toBe('forbidden');
  expect(await code(by(people.learner))).toBe('forbidden');
  expect(await code(by(people.parkAdministrator))).toBe('forbidden');
  const stranger = { ...people.foreigner, roles: ['instructor' as const] };
  expect(await code(by(stranger))).toBe('forbidden');
  expect(await code(by(people.instructor))).toBe('done');
  const entry = db.$client.prepare('select action, actor_id as actor from entries').get();
  expect(entry).toEqual({ action: 'edition.published', actor: people.instructor.id });
  const taken = writeCourse(
    withFiles({ 'course.yml': courseYml.replace('owners: [mranti]', 'owners: [z-park]') }),
  );
  expect(await code(by(stranger, taken))).toBe('forbidden');
  expect(await code(by(people.instructor, taken))).toBe('forbidden');
  expect(await code(by(people.programmeAdministrator, taken))).toBe('done');
});

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CourseRefused)) throw error ?? new Error('it was not refused');
  return error.findings;
}
