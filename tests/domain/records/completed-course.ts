// A published course without lessons, and records of it: all that this domain needs of the others.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AccountActor } from '~/domain/actor';
import { issueRecord } from '~/domain/records/index.server';
import type { Evidence } from '~/domain/records/schema';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { courses, editions } from '~db/schema';

export const titles = { en: 'Technology incubation', ms: 'Inkubasi teknologi', 'zh-Hans': '科技企业孵化' };
const summaries = {
  en: 'How a park chooses young companies & helps them “grow”.',
  ms: 'Cara sebuah taman memilih syarikat muda.',
  'zh-Hans': '园区如何挑选科技初创企业。',
};

export type Course = {
  id: number;
  edition: {
    id: number;
    titles: typeof titles;
    validity: number | null;
    digest: string;
    manifest: string;
  };
};

/** What the learner did, as the learning domain would have gathered it. */
export const evidence: Evidence = {
  lessons: [
    {
      slug: 'selecting-companies',
      title: 'Selecting companies',
      kind: 'reading',
      locale: 'en',
      completedAt: Date.UTC(2026, 2, 1, 23),
    },
    {
      slug: 'final-quiz',
      title: 'Final quiz',
      kind: 'quiz',
      locale: 'zh-Hans',
      completedAt: Date.UTC(2026, 2, 2, 1),
      score: { correct: 9, total: 10, mark: 75 },
    },
  ],
};

/** `validity`: months that its records are valid. */
export function publishCourse(
  db: Db,
  slug = 'technology-incubation',
  validity: number | null = null,
): Course {
  const manifest =
    canonicalize({
      format: 1,
      course: slug,
      theme: 'incubation',
      languages: ['en', 'ms', 'zh-Hans'],
      owners: ['mranti'],
      pass: { mark: 75 },
      ...(validity === null ? {} : { validity: { months: validity } }),
      title: titles,
      summary: summaries,
      objectives: {},
      modules: [],
      glossary: {},
      assets: {},
    }) ?? '';
  const digest = createHash('sha256').update(manifest).digest('hex');
  const course = db.insert(courses).values({ slug, createdAt: 1 }).returning().get();
  const edition = db
    .insert(editions)
    .values({ courseId: course.id, number: 3, digest, manifest, publishedAt: 1 })
    .returning()
    .get();
  return { id: course.id, edition: { id: edition.id, titles, validity, digest, manifest } };
}

/** Issues the record as the learning domain does: inside an immediate transaction. Not yet signed. */
export const issue = (
  db: Db,
  person: AccountActor,
  course: Course,
  at: number,
  locale: Locale = 'en',
): string =>
  db.transaction(
    (tx) =>
      issueRecord(tx, {
        account: person,
        course: { id: course.id },
        edition: course.edition,
        locale,
        evidence,
        at,
      }),
    { behavior: 'immediate' },
  );
