// The questions and attempts that every lesson page or quiz asks for, prepared once for each database handle.
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Question } from '~/mdx/schema';
import type { Db } from '~db/open.server';
import { attempts, questions } from '~db/schema';

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
