// A small programme for the reports: courses with one edition each, and people who enrol in them.
import { createHash } from 'node:crypto';
import type { AccountActor, Role } from '~/domain/actor';
import { canonical, type Manifest } from '~/domain/courses/manifest.server';
import type { Db } from '~db/open.server';
import {
  accounts,
  courses,
  editionLessons,
  editions,
  editionTexts,
  enrolments,
  lessons,
  parks,
  renderings,
  texts,
  units,
} from '~db/schema';

/** 2026-03-02 09:00 in Kuala Lumpur. */
export const now = Date.UTC(2026, 2, 2, 1);

export function addPark(db: Db, slug: string, en: string, zh = en): number {
  const names = { en, ms: en, 'zh-Hans': zh };
  return db.insert(parks).values({ slug, names, createdAt: now }).returning().get().id;
}

export function addUnit(db: Db, parkId: number, slug: string): number {
  const names = { en: slug, ms: slug, 'zh-Hans': slug };
  return db.insert(units).values({ parkId, slug, names, createdAt: now }).returning().get().id;
}

/** A course of two required readings in English; returns its id and its lessons'. */
export function addCourse(db: Db, slug: string, titles: { en: string; ms: string; 'zh-Hans': string }) {
  const courseId = db.insert(courses).values({ slug, createdAt: now }).returning().get().id;
  const ids = ['one', 'two'];
  const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const manifest: Manifest = {
    format: 1,
    course: slug,
    theme: 'incubation',
    languages: ['en'],
    owners: [],
    pass: { mark: 75 },
    title: titles,
    summary: { en: slug },
    objectives: { en: [] },
    modules: [
      {
        id: 'module',
        title: { en: 'Module' },
        lessons: ids.map((id) => ({
          id,
          kind: 'reading',
          revision: 1,
          required: true,
          preview: false,
          questions: [],
          texts: { en: { digest: digestOf(`${slug}/${id}`) } },
        })),
      },
    ],
    glossary: {},
    assets: {},
  };
  const json = canonical(manifest);
  const edition = db
    .insert(editions)
    .values({ courseId, number: 1, digest: digestOf(json), manifest: json, publishedAt: now })
    .returning()
    .get();
  const lessonIds = ids.map((id, position) => {
    const lessonId = db.insert(lessons).values({ courseId, slug: id }).returning().get().id;
    const textDigest = digestOf(`${slug}/${id}`);
    db.insert(texts).values({ digest: textDigest, source: id }).run();
    const content = JSON.stringify({ title: id, summary: id, minutes: 5, words: 900 });
    db.insert(renderings).values({ textDigest, courseId, renderer: 'test', content }).run();
    db.insert(editionLessons)
      .values({
        editionId: edition.id,
        lessonId,
        position,
        kind: 'reading',
        revision: 1,
        required: true,
        preview: false,
      })
      .run();
    db.insert(editionTexts).values({ editionId: edition.id, lessonId, locale: 'en', textDigest }).run();
    return { id: lessonId, textDigest };
  });
  db.$client
    .prepare(
      'update courses set current_edition_id = (select max(id) from editions where course_id = courses.id)',
    )
    .run();
  return { id: courseId, slug, editionId: edition.id, lessons: lessonIds };
}

let people = 0;

export function addPerson(
  db: Db,
  person: { parkId: number; unitId?: number | null; name?: string; roles?: Role[]; shared?: boolean },
): AccountActor {
  people += 1;
  const { parkId, unitId = null, name = `Person ${people}`, roles = [], shared = false } = person;
  const email = `person-${people}@example.org`;
  const row = db
    .insert(accounts)
    .values({
      parkId,
      unitId,
      email,
      name,
      passwordHash: '!',
      locale: 'en',
      timeZone: 'Asia/Shanghai',
      sharedAt: shared ? now : null,
      createdAt: now,
    })
    .returning()
    .get();
  return {
    kind: 'account',
    id: row.id,
    parkId,
    unitId,
    email,
    name,
    locale: 'en',
    timeZone: 'Asia/Shanghai',
    roles,
  };
}

export function enrolPerson(
  db: Db,
  accountId: number,
  courseId: number,
  { at = now, completedAt = null }: { at?: number; completedAt?: number | null } = {},
): void {
  db.insert(enrolments)
    .values({ accountId, courseId, enrolledAt: at, lastActivityAt: at, completedAt })
    .run();
}

/** The same numbers every run. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
