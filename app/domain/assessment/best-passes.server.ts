import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '~db/open.server';
import { attempts } from '~db/schema';

export type Score = { correct: number; total: number; mark: number };

/** By lesson, the account's best attempt of those that passed: the one with the largest part correct. */
export function bestPasses(
  tx: Queryable,
  { accountId, lessonIds }: { accountId: number; lessonIds: readonly number[] },
): Map<number, Score> {
  const passed = tx
    .select({
      lessonId: attempts.lessonId,
      correct: attempts.correct,
      total: attempts.total,
      mark: attempts.mark,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.accountId, accountId),
        inArray(attempts.lessonId, [...lessonIds]),
        eq(attempts.passed, true),
      ),
    )
    .all();
  const best = new Map<number, Score>();
  for (const { lessonId, ...score } of passed) {
    const known = best.get(lessonId);
    if (!known || score.correct / score.total > known.correct / known.total) best.set(lessonId, score);
  }
  return best;
}
