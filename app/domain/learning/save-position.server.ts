import type { Actor } from '~/domain/actor';
import { type Db, relaxed } from '~db/open.server';
import { readable } from './read-marks.server';
import { visitDue } from './rules';
import { statements } from './statements.server';

/**
 * Remembers the paragraph the actor is at, where any of their devices can go on. A bookmark and no promise, as `recordVisit`.
 * Throws `forbidden`, `not-found` and `not-enrolled`.
 */
export function savePosition(
  db: Db,
  actor: Actor,
  input: { course: string; lesson: string; block: number; at: number },
): void {
  const { account, courseId, lesson, enrolled } = readable(db, actor, input);
  const { place, visit } = statements(db);
  const { block, at } = input;
  relaxed(db, () => {
    place.run({ account: account.id, lesson: lesson.id, block, at });
    // A page that was fetched in advance was not noted as opened: now somebody reads it.
    if (enrolled && visitDue(enrolled, lesson.id, at))
      visit.run({ account: account.id, course: courseId, lesson: lesson.id, at });
  });
}
