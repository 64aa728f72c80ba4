// What every page of a learner asks for, prepared once for each database handle: in SQL, since these are the hottest of all.
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import type { Completed } from './rules';

type Account = { account: number };
type InCourse = Account & { course: number };
type InLesson = Account & { lesson: number };

type Enrolment = {
  id: number;
  courseId: number;
  enrolledAt: number;
  lastActivityAt: number;
  lastLessonId: number | null;
  completedAt: number | null;
  recordId: string | null;
};
type EnrolmentInCourse = Enrolment & {
  editionId: number | null;
  issuedAt: number | null;
  revokedAt: number | null;
};

const enrolmentColumns = `e.id, e.course_id as courseId, e.enrolled_at as enrolledAt, e.last_activity_at as lastActivityAt,
  e.last_lesson_id as lastLessonId, e.completed_at as completedAt, r.id as recordId`;
const ownRecord = 'left join records r on r.account_id = e.account_id and r.course_id = e.course_id';
const completionColumns = `c.lesson_id as lessonId, c.revision, c.text_digest as textDigest, c.locale,
  c.completed_at as completedAt`;

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
     where l.course_id = @course`,
  ),
  allCompletions: client.prepare<[Account], Completed & { courseId: number }>(
    `select ${completionColumns}, l.course_id as courseId from completions c join lessons l on l.id = c.lesson_id
     where c.account_id = @account`,
  ),
  notes: client.prepare<[InLesson], { id: string; note: string; updatedAt: number }>(
    `select reflect_id as id, note, updated_at as updatedAt from reflections
     where account_id = @account and lesson_id = @lesson`,
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
