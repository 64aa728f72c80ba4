// What every page of a learner asks for, prepared once for each database handle: in SQL, since these are the hottest of all.
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { AnnotationKind, Completed } from './rules';

type Account = { account: number };
type InCourse = Account & { course: number };
type InLesson = Account & { lesson: number };

export type Enrolment = {
  id: number;
  courseId: number;
  enrolledAt: number;
  lastActivityAt: number;
  lastLessonId: number | null;
  completedAt: number | null;
  renewalAt: number | null;
  recordId: string | null;
};
type EnrolmentInCourse = Enrolment & {
  editionId: number | null;
  issuedAt: number | null;
  revokedAt: number | null;
};

export type AnnotationRow = {
  id: string;
  kind: AnnotationKind;
  block: number;
  textDigest: string;
  locale: Locale;
  quote: string;
  quoteStart: number | null;
  note: string;
  version: number;
  createdAt: number;
  updatedAt: number;
};

const enrolmentColumns = `e.id, e.course_id as courseId, e.enrolled_at as enrolledAt, e.last_activity_at as lastActivityAt,
  e.last_lesson_id as lastLessonId, e.completed_at as completedAt, e.renewal_at as renewalAt, r.id as recordId`;
const ownRecord =
  'left join records r on r.account_id = e.account_id and r.course_id = e.course_id and r.replaced_by is null';
const completionColumns = `c.lesson_id as lessonId, c.revision, c.text_digest as textDigest, c.locale,
  c.completed_at as completedAt, w.revision as reviewedRevision, x.text_digest as reviewedDigest`;
/** What was reviewed before the completion says nothing that the completion does not. */
const ownReviews = `left join change_reviews v on v.account_id = c.account_id and v.lesson_id = c.lesson_id
       and v.edition_id >= c.edition_id
     left join edition_lessons w on w.edition_id = v.edition_id and w.lesson_id = v.lesson_id
     left join edition_texts x on x.edition_id = v.edition_id and x.lesson_id = v.lesson_id and x.locale = c.locale`;

const prepare = ({ $client: client }: Db) => ({
  enrolment: client.prepare<[InCourse], Enrolment>(
    `select ${enrolmentColumns} from enrolments e ${ownRecord} where e.account_id = @account and e.course_id = @course`,
  ),
  enrolments: client.prepare<[Account], EnrolmentInCourse>(
    `select ${enrolmentColumns}, k.current_edition_id as editionId, r.issued_at as issuedAt, r.revoked_at as revokedAt
     from enrolments e join courses k on k.id = e.course_id ${ownRecord}
     where e.account_id = @account order by e.last_activity_at desc, e.id desc`,
  ),
  completions: client.prepare<[InCourse], Completed>(
    `select ${completionColumns} from lessons l join completions c on c.lesson_id = l.id and c.account_id = @account
     ${ownReviews} where l.course_id = @course`,
  ),
  allCompletions: client.prepare<[Account], Completed & { courseId: number }>(
    `select ${completionColumns}, l.course_id as courseId from completions c join lessons l on l.id = c.lesson_id
     ${ownReviews} where c.account_id = @account`,
  ),
  /** The lesson as the learner knows it: as completed at its highest revision, or as reviewed since. */
  lastSeen: client.prepare<
    [InLesson],
    {
      locale: Locale;
      /** Of the completion, whatever was reviewed. */
      revision: number;
      editionId: number;
      textDigest: string;
      completedAt: number;
      reviewedAt: number | null;
    }
  >(
    `select c.locale, c.revision, coalesce(v.edition_id, c.edition_id) as editionId,
       coalesce(x.text_digest, c.text_digest) as textDigest, c.completed_at as completedAt, v.reviewed_at as reviewedAt
     from completions c ${ownReviews} where c.account_id = @account and c.lesson_id = @lesson
     order by c.revision desc limit 1`,
  ),
  /** A lesson as the course's edition of that number has it. */
  inEdition: client.prepare<
    [{ course: number; lesson: number; number: number }],
    { editionId: number; revision: number }
  >(
    `select e.id as editionId, l.revision from editions e join edition_lessons l on l.edition_id = e.id
     where e.course_id = @course and e.number = @number and l.lesson_id = @lesson`,
  ),
  review: client.prepare<[InLesson & { edition: number; at: number }]>(
    `insert into change_reviews (account_id, lesson_id, edition_id, reviewed_at) values (@account, @lesson, @edition, @at)
     on conflict do update set edition_id = excluded.edition_id, reviewed_at = excluded.reviewed_at`,
  ),
  /** The last completion of each lesson that is in the course no more. */
  pastCompletions: client.prepare<
    [InCourse & { edition: number }],
    { slug: string; textDigest: string; locale: Locale; completedAt: number }
  >(
    `select l.slug, c.text_digest as textDigest, c.locale, max(c.completed_at) as completedAt
     from lessons l join completions c on c.lesson_id = l.id and c.account_id = @account
     where l.course_id = @course
       and not exists (select 1 from edition_lessons e where e.edition_id = @edition and e.lesson_id = l.id)
     group by l.id order by completedAt desc`,
  ),
  notes: client.prepare<[InLesson], { id: string; note: string; version: number; updatedAt: number }>(
    `select reflect_id as id, note, version, updated_at as updatedAt from reflections
     where account_id = @account and lesson_id = @lesson`,
  ),
  position: client.prepare<[InLesson], { block: number; updatedAt: number }>(
    'select block, updated_at as updatedAt from positions where account_id = @account and lesson_id = @lesson',
  ),
  /** Those past the beginning of their lesson. */
  allPositions: client.prepare<[Account], { lessonId: number; block: number }>(
    'select lesson_id as lessonId, block from positions where account_id = @account and block > 1',
  ),
  /** The newest wins, whichever device it comes from; a paragraph that is written already is not written again. */
  place: client.prepare<[InLesson & { block: number; at: number }]>(
    `insert into positions (account_id, lesson_id, block, updated_at) values (@account, @lesson, @block, @at)
     on conflict do update set block = excluded.block, updated_at = excluded.updated_at
     where excluded.updated_at >= positions.updated_at and excluded.block != positions.block`,
  ),
  annotations: client.prepare<[InLesson], AnnotationRow>(
    `select id, kind, block, text_digest as textDigest, locale, quote, quote_start as quoteStart, note, version,
       created_at as createdAt, updated_at as updatedAt
     from annotations where account_id = @account and lesson_id = @lesson order by block, quote_start, created_at, id`,
  ),
  /** Where a text was published as this lesson, newest edition first. */
  published: client.prepare<
    [{ course: number; lesson: number; text: string }],
    { editionId: number; revision: number; locale: Locale }
  >(
    `select e.id as editionId, l.revision, t.locale from edition_texts t
     join editions e on e.id = t.edition_id
     join edition_lessons l on l.edition_id = t.edition_id and l.lesson_id = t.lesson_id
     where e.course_id = @course and t.lesson_id = @lesson and t.text_digest = @text
     order by e.number desc limit 1`,
  ),
  complete: client.prepare<
    [InLesson & { revision: number; edition: number; text: string; locale: Locale; at: number }]
  >(
    `insert into completions (account_id, lesson_id, revision, edition_id, text_digest, locale, completed_at)
     values (@account, @lesson, @revision, @edition, @text, @locale, @at) on conflict do nothing`,
  ),
  /** Enrolments without a record in which each required lesson of the edition is complete at its revision, or that were settled before. */
  owed: client.prepare<
    [{ course: number; edition: number; all: number; others: number; park: number; limit: number }],
    { enrolmentId: number; accountId: number; name: string; completedAt: number | null }
  >(
    `select e.id as enrolmentId, e.account_id as accountId, a.name, e.completed_at as completedAt
     from enrolments e join accounts a on a.id = e.account_id
     where e.course_id = @course and (@all or a.park_id = @park or (@others and a.shared_at is not null))
       and not exists (select 1 from records r where r.account_id = e.account_id and r.course_id = e.course_id)
       and (e.completed_at is not null or not exists (
         select 1 from edition_lessons l where l.edition_id = @edition and l.required and not exists (
           select 1 from completions c
           where c.account_id = e.account_id and c.lesson_id = l.lesson_id and c.revision >= l.revision)))
     order by e.id limit @limit`,
  ),
  visit: client.prepare<[InCourse & InLesson & { at: number }]>(
    `update enrolments set last_lesson_id = @lesson, last_activity_at = max(last_activity_at, @at)
     where account_id = @account and course_id = @course`,
  ),
});

const prepared = new WeakMap<Db, ReturnType<typeof prepare>>();

export function statements(db: Db): ReturnType<typeof prepare> {
  let found = prepared.get(db);
  if (!found) {
    found = prepare(db);
    prepared.set(db, found);
  }
  return found;
}
