import { eq } from 'drizzle-orm';
import type { AccountActor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import type { Db } from '~db/open.server';
import { sittings } from '~db/schema';
import { misfits } from './check-answers';
import { answersUnfit, sittingOver } from './errors';
import { readQuestions } from './read-questions.server';
import { type Answers, answersTo, differing, grace } from './rules';
import type { Sitting } from './statements.server';

/** Whether a sitting takes no more answers. */
export const isOver = (sitting: Pick<Sitting, 'dueAt'>, at: number): boolean =>
  sitting.dueAt !== null && at > sitting.dueAt + grace;

export type Saved =
  | { kind: 'saved'; sitting: Sitting }
  /** Other answers were saved since the page that sent these was made. Nothing was written. */
  | { kind: 'moved'; sitting: Sitting };

/**
 * Keeps half-done answers, `version` being the one they were made on: the answers of another tab or device are never overwritten by
 * ones that did not know of them. Call it inside an immediate transaction. Throws `sitting-over` and `answers-unfit`.
 */
export function saveAnswers(
  db: Db,
  actor: AccountActor,
  sitting: Sitting,
  input: { version: number; answers: Answers; at: number },
): Saved {
  if (isOver(sitting, input.at)) throw sittingOver();
  const questions = readQuestions(db, sitting.textDigest);
  const fields = misfits(questions, input.answers);
  if (Object.keys(fields).length > 0) throw answersUnfit(fields);
  if (differing(sitting.answers, input.answers).length === 0) return { kind: 'saved', sitting };
  if (input.version !== sitting.version) return { kind: 'moved', sitting };
  const answers: Record<string, string[]> = Object.fromEntries(
    questions.map(({ id }) => [id, [...answersTo(input.answers, id)]]),
  );
  const kept = { answers, version: sitting.version + 1, savedAt: input.at };
  db.update(sittings).set(kept).where(eq(sittings.id, sitting.id)).run();
  writeEntry(db, actor, {
    action: 'sitting.saved',
    entity: 'sitting',
    entityId: sitting.id,
    detail: { version: kept.version },
    at: input.at,
  });
  return { kind: 'saved', sitting: { ...sitting, ...kept } };
}

/** Takes away a sitting that can no longer be graded. What was answered in it stays in the audit log. */
export function dropSitting(db: Db, actor: AccountActor, sitting: Sitting, at: number): void {
  db.delete(sittings).where(eq(sittings.id, sitting.id)).run();
  writeEntry(db, actor, {
    action: 'sitting.dropped',
    entity: 'sitting',
    entityId: sitting.id,
    detail: { lesson: sitting.lessonId, text: sitting.textDigest, answers: sitting.answers },
    at,
  });
}
