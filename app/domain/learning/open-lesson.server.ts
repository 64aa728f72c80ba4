import type { Actor } from '~/domain/actor';
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
import { pairBlocks } from '~/mdx/index.server';
import type { Row } from '~/mdx/schema';
import type { Db } from '~db/open.server';
import { notEnrolled } from './errors';
import { type EnrolmentState, stateFrom } from './find-enrolment-state.server';
import { type OpenedQuiz, openQuiz } from './open-quiz.server';
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
  /** The same lesson in a second language, block by block beside the first, when that was asked for and there is one. */
  beside: { locale: Locale; rows: Row[] } | null;
  previous: EditionLesson | null;
  next: EditionLesson | null;
  /** How the reader stands before the quiz; null unless the lesson is one. */
  quiz: OpenedQuiz | null;
  /** Null for a preview read by somebody who is not enrolled. */
  enrolment: EnrolmentState | null;
  /** How each lesson stands, by its id; empty for who is not enrolled. */
  states: Progress['states'];
  /** How this lesson stands, and when it was completed. */
  state: LessonState;
  completedAt: number | null;
  /** The reader's own notes by the Reflect's id. */
  notes: Record<string, string>;
  /** How often each of those was saved: what a form says it started from. */
  noteVersions: Record<string, number>;
  /** Whether `recordVisit` should be called. */
  visitDue: boolean;
};

/**
 * Everything about a lesson that its page shows to `actor`, in `locale` where there is such a text, from one moment; `beside`
 * asks for a second language next to it.
 * Throws `not-found`, and `not-enrolled` for who is neither enrolled nor before a preview lesson.
 */
export function openLesson(
  db: Db,
  actor: Actor,
  input: { course: string; lesson: string; locale: Locale; beside?: Locale | null; at: number },
): OpenedLesson {
  // Before the transaction: editions and texts never change, and are kept only when read outside one.
  const edition = currentEdition(db, input.course);
  const lesson = edition && findLesson(edition, input.lesson);
  if (!edition || !lesson) throw notFound();
  if (actor.kind !== 'account' && !lesson.preview) throw notEnrolled(false);
  const { locale, text: published } = pickText(lesson, edition, input.locale);
  const text = readText(db, edition.courseId, published.digest);
  const quiz = lesson.kind === 'quiz';
  const seen = { edition, lesson, textDigest: published.digest, at: input.at };
  const own = actor.kind === 'account' ? readOwn(db, actor.id, seen, text, quiz) : nothing;
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
    beside: besideOf(db, edition, lesson, { locale, segments: text.segments }, input.beside),
    previous: lessons[at - 1] ?? null,
    next: lessons[at + 1] ?? null,
    quiz: own.quiz ?? (quiz ? openQuiz(db, null, seen) : null),
    enrolment: standing?.state ?? null,
    states: standing?.states ?? new Map(),
    state: standing?.states.get(lesson.id)?.state ?? 'open',
    completedAt: standing?.states.get(lesson.id)?.completedAt ?? null,
    notes: Object.fromEntries(own.notes.map(({ id, note }) => [id, note])),
    noteVersions: Object.fromEntries(own.notes.map(({ id, version }) => [id, version])),
    visitDue: own.row ? visitDue(own.row, lesson.id, input.at) : false,
  };
}

function besideOf(
  db: Db,
  edition: Edition,
  lesson: EditionLesson,
  first: { locale: Locale; segments: Rendering['segments'] },
  second: Locale | null | undefined,
): OpenedLesson['beside'] {
  const published = second && second !== first.locale ? lesson.texts[second] : undefined;
  if (!second || !published) return null;
  const { segments } = readText(db, edition.courseId, published.digest);
  return { locale: second, rows: pairBlocks(first.segments, segments, second) };
}

type Own = Pick<ReturnType<typeof readOwn>, 'row' | 'completions' | 'notes' | 'quiz'>;
const nothing: Own = { row: undefined, completions: [], notes: [], quiz: null };

function readOwn(
  db: Db,
  account: number,
  seen: { edition: Edition; lesson: EditionLesson; textDigest: string; at: number },
  text: Rendering,
  quiz: boolean,
) {
  const { edition, lesson } = seen;
  const { enrolment, completions, notes } = statements(db);
  const key = { account, course: edition.courseId };
  return db.transaction(() => {
    const row = enrolment.get(key);
    return {
      row,
      completions: row ? completions.all(key) : [],
      notes: text.reflections.length > 0 ? notes.all({ account, lesson: lesson.id }) : [],
      quiz: row && quiz ? openQuiz(db, account, seen) : null,
    };
  });
}
