import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { startQuiz } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import { LessonPage } from '~/ui/learning/lesson-page';
import { lessonPath, lessonSubpath } from '~/ui/learning/paths';
import type { QuizReply } from '~/ui/quiz/quiz-data';
import { announceRecord } from './announce-record.server';
import { loadLesson } from './load-lesson.server';
import { refuseQuiz } from './refuse-quiz.server';

export async function loader(args: LoaderFunctionArgs) {
  return await loadLesson(args);
}

/** Begins an attempt, or goes on with the open one. One whose time is up meanwhile leads to its result. */
export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { course = '', lesson = '' } = args.params;
  const lng = visit.url.searchParams.get('lng');
  try {
    const { db, actor, locale, at } = visit;
    const begun = startQuiz(db, actor, { course, lesson, locale, at });
    if ('sitting' in begun) return redirect(lessonPath(course, lesson, { lng, hash: 'quiz' }));
    await announceRecord(visit, begun);
    return redirect(lessonSubpath(course, lesson, `attempts/${begun.attempt}`, { lng, said: begun.note }));
  } catch (error) {
    const { reply, init } = refuseQuiz(error, {});
    return data<QuizReply>(reply, init);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Sitting() {
  return <LessonPage data={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
