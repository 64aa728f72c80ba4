import type { Actor } from '~/domain/actor';
import { type Db, relaxed } from '~db/open.server';
import { statements } from './statements.server';

/**
 * Remembers the lesson opened last, where `/my` resumes. A bookmark and no promise: it has no audit entry, and may be
 * lost with the power. Does nothing for who is not enrolled.
 */
export function recordVisit(
  db: Db,
  actor: Actor,
  input: { courseId: number; lessonId: number; at: number },
): void {
  if (actor.kind !== 'account') return;
  const { visit } = statements(db);
  const values = { account: actor.id, course: input.courseId, lesson: input.lessonId, at: input.at };
  relaxed(db, () => visit.run(values));
}
