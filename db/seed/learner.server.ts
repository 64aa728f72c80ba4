// How one person studies: sits down now and then, goes on where the platform says, reads, takes quizzes, comes back or does not.
// Everything happens through the commands that the pages call, and what happens next follows from what they answer.
import type { AccountActor } from '~/domain/actor';
import {
  currentEdition,
  type EditionLesson,
  findLesson,
  lessonsOf,
  pickText,
} from '~/domain/courses/index.server';
import { DomainError } from '~/domain/error';
import {
  completeLesson,
  type EnrolmentState,
  enrol,
  findEnrolmentState,
  recordVisit,
  reviewChanges,
  savePosition,
} from '~/domain/learning/index.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '../open.server';
import { type Habit, minute, nextSitting, second } from './calendar';
import { actorOf } from './founding.server';
import { annotate, lastBlockOf, reflect } from './notes.server';
import { takeQuiz } from './quiz.server';
import type { Random } from './random';

/** What somebody does, step by step: yields when they go on (epoch milliseconds), and goes on when it is that time. */
export type Life<Result = void> = Generator<number, Result, number>;

export type Learner = {
  db: Db;
  account: number;
  random: Random;
  /** The language they study in, and another they turn to now and then. */
  locale: Locale;
  other: Locale | null;
  habit: Habit;
  /** Days between two sittings. */
  gap: number;
  /** Minutes of a sitting, about. */
  stay: number;
  /** How fast they read: their minutes to one of the lesson's. */
  pace: number;
  /** How often a question is answered right at the first attempt, 0 to 1. */
  skill: number;
  /** How surely they come back after failing, 0 to 1: some of the others give the course up. */
  persists: number;
  /** How often they look at what changed in lessons they have completed, 0 to 1. */
  heeds: number;
  /** How often a paragraph gets a note, 0 to 1. */
  writes: number;
};

/** A place at which somebody stops. */
export type Stop = {
  when(state: EnrolmentState): boolean;
  /** When they go on (epoch milliseconds); null for never. */
  back: number | null;
  /** They begin the next lesson before they go, and leave off in the middle. */
  amid: boolean;
};

export type CoursePlan = {
  course: string;
  /** When they enrol. */
  at: number;
  /** False: they enrol and never open a lesson. */
  begins: boolean;
  /** In turn; after the last they go on to the end. */
  stops: Stop[];
};

/** Where a step left somebody: `at` what time, and whether they go on, leave for the day, or give the course up. */
export type Left = { at: number; on: 'stay' | 'leave' | 'give-up' };
export type Opened = { course: string; lesson: EditionLesson; locale: Locale; textDigest: string };

/** Takes one course from enrolling as far as the plan and the learner's luck go. */
export function* takeCourse(learner: Learner, plan: CoursePlan): Life {
  const { db, random, account } = learner;
  const { course } = plan;
  let at = yield plan.at;
  enrol(db, actorOf(db, account), { course, at });
  if (!plan.begins) return;
  const stops = [...plan.stops];
  // Most people look in at once.
  let next = random.chance(0.7) ? at + 2 * minute : nextSitting(random, at, learner.gap, learner.habit);
  for (;;) {
    at = yield next;
    const end = at + learner.stay * random.between(0.5, 1.5) * minute;
    let on: Left['on'] | 'done' = 'stay';
    do {
      const actor = actorOf(db, account);
      const state = stateOf(db, actor, course);
      const [stop] = stops;
      if (state.completedAt !== null || state.all) on = 'done';
      else if (stop?.when(state)) {
        stops.shift();
        if (stop.amid) yield* glance(learner, actor, course, at, state);
        if (stop.back === null) return;
        at = Math.max(at, stop.back);
        on = 'leave';
      } else {
        const left: Left = yield* openNext(learner, actor, course, at, state);
        at = yield left.at;
        on = left.on;
      }
    } while (on === 'stay' && at < end);
    if (on === 'give-up') return;
    if (on === 'done') return yield* lookBack(learner, course, at);
    next = nextSitting(random, at, learner.gap * random.between(0.6, 1.6), learner.habit);
  }
}

const stateOf = (db: Db, actor: AccountActor, course: string): EnrolmentState => {
  const edition = currentEdition(db, course);
  const state = edition && findEnrolmentState(db, actor, edition);
  if (!state) throw new Error(`${actor.email} is not enrolled in ${course}`);
  return state;
};

/** Opens the lesson at which the course goes on, in a language of the learner's, and does it. */
function* openNext(
  learner: Learner,
  actor: AccountActor,
  course: string,
  now: number,
  state: EnrolmentState,
): Life<Left> {
  const { db, random } = learner;
  if (random.chance(learner.heeds)) seeChanges(db, actor, course, state, now);
  const edition = currentEdition(db, course);
  const lesson = edition && findLesson(edition, state.resume.lessonSlug);
  if (!edition || !lesson) throw new Error(`${course} has no lesson to go on with`);
  const wanted = learner.other && random.chance(0.12) ? learner.other : learner.locale;
  const locale = lesson.texts[wanted] ? wanted : (edition.languages[0] ?? 'en');
  const opened = { course, lesson, locale, textDigest: lesson.texts[locale]?.digest ?? '' };
  recordVisit(db, actor, { courseId: edition.courseId, lessonId: lesson.id, at: now });
  try {
    if (lesson.kind === 'quiz') return yield* takeQuiz(learner, actor, opened, now);
    return yield* read(learner, actor, opened, edition.courseId, now);
  } catch (error) {
    // A new edition came while the page was open: they see that, and go on another day.
    if (error instanceof DomainError && error.code === 'lesson-changed')
      return { at: now + 10 * minute, on: 'leave' };
    throw error;
  }
}

function* read(
  learner: Learner,
  actor: AccountActor,
  opened: Opened,
  courseId: number,
  now: number,
): Life<Left> {
  const { db, random, pace } = learner;
  const { course, lesson, locale, textDigest } = opened;
  const time = (lesson.texts[locale]?.minutes ?? 5) * pace * random.between(0.8, 1.3) * minute;
  const blocks = lastBlockOf(db, courseId, textDigest);
  const here = { course, lesson: lesson.slug };
  const early = random.chance(0.14);
  const part = early ? random.between(0.2, 0.8) : random.between(0.4, 0.9);
  let at = yield now + part * time;
  savePosition(db, actor, { ...here, block: Math.max(1, Math.round(part * blocks)), at });
  if (random.chance(learner.writes)) annotate(learner, actor, opened, courseId, at);
  if (early) return { at, on: 'leave' };
  at = yield now + time;
  savePosition(db, actor, { ...here, block: Math.max(1, blocks), at });
  if (random.chance(0.2 + learner.writes)) reflect(learner, actor, opened, courseId, at);
  completeLesson(db, actor, { ...here, textDigest, at });
  return { at: at + 20 * second, on: 'stay' };
}

/** Begins the next lesson and leaves off somewhere in it. A quiz is only looked at. */
function* glance(
  { db, random, locale }: Learner,
  actor: AccountActor,
  course: string,
  now: number,
  state: EnrolmentState,
): Life {
  const edition = currentEdition(db, course);
  const lesson = edition && findLesson(edition, state.resume.lessonSlug);
  if (!edition || !lesson) return;
  recordVisit(db, actor, { courseId: edition.courseId, lessonId: lesson.id, at: now });
  if (lesson.kind === 'quiz') return;
  const { text } = pickText(lesson, edition, locale);
  const part = random.between(0.25, 0.7);
  const at = yield now + part * text.minutes * minute;
  const block = Math.max(1, Math.round(part * lastBlockOf(db, edition.courseId, text.digest)));
  savePosition(db, actor, { course, lesson: lesson.slug, block, at });
}

/** Looks at what a newer edition changed in lessons that are complete. */
function seeChanges(db: Db, actor: AccountActor, course: string, state: EnrolmentState, at: number): void {
  const number = currentEdition(db, course)?.number ?? 0;
  for (const lesson of state.changed) reviewChanges(db, actor, { course, lesson, edition: number, at });
}

/** Somebody who is done looks in again weeks later, now and then. */
function* lookBack({ db, account, random, habit }: Learner, course: string, done: number): Life {
  if (!random.chance(0.3)) return;
  const at = yield nextSitting(random, done, random.between(10, 60), habit);
  const actor = actorOf(db, account);
  const edition = currentEdition(db, course);
  const lesson = edition && random.pick(lessonsOf(edition));
  if (edition && lesson) recordVisit(db, actor, { courseId: edition.courseId, lessonId: lesson.id, at });
  seeChanges(db, actor, course, stateOf(db, actor, course), at);
}
