import type { Actor } from '~/domain/actor';
import { type AttemptLine, latestAttempts, publicQuestions } from '~/domain/assessment/index.server';
import {
  currentEdition,
  type Edition,
  type EditionLesson,
  findLesson,
  lessonsOf,
  pickText,
  type Rendering,
  readText,
} from '~/domain/courses/index.server';
import { notFound } from '~/domain/error';
import type { Locale } from '~/i18n/locales';
import type { PublicQuestion } from '~/mdx/schema';
import type { Db } from '~db/open.server';
import { notEnrolled } from './errors';
import { type EnrolmentState, stateFrom } from './find-enrolment-state.server';
import { type LessonState, type Progress, visitDue } from './rules';
import { statements } from './statements.server';

export type OpenedLesson = {
  edition: Edition;
  lesson: EditionLesson;
  /** The language of the text; another than was asked for where the course has no text in that. */
  locale: Locale;
  textDigest: string;
  /** Whether the text is a translation of an older source text. */
  stale: boolean;
  text: Rendering;
  previous: EditionLesson | null;
  next: EditionLesson | null;
  /** Without keys and feedback; empty unless the lesson is a quiz. */
  questions: PublicQuestion[];
  /** Percent needed to pass the quiz. */
  mark: number;
  /** Null for a preview read by somebody who is not enrolled. */
  enrolment: EnrolmentState | null;
  /** How each lesson stands, by its id; empty for who is not enrolled. */
  states: Progress['states'];
  /** How this lesson stands, and when it was completed. */
  state: LessonState;
  completedAt: number | null;
  /** The reader's own notes by the Reflect's id. */
  notes: Record<string, string>;
  /** The reader's own attempts, newest first. */
  attempts: AttemptLine[];
  /** Whether `recordVisit` should be called. */
  visitDue: boolean;
};

/**
 * Everything about a lesson that its page shows to `actor`, in `locale` where there is such a text, from one moment.
 * Throws `not-found`, and `not-enrolled` for who is neither enrolled nor before a preview lesson.
 */
export function openLesson(
  db: Db,
  actor: Actor,
  input: { course: string; lesson: string; locale: Locale; at: number },
): OpenedLesson {
  // Before the transaction: editions and texts never change, and are kept only when read outside one.
  const edition = currentEdition(db, input.course);
  const lesson = edition && findLesson(edition, input.lesson);
  if (!edition || !lesson) throw notFound();
  if (actor.kind !== 'account' && !lesson.preview) throw notEnrolled(false);
  const { locale, text: published } = pickText(lesson, edition, input.locale);
  const text = readText(db, edition.courseId, published.digest);
  const quiz = lesson.kind === 'quiz';
  const own = actor.kind === 'account' ? readOwn(db, actor.id, edition, lesson, text, quiz) : nothing;
  if (!own.row && !lesson.preview) throw notEnrolled(false);
  const lessons = lessonsOf(edition);
  const at = lessons.indexOf(lesson);
  const standing = own.row ? stateFrom(edition, own.row, own.completions) : null;
  return {
    edition,
    lesson,
    locale,
    textDigest: published.digest,
    stale: published.stale,
    text,
    previous: lessons[at - 1] ?? null,
    next: lessons[at + 1] ?? null,
    questions: quiz ? publicQuestions(db, published.digest) : [],
    mark: text.quiz?.pass ?? edition.mark,
    enrolment: standing?.state ?? null,
    states: standing?.states ?? new Map(),
    state: standing?.states.get(lesson.id)?.state ?? 'open',
    completedAt: standing?.states.get(lesson.id)?.completedAt ?? null,
    notes: Object.fromEntries(own.notes.map(({ id, note }) => [id, note])),
    attempts: own.attempts,
    visitDue: own.row ? visitDue(own.row, lesson.id, input.at) : false,
  };
}

type Own = Pick<ReturnType<typeof readOwn>, 'row' | 'completions' | 'notes' | 'attempts'>;
const nothing: Own = { row: undefined, completions: [], notes: [], attempts: [] };
const attemptsShown = 5;

function readOwn(
  db: Db,
  account: number,
  edition: Edition,
  lesson: EditionLesson,
  text: Rendering,
  quiz: boolean,
) {
  const { enrolment, completions, notes } = statements(db);
  const key = { account, course: edition.courseId };
  return db.transaction(() => {
    const row = enrolment.get(key);
    return {
      row,
      completions: row ? completions.all(key) : [],
      notes: text.reflections.length > 0 ? notes.all({ account, lesson: lesson.id }) : [],
      attempts: row && quiz ? latestAttempts(db, account, lesson.id, attemptsShown) : [],
    };
  });
}
