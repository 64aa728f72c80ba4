// The questions and attempts that every lesson page or quiz asks for, prepared once for each database handle.
import { and, asc, count, desc, eq, gte, max, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Question } from '~/mdx/schema';
import type { Db } from '~db/open.server';
import { attempts, editionLessons, questions, sittings } from '~db/schema';

/** An attempt that has begun and is not handed in. */
export type Sitting = typeof sittings.$inferSelect;

const prepare = (db: Db) => ({
  questions: db
    .select({ definition: questions.definition })
    .from(questions)
    .where(eq(questions.textDigest, sql.placeholder('text')))
    .orderBy(asc(questions.position))
    .prepare(),
  attempts: db
    .select({
      id: attempts.id,
      correct: attempts.correct,
      total: attempts.total,
      mark: attempts.mark,
      passed: attempts.passed,
      submittedAt: attempts.submittedAt,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.accountId, sql.placeholder('account')),
        eq(attempts.lessonId, sql.placeholder('lesson')),
      ),
    )
    .orderBy(desc(attempts.submittedAt), desc(attempts.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
  /** Since the revision: what was handed in before a major change counts no more. */
  made: db
    .select({ count: count(), lastAt: max(attempts.submittedAt) })
    .from(attempts)
    .innerJoin(
      editionLessons,
      and(eq(editionLessons.editionId, attempts.editionId), eq(editionLessons.lessonId, attempts.lessonId)),
    )
    .where(
      and(
        eq(attempts.accountId, sql.placeholder('account')),
        eq(attempts.lessonId, sql.placeholder('lesson')),
        gte(editionLessons.revision, sql.placeholder('revision')),
      ),
    )
    .prepare(),
  sitting: db
    .select()
    .from(sittings)
    .where(
      and(
        eq(sittings.accountId, sql.placeholder('account')),
        eq(sittings.lessonId, sql.placeholder('lesson')),
      ),
    )
    .prepare(),
  /** What has been read already. A text's questions never change under its digest. */
  read: new LRUCache<string, Question[]>({ max: 500 }),
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

/** The learner's open sitting of a lesson's quiz, if there is one. */
export const findSitting = (db: Db, account: number, lesson: number): Sitting | null =>
  statements(db).sitting.get({ account, lesson }) ?? null;
