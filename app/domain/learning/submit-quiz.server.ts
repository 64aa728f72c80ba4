import type { Actor } from '~/domain/actor';
import {
  checkAnswers,
  findSubmission,
  gradeSitting,
  isOver,
  saveAnswers,
} from '~/domain/assessment/index.server';
import type { SittingForm } from '~/domain/assessment/schema';
import { currentEdition } from '~/domain/courses/index.server';
import { DomainError } from '~/domain/error';
import type { Db } from '~db/open.server';
import { closeSitting } from './close-quiz.server';
import { demandRevision, demandSitting, findQuiz, markOf, type QuizName } from './find-quiz.server';
import { findSighting, keepCompletion, type Settled, settleCourse } from './finish-lesson.server';
import type { SavedQuiz } from './save-quiz.server';

export type QuizOutcome = Settled & {
  attempt: number;
  passed: boolean;
  /**
   * `late`: time was up, and what was saved by then was graded. `already`: this sitting had been handed in with other answers.
   * Null: graded as sent.
   */
  note: 'late' | 'already' | null;
};

type Submission = QuizName & SittingForm & { partly: boolean; at: number };
type Done = { kind: 'done'; outcome: QuizOutcome } | { kind: 'moved'; now: SavedQuiz };

/**
 * Hands in an open sitting: grades it and, when it is passed, completes its lesson, all or nothing. A sitting is one attempt, from
 * however many tabs and however often it is sent. Returns what another tab has saved meanwhile instead, if this page did not know of
 * it. Unless `partly`, asks back what is not answered. Throws what `saveQuiz` and `checkAnswers` throw; what can be kept of answers
 * that are refused is kept.
 */
export function submitQuiz(db: Db, actor: Actor, input: Submission): Done {
  currentEdition(db, input.course);
  const done = db.transaction(() => submit(db, actor, input), { behavior: 'immediate' });
  if (done instanceof DomainError) throw done;
  return done;
}

/** A refusal is returned, not thrown, where what was saved before it shall stay. */
function submit(db: Db, actor: Actor, input: Submission): Done | DomainError {
  const { at, answers } = input;
  const { account, lesson } = findQuiz(db, actor, input);
  const before = findSubmission(db, account, { ...input, lessonId: lesson.id });
  if (before) {
    const sighting = findSighting(db, account, { ...input, textDigest: before.textDigest });
    const { id: attempt, passed, same } = before;
    const outcome = {
      ...settleCourse(db, sighting, at),
      attempt,
      passed,
      note: same ? null : 'already',
    } as const;
    return { kind: 'done', outcome };
  }
  const { sitting, sighting } = demandSitting(db, account, input);
  if (isOver(sitting, at)) {
    const outcome = closeSitting(db, sighting, sitting, at);
    if (outcome) return { kind: 'done', outcome };
    demandRevision(sighting);
  }
  const saved = saveAnswers(db, account, sitting, input);
  if (saved.kind === 'moved') {
    const { version, savedAt, answers: kept } = saved.sitting;
    return { kind: 'moved', now: { saved: false, version, savedAt, answers: kept } };
  }
  const refused = refusalOf(() => {
    demandRevision(sighting);
    // When time is up there is none to ask anything back.
    const timeUp = sitting.dueAt !== null && at >= sitting.dueAt;
    if (!timeUp) checkAnswers(db, { textDigest: sitting.textDigest, answers, partly: input.partly });
  });
  if (refused) return refused;
  const mark = markOf(db, sighting);
  const graded = gradeSitting(db, account, sitting, { answers, mark, submittedAt: at, at });
  if (graded.passed) keepCompletion(db, sighting, at);
  const outcome = {
    ...settleCourse(db, sighting, at),
    attempt: graded.id,
    passed: graded.passed,
    note: null,
  };
  return { kind: 'done', outcome };
}

function refusalOf(check: () => void): DomainError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
