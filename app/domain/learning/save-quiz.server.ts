import type { Actor } from '~/domain/actor';
import { saveAnswers } from '~/domain/assessment/index.server';
import type { SittingForm } from '~/domain/assessment/schema';
import { currentEdition } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import { demandRevision, demandSitting, type QuizName } from './find-quiz.server';

export type SavedQuiz = {
  /** False: other answers were saved since this page was made; nothing was written, and these are the ones that are kept. */
  saved: boolean;
  version: number;
  savedAt: number;
  answers: Record<string, string[]>;
};

/**
 * Keeps the half-done answers of an open sitting. Throws `sitting-unknown`, `sitting-over`, `answers-unfit`, `lesson-changed`, and
 * what `startQuiz` throws of who may.
 */
export function saveQuiz(db: Db, actor: Actor, input: QuizName & SittingForm & { at: number }): SavedQuiz {
  currentEdition(db, input.course);
  return db.transaction(
    () => {
      const { sitting, sighting } = demandSitting(db, actor, input);
      demandRevision(sighting);
      const { kind, sitting: kept } = saveAnswers(db, sighting.actor, sitting, input);
      const { version, savedAt, answers } = kept;
      return { saved: kind === 'saved', version, savedAt, answers };
    },
    { behavior: 'immediate' },
  );
}
