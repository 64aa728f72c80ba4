// What every page of a learner asks for, prepared once for each database handle.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '~db/open.server';
import {
  completions,
  courses,
  editionLessons,
  editions,
  editionTexts,
  enrolments,
  lessons,
  records,
  reflections,
} from '~db/schema';

const account = sql.placeholder('account');
const course = sql.placeholder('course');
const lesson = sql.placeholder('lesson');
const text = sql.placeholder('text');

const enrolmentColumns = {
  id: enrolments.id,
  courseId: enrolments.courseId,
  enrolledAt: enrolments.enrolledAt,
  lastActivityAt: enrolments.lastActivityAt,
  lastLessonId: enrolments.lastLessonId,
  completedAt: enrolments.completedAt,
  recordId: records.id,
};
const completionColumns = {
  lessonId: completions.lessonId,
  revision: completions.revision,
  textDigest: completions.textDigest,
  locale: completions.locale,
  completedAt: completions.completedAt,
};
const ownRecord = and(eq(records.accountId, enrolments.accountId), eq(records.courseId, enrolments.courseId));

const prepare = (db: Db) => ({
  enrolment: db
    .select(enrolmentColumns)
    .from(enrolments)
    .leftJoin(records, ownRecord)
    .where(and(eq(enrolments.accountId, account), eq(enrolments.courseId, course)))
    .prepare(),
  enrolments: db
    .select({
      ...enrolmentColumns,
      editionId: courses.currentEditionId,
      issuedAt: records.issuedAt,
      revokedAt: records.revokedAt,
    })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .leftJoin(records, ownRecord)
    .where(eq(enrolments.accountId, account))
    .orderBy(desc(enrolments.lastActivityAt), desc(enrolments.id))
    .prepare(),
  completions: db
    .select(completionColumns)
    .from(lessons)
    .innerJoin(completions, and(eq(completions.lessonId, lessons.id), eq(completions.accountId, account)))
    .where(eq(lessons.courseId, course))
    .prepare(),
  allCompletions: db
    .select({ ...completionColumns, courseId: lessons.courseId })
    .from(completions)
    .innerJoin(lessons, eq(lessons.id, completions.lessonId))
    .where(eq(completions.accountId, account))
    .prepare(),
  notes: db
    .select({ id: reflections.reflectId, note: reflections.note, updatedAt: reflections.updatedAt })
    .from(reflections)
    .where(and(eq(reflections.accountId, account), eq(reflections.lessonId, lesson)))
    .prepare(),
  /** Where a text was published as this lesson, newest edition first. */
  published: db
    .select({ editionId: editions.id, revision: editionLessons.revision, locale: editionTexts.locale })
    .from(editionTexts)
    .innerJoin(editions, eq(editions.id, editionTexts.editionId))
    .innerJoin(
      editionLessons,
      and(
        eq(editionLessons.editionId, editionTexts.editionId),
        eq(editionLessons.lessonId, editionTexts.lessonId),
      ),
    )
    .where(
      and(
        eq(editions.courseId, course),
        eq(editionTexts.lessonId, lesson),
        eq(editionTexts.textDigest, text),
      ),
    )
    .orderBy(desc(editions.number))
    .limit(1)
    .prepare(),
  complete: db
    .insert(completions)
    .values({
      accountId: account,
      lessonId: lesson,
      revision: sql.placeholder('revision'),
      editionId: sql.placeholder('edition'),
      textDigest: text,
      locale: sql.placeholder('locale'),
      completedAt: sql.placeholder('at'),
    })
    .onConflictDoNothing()
    .prepare(),
  visit: db
    .update(enrolments)
    .set({
      lastLessonId: sql`${lesson}`,
      lastActivityAt: sql`max(${enrolments.lastActivityAt}, ${sql.placeholder('at')})`,
    })
    .where(and(eq(enrolments.accountId, account), eq(enrolments.courseId, course)))
    .prepare(),
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
