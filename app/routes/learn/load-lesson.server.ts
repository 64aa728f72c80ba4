// What the reader's page shows: asked for by the lesson's own address, and by its forms' addresses when they answer with the page.
import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { readAnswers } from '~/domain/assessment/rules';
import { lessonsOf, pickText } from '~/domain/courses/rules';
import { DomainError } from '~/domain/error';
import {
  closeQuiz,
  type OpenedLesson,
  type OpenedQuiz,
  openLesson,
  recordVisit,
} from '~/domain/learning/index.server';
import { enter, type Visit } from '~/http/enter.server';
import { formatFor } from '~/i18n/format';
import { isLocale, locales } from '~/i18n/locales';
import type { Segment } from '~/mdx/schema';
import type { LessonData } from '~/ui/learning/lesson-data';
import { coursePath, lessonPath, lessonSubpath } from '~/ui/learning/paths';
import type { QuizData } from '~/ui/quiz/quiz-data';
import { QuizPanel } from '~/ui/quiz/quiz-panel';
import { provideQuizPanel } from '~/ui/quiz/quiz-place';
import { announceRecord } from './announce-record.server';

provideQuizPanel(QuizPanel);

/** Who may not read the lesson is sent to sign in, or to the course's page, where one enrols. */
export async function loadLesson(args: LoaderFunctionArgs): Promise<LessonData> {
  const visit = await enter(args, 'anyone');
  const { course = '', lesson = '' } = args.params;
  const opened = open(visit, course, lesson);
  if (!opened) {
    await enter(args, 'account');
    throw redirect(coursePath(course, { lng: visit.url.searchParams.get('lng') }));
  }
  if (opened.quiz?.sitting?.over) throw await closed(visit, course, lesson);
  noteVisit(visit, opened);
  return present(visit, opened);
}

/** Time was up when nobody looked: what was saved by then is graded now, and its result shown. */
async function closed(visit: Visit, course: string, lesson: string): Promise<Response> {
  const { db, actor, at, url } = visit;
  const lng = url.searchParams.get('lng');
  const outcome = closeQuiz(db, actor, { course, lesson, at });
  if (!outcome) return redirect(lessonPath(course, lesson, { lng }));
  await announceRecord(visit, outcome);
  return redirect(lessonSubpath(course, lesson, `attempts/${outcome.attempt}`, { lng, said: outcome.note }));
}

function open(visit: Visit, course: string, lesson: string): OpenedLesson | null {
  const { db, actor, locale, at, url } = visit;
  const second = url.searchParams.get('beside');
  try {
    return openLesson(db, actor, { course, lesson, locale, beside: isLocale(second) ? second : null, at });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-enrolled') return null;
    throw error;
  }
}

/** A page that was only fetched in advance was not opened; and a full disk is no reason not to read. */
function noteVisit(
  { db, actor, at, app, request }: Visit,
  { visitDue, edition, lesson }: OpenedLesson,
): void {
  if (
    !visitDue ||
    /prefetch/.test(request.headers.get('purpose') ?? request.headers.get('sec-purpose') ?? '')
  ) {
    return;
  }
  try {
    recordVisit(db, actor, { courseId: edition.courseId, lessonId: lesson.id, at });
  } catch (error) {
    app.log.warn({ err: error }, 'a visit was not noted');
  }
}

function present(visit: Visit, opened: OpenedLesson): LessonData {
  const { locale, actor } = visit;
  const { edition, lesson, text, enrolment } = opened;
  const { date } = formatFor(locale, visit.timeZone);
  const day = (at: number | null) => (at === null ? null : date(at));
  const titleOf = (each: typeof lesson) => pickText(each, edition, locale).text.title;
  const neighbour = (each: typeof opened.next) => each && { slug: each.slug, title: titleOf(each) };
  return {
    title: `${text.title} · ${edition.titles[locale]}`,
    signedIn: actor.kind === 'account',
    course: { slug: edition.slug, title: edition.titles[locale], theme: edition.theme },
    modules: edition.modules.map((module) => ({
      title: module.titles[locale],
      lessons: module.lessons.map((each) => ({
        slug: each.slug,
        title: titleOf(each),
        state: opened.states.get(each.id)?.state ?? 'open',
        required: each.required,
        quiz: each.kind === 'quiz',
      })),
    })),
    lesson: {
      slug: lesson.slug,
      title: text.title,
      summary: text.summary,
      objectives: text.objectives,
      kind: lesson.kind,
      position: lessonsOf(edition).indexOf(lesson) + 1,
      minutes: text.minutes,
      required: lesson.required,
      locale: opened.locale,
      staleSince: opened.stale ? (edition.languages[0] ?? null) : null,
      digest: opened.textDigest,
      state: opened.state,
      completedOn: day(opened.completedAt),
    },
    outline: text.outline,
    segments: opened.beside ? [] : visit.wholePage ? inPage(text.segments) : text.segments,
    languages: locales.filter((each) => lesson.texts[each]),
    beside: opened.beside,
    previous: neighbour(opened.previous),
    next: neighbour(opened.next),
    enrolment: enrolment && {
      done: enrolment.done,
      total: enrolment.total,
      completedOn: day(enrolment.completedAt),
      recordId: enrolment.recordId,
      settle: enrolment.all && enrolment.completedAt === null,
    },
    notes: opened.notes,
    noteVersions: opened.noteVersions,
    quiz: opened.quiz && quizOf(opened.quiz, visit.at),
    kept: keptFor(visit),
  };
}

function quizOf({ sitting, ...quiz }: OpenedQuiz, at: number): QuizData {
  return {
    ...quiz,
    attempts: quiz.attempts.map(({ mark: _mark, ...attempt }) => attempt),
    sitting: sitting && {
      id: sitting.id,
      version: sitting.version,
      locale: sitting.locale,
      questions: sitting.questions,
      answers: sitting.answers,
      dueAt: sitting.dueAt,
      left: sitting.dueAt === null ? null : Math.max(0, sitting.dueAt - at),
      limit: (sitting.dueAt ?? 0) - sitting.startedAt,
      savedAt: sitting.savedAt,
      outdated: sitting.outdated,
    },
  };
}

/**
 * The same segments, for a whole page: the browser finds their HTML in the page and needs it no second time in the data beside
 * it. What is not enumerable is there for the rendering and is not sent.
 */
function inPage(segments: Segment[]): Segment[] {
  let made = inPages.get(segments);
  if (!made) {
    made = segments.map((segment) =>
      segment.kind === 'html'
        ? Object.defineProperty({ kind: 'html', html: '' }, 'html', {
            value: segment.html,
            enumerable: false,
          })
        : segment,
    );
    inPages.set(segments, made);
  }
  return made;
}
const inPages = new WeakMap<Segment[], Segment[]>();

/** What was typed into one of this lesson's forms before signing in was asked. */
function keptFor({ kept, params }: Visit): LessonData['kept'] {
  const base = `/courses/${params.course}/lessons/${params.lesson}/`;
  if (!kept?.action.startsWith(base)) return null;
  const [form, id] = kept.action.slice(base.length).split('/');
  if (form === 'attempt' || form === 'sitting') return { answers: readAnswers(kept.fields) };
  const note = kept.fields.find(([name]) => name === 'note')?.[1];
  return form === 'reflections' && id && note !== undefined ? { note: { id, note } } : null;
}
