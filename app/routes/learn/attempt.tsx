import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readAnswers } from '~/domain/assessment/rules';
import { sittingFormSchema } from '~/domain/assessment/schema';
import { saveQuiz, submitQuiz } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { LessonPage } from '~/ui/learning/lesson-page';
import { lessonPath, lessonSubpath } from '~/ui/learning/paths';
import type { QuizReply } from '~/ui/quiz/quiz-data';
import { announceRecord } from './announce-record.server';
import { loadLesson } from './load-lesson.server';
import { refuseQuiz } from './refuse-quiz.server';

export async function loader(args: LoaderFunctionArgs) {
  return await loadLesson(args);
}

/** Hands in and leads to the result, or saves for later; what cannot be comes back with every answer kept. */
export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { db, actor, at, url } = visit;
  const { course = '', lesson = '' } = args.params;
  const lng = url.searchParams.get('lng');
  const form = [...(await readForm(args.request))];
  const fields = Object.fromEntries(form);
  const answers = readAnswers(form);
  const refuse = (error: string, status: number) =>
    data<QuizReply>({ form: 'quiz', error, fields: {}, answers }, { status });
  const sent = sittingFormSchema.safeParse({ ...fields, answers });
  if (!sent.success) return refuse('form-damaged', 400);
  const input = { ...sent.data, course, lesson, at };
  try {
    if (fields.intent === 'save') {
      return saveQuiz(db, actor, input).saved
        ? redirect(lessonPath(course, lesson, { lng, saved: 'answers', hash: 'quiz' }))
        : refuse('sitting-moved', 409);
    }
    const done = submitQuiz(db, actor, { ...input, partly: fields.partly === '1' });
    if (done.kind === 'moved') return refuse('sitting-moved', 409);
    await announceRecord(visit, done.outcome);
    const { attempt, note } = done.outcome;
    return redirect(lessonSubpath(course, lesson, `attempts/${attempt}`, { lng, said: note }));
  } catch (error) {
    const { reply, init } = refuseQuiz(error, answers);
    return data<QuizReply>(reply, init);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Attempt() {
  return <LessonPage data={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
