import { randomInt, randomUUID } from 'node:crypto';
import type { AccountActor } from '~/domain/actor';
import { writeEntry } from '~/domain/audit/index.server';
import type { Locale } from '~/i18n/locales';
import type { QuizRules } from '~/mdx/schema';
import type { Db } from '~db/open.server';
import { sittings } from '~db/schema';
import { attemptsUsed, quizMissing, tooSoon } from './errors';
import { readQuestions } from './read-questions.server';
import { standingOf } from './rules';
import { type Sitting, statements } from './statements.server';

export type BeginInput = {
  lessonId: number;
  /** The lesson's revision: attempts before a major change count no more. */
  revision: number;
  editionId: number;
  textDigest: string;
  locale: Locale;
  rules: QuizRules;
  at: number;
};

/**
 * Begins a sitting. Call it inside an immediate transaction whose caller has checked that the actor may take this quiz and has
 * none open. Throws `quiz-missing`, `attempts-used`, and `attempt-too-soon` with the seconds left.
 */
export function beginSitting(db: Db, actor: AccountActor, input: BeginInput): Sitting {
  const { lessonId, revision, editionId, textDigest, locale, rules, at } = input;
  if (readQuestions(db, textDigest).length === 0) throw quizMissing();
  const { left, nextAt } = standingOf(rules, attemptsMade(db, actor.id, lessonId, revision), at);
  if (left === 0) throw attemptsUsed();
  if (nextAt !== null) throw tooSoon(Math.ceil((nextAt - at) / 1000));
  const sitting = db
    .insert(sittings)
    .values({
      id: randomUUID(),
      accountId: actor.id,
      lessonId,
      editionId,
      textDigest,
      locale,
      seed: randomInt(1, 2 ** 31),
      answers: {},
      startedAt: at,
      dueAt: rules.minutes === undefined ? null : at + rules.minutes * 60_000,
      savedAt: at,
    })
    .returning()
    .get();
  writeEntry(db, actor, {
    action: 'sitting.begun',
    entity: 'sitting',
    entityId: sitting.id,
    detail: { lesson: lessonId, text: textDigest, dueAt: sitting.dueAt },
    at,
  });
  return sitting;
}

/** How often the quiz was handed in since its last major change, and when last. */
export const attemptsMade = (
  db: Db,
  account: number,
  lesson: number,
  revision: number,
): { count: number; lastAt: number | null } =>
  statements(db).made.get({ account, lesson, revision }) ?? { count: 0, lastAt: null };
