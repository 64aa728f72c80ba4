import type { AccountActor } from '~/domain/actor';
import { type Edition, editionById, findLesson } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import { type EnrolmentState, stateFrom } from './find-enrolment-state.server';
import { statements } from './statements.server';

export type MyCourse = {
  edition: Edition;
  state: EnrolmentState;
  lastActivityAt: number;
  /** Whether any lesson was opened yet. */
  begun: boolean;
  /** The paragraph to go on at in the lesson to go on with; null for its beginning. */
  block: number | null;
  record: { id: string; issuedAt: number; revoked: boolean } | null;
};

/** The actor's own courses, the one studied last first. Every figure comes from the same rows at the same moment. */
export function myCourses(db: Db, actor: AccountActor): MyCourse[] {
  const { enrolments, allCompletions, allPositions } = statements(db);
  const { rows, completed, positions } = db.transaction(() => ({
    rows: enrolments.all({ account: actor.id }),
    completed: allCompletions.all({ account: actor.id }),
    positions: allPositions.all({ account: actor.id }),
  }));
  return rows.flatMap((row) => {
    if (row.editionId === null) return [];
    const edition = editionById(db, row.editionId);
    const { recordId, issuedAt } = row;
    const { state } = stateFrom(
      edition,
      row,
      completed.filter(({ courseId }) => courseId === row.courseId),
    );
    const resumed = findLesson(edition, state.resume.lessonSlug);
    return {
      edition,
      state,
      lastActivityAt: row.lastActivityAt,
      begun: row.lastLessonId !== null,
      block: positions.find(({ lessonId }) => lessonId === resumed?.id)?.block ?? null,
      record:
        recordId !== null && issuedAt !== null
          ? { id: recordId, issuedAt, revoked: row.revokedAt !== null }
          : null,
    };
  });
}
