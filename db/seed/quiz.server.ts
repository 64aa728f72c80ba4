// How a learner takes a quiz: one question after the other, right or wrong in proportion, sometimes in two goes, sometimes again.
import { asc, eq } from 'drizzle-orm';
import type { AccountActor } from '~/domain/actor';
import { findSitting } from '~/domain/assessment/index.server';
import { currentEdition, editionById } from '~/domain/courses/index.server';
import { DomainError } from '~/domain/error';
import { saveQuiz, startQuiz, submitQuiz } from '~/domain/learning/index.server';
import type { Question } from '~/mdx/schema';
import type { Db } from '../open.server';
import { attempts, questions } from '../schema';
import { answerTo } from './answers';
import { minute, second } from './calendar';
import type { Learner, Left, Life, Opened } from './learner.server';
import { randomOf } from './random';

/** Sits the quiz once, or twice in a row after failing. Passing stays, failing may leave for the day or for good. */
export function* takeQuiz(
  learner: Learner,
  actor: AccountActor,
  { course, lesson, locale }: Opened,
  now: number,
): Life<Left> {
  const { db, random } = learner;
  const here = { course, lesson: lesson.slug };
  let at = now;
  for (;;) {
    let begun: ReturnType<typeof startQuiz>;
    try {
      begun = startQuiz(db, actor, { ...here, locale, at });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'attempts-used') return { at, on: 'give-up' };
      if (error.code !== 'attempt-too-soon') throw error;
      return { at: at + (error.details.retryAfter ?? 0) * second, on: 'leave' };
    }
    const open = findSitting(db, actor.id, lesson.id);
    // Time had run out while they were away: what was saved is graded, and they try again another day.
    if (!('sitting' in begun) || !open) return { at, on: 'leave' };

    const asked = questionsOf(db, open.textDigest);
    const practice = madeBefore(db, actor.id, lesson.id);
    const answers: Record<string, string[]> = Object.fromEntries(
      asked.map((question): [string, string[]] => {
        const kept = open.answers[question.id];
        if (kept && kept.length > 0) return [question.id, kept];
        const right = random.chance(learner.skill + Math.min(3, practice) * 0.1 - hardness(course, question));
        return [question.id, answerTo(question, right, random)];
      }),
    );
    const whole = asked.length * random.between(25, 70) * second;
    const time = open.dueAt === null ? whole : Math.min(whole, (open.dueAt - at) * 0.9);
    if (random.chance(0.05)) {
      at = yield at + time / 2;
      const half = Object.fromEntries(Object.entries(answers).slice(0, Math.ceil(asked.length / 2)));
      saveQuiz(db, actor, { ...here, sitting: open.id, version: open.version, answers: half, at });
      return { at, on: random.chance(0.2 * (1 - learner.persists)) ? 'give-up' : 'leave' };
    }
    at = yield at + time;
    const done = submitQuiz(db, actor, {
      ...{ ...here, sitting: open.id, version: open.version, answers, partly: false, at },
    });
    at += 30 * second;
    if (done.kind === 'moved' || done.outcome.passed) return { at, on: 'stay' };
    if (random.chance((0.08 + 0.05 * practice) * (1 - learner.persists))) return { at, on: 'give-up' };
    // Some read the feedback and try at once, others sleep over it.
    if (!random.chance(0.4)) return { at, on: 'leave' };
    at = yield at + random.between(2, 9) * minute;
    if (currentEdition(db, course)?.id !== editionById(db, open.editionId).id) return { at, on: 'leave' };
  }
}

const questionsOf = (db: Db, textDigest: string): Question[] =>
  db
    .select({ definition: questions.definition })
    .from(questions)
    .where(eq(questions.textDigest, textDigest))
    .orderBy(asc(questions.position))
    .all()
    .map(({ definition }) => JSON.parse(definition) as Question);

const madeBefore = (db: Db, accountId: number, lessonId: number): number =>
  db
    .select({ lessonId: attempts.lessonId })
    .from(attempts)
    .where(eq(attempts.accountId, accountId))
    .all()
    .filter((attempt) => attempt.lessonId === lessonId).length;

/** How much more rarely this question is answered right than others: some are hard for everybody. */
const hardness = (course: string, { id }: Question): number =>
  randomOf(`${course}/${id}`).weighted([
    [-0.06, 5],
    [0.02, 3],
    [0.16, 2],
    [0.3, 1],
  ]);
