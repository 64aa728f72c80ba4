import type { Db } from '~db/open.server';
import { currentEdition, lessonsOf } from '../courses/index.server';
import { type Completed, isFinished, progressOf } from '../learning/rules';
import { row, rows } from './statements.server';

/** Required lessons done and all required lessons of the newest edition, by the learner's own page's rule. */
export function readProgress(
  db: Db,
  enrolment: { accountId: number; courseId: number; completedAt: number | null; renewalAt: number | null },
): { done: number; total: number } {
  const course = row<{ slug: string }>(db, 'select slug from courses where id = ?', [enrolment.courseId]);
  const edition = course && currentEdition(db, course.slug);
  if (!edition) return { done: 0, total: 0 };
  const completions = rows<Completed>(
    db,
    `select c.lesson_id as lessonId, c.revision, c.text_digest as textDigest, c.locale, c.completed_at as completedAt
     from edition_lessons l join completions c on c.account_id = ? and c.lesson_id = l.lesson_id where l.edition_id = ?`,
    [enrolment.accountId, edition.id],
  );
  const { done, total } = progressOf(lessonsOf(edition), completions, isFinished(enrolment));
  return { done, total };
}
