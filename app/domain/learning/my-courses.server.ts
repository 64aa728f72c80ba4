import type { AccountActor } from '~/domain/actor';
import { type Edition, editionById } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import { type EnrolmentState, stateFrom } from './find-enrolment-state.server';
import { statements } from './statements.server';

export type MyCourse = {
  edition: Edition;
  state: EnrolmentState;
  lastActivityAt: number;
  /** Whether any lesson was opened yet. */
  begun: boolean;
  record: { id: string; issuedAt: number; revoked: boolean } | null;
};

/** The actor's own courses, the one studied last first. Every figure comes from the same rows at the same moment. */
export function myCourses(db: Db, actor: AccountActor): MyCourse[] {
  const { enrolments, allCompletions } = statements(db);
  const { rows, completed } = db.transaction(() => ({
    rows: enrolments.all({ account: actor.id }),
    completed: allCompletions.all({ account: actor.id }),
  }));
  return rows.flatMap((row) => {
    if (row.editionId === null) return [];
    const edition = editionById(db, row.editionId);
    const { recordId, issuedAt } = row;
    return {
      edition,
      state: stateFrom(
        edition,
        row,
        completed.filter(({ courseId }) => courseId === row.courseId),
      ).state,
      lastActivityAt: row.lastActivityAt,
      begun: row.lastLessonId !== null,
      record:
        recordId !== null && issuedAt !== null
          ? { id: recordId, issuedAt, revoked: row.revokedAt !== null }
          : null,
    };
  });
}
