// What a lesson's page shows of what was done here and is not sent, and of what cannot be done without a connection.
import { type ReactNode, useMemo } from 'react';
import type { LessonState } from '~/domain/learning/rules';
import type { LessonData } from '~/ui/learning/lesson-data';
import { Notice } from '~/ui/primitives/notice';
import { useOfflineView, useWaitingAnswer } from './offline-view';

/** The page's data with lessons counted as complete whose completion waits on this device; the same data where none does. */
export function useWithWaiting(data: LessonData): LessonData {
  const { waiting } = useOfflineView();
  const done = waiting
    .filter(
      ({ what, state, course }) =>
        what === 'completion' && state === 'waiting' && course === data.course.slug,
    )
    .map(({ lesson }) => lesson)
    .join(' ');
  return useMemo(() => (done ? withCompleted(data, done.split(' ')) : data), [data, done]);
}

function withCompleted(data: LessonData, done: string[]): LessonData {
  const { enrolment, lesson } = data;
  if (!enrolment) return data;
  const isNew = (each: { slug: string; state: LessonState }) =>
    done.includes(each.slug) && each.state !== 'complete' && each.state !== 'changed';
  const lessons = data.modules.flatMap((module) => module.lessons);
  const more = lessons.filter((each) => each.required && isNew(each)).length;
  return {
    ...data,
    modules: data.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((each) =>
        isNew(each) ? { ...each, state: 'complete' as const, waiting: true } : each,
      ),
    })),
    lesson: isNew(lesson) ? { ...lesson, state: 'complete', completedOn: null } : lesson,
    enrolment: { ...enrolment, done: enrolment.done + more },
  };
}

/** Says that the lesson's completion is noted here and goes out later. */
export function CompletionWaits({ course, lesson }: { course: string; lesson: string }) {
  const { waiting, words } = useOfflineView();
  const waits = waiting.some(
    (each) =>
      each.what === 'completion' &&
      each.state === 'waiting' &&
      each.course === course &&
      each.lesson === lesson,
  );
  return waits && words ? <Notice tone="positive">{words.completeWaits}</Notice> : null;
}

/**
 * A quiz is marked on the server. On a page that was kept it can only be read, until there is a connection and the page is a new one.
 * On a page whose connection broke off, what was answered stays and can be changed; it is saved and handed in once there is one again.
 */
export function NeedsNetwork({ children }: { children: ReactNode }) {
  const { offline, keptPage, words } = useOfflineView();
  return (
    <>
      {(offline || keptPage) && words && (
        <div className="mt-6">
          <Notice tone="warning" title={words.quizTitle}>
            {words.quiz}
          </Notice>
        </div>
      )}
      <fieldset disabled={keptPage} className="contents">
        {children}
      </fieldset>
    </>
  );
}

/** Gives `children` what was written here under a Reflect and is not sent. */
export function WaitingAnswer(props: {
  course: string;
  lesson: string;
  id: string;
  children(note: string | undefined): ReactNode;
}) {
  const { course, lesson, id, children } = props;
  return <>{children(useWaitingAnswer(course, lesson, id))}</>;
}

/** Beside a lesson in a list. */
export function WillBeSent() {
  const { words } = useOfflineView();
  return words ? <span className="text-xs font-normal text-muted">{words.willBeSent}</span> : null;
}
