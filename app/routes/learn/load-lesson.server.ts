// What the reader's page shows: asked for by the lesson's own address, and by its forms' addresses when they answer with the page.
import { randomUUID } from 'node:crypto';
import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { readAnswers } from '~/domain/assessment/rules';
import { lessonsOf, pickText } from '~/domain/courses/rules';
import { DomainError } from '~/domain/error';
import { type OpenedLesson, openLesson, readChanges, recordVisit } from '~/domain/learning/index.server';
import { enter, type Visit } from '~/http/enter.server';
import type { Segment } from '~/mdx/schema';
import type { LessonData } from '~/ui/learning/lesson-data';
import { coursePath } from '~/ui/learning/paths';

/** Who may not read the lesson is sent to sign in, or to the course's page, where one enrols. */
export async function loadLesson(args: LoaderFunctionArgs): Promise<LessonData> {
  const visit = await enter(args, 'anyone');
  const { course = '', lesson = '' } = args.params;
  const opened = open(visit, course, lesson);
  if (!opened) {
    await enter(args, 'account');
    throw redirect(coursePath(course, { lng: visit.url.searchParams.get('lng') }));
  }
  noteVisit(visit, opened);
  return present(visit, opened);
}

function open(visit: Visit, course: string, lesson: string): OpenedLesson | null {
  const { db, actor, locale, at } = visit;
  try {
    return openLesson(db, actor, { course, lesson, locale, at });
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
      kind: lesson.kind,
      position: lessonsOf(edition).indexOf(lesson) + 1,
      minutes: text.minutes,
      required: lesson.required,
      locale: opened.locale,
      staleSince: opened.stale ? (edition.languages[0] ?? null) : null,
      digest: opened.textDigest,
      state: opened.state,
      completedAt: opened.completedAt,
    },
    outline: text.outline,
    segments: visit.wholePage ? inPage(text.segments) : text.segments,
    previous: neighbour(opened.previous),
    next: neighbour(opened.next),
    enrolment: enrolment && {
      done: enrolment.done,
      total: enrolment.total,
      completedAt: enrolment.completedAt,
      recordId: enrolment.recordId,
      settle: enrolment.all && enrolment.completedAt === null,
    },
    notes: opened.notes,
    quiz:
      lesson.kind === 'quiz'
        ? {
            questions: opened.questions,
            mark: opened.mark,
            submission: randomUUID(),
            attempts: opened.attempts,
          }
        : null,
    kept: keptFor(visit),
    changes:
      visit.url.searchParams.has('changes') && (opened.state === 'changed' || opened.state === 'again')
        ? readChanges(visit.db, actor, edition, lesson)
        : null,
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
  if (form === 'attempt') return { answers: readAnswers(kept.fields) };
  const note = kept.fields.find(([name]) => name === 'note')?.[1];
  return form === 'reflections' && id && note !== undefined ? { note: { id, note } } : null;
}
