import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readAnswers } from '~/domain/assessment/rules';
import { attemptSchema } from '~/domain/assessment/schema';
import { DomainError } from '~/domain/error';
import { submitQuiz } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import { statusOf } from '~/http/errors.server';
import { readForm } from '~/http/form.server';
import type { LessonReply } from '~/ui/learning/lesson-data';
import { LessonPage } from '~/ui/learning/lesson-page';
import { lessonSubpath } from '~/ui/learning/paths';
import { announceRecord } from './announce-record.server';
import { loadLesson } from './load-lesson.server';

export async function loader(args: LoaderFunctionArgs) {
  return await loadLesson(args);
}

/** Grades, and leads to the result; what cannot be graded comes back with every answer kept. */
export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { course = '', lesson = '' } = args.params;
  const form = [...(await readForm(args.request))];
  const fields = Object.fromEntries(form);
  const answers = readAnswers(form);
  const refuse = (error: string, status: number, wrong: Record<string, string> = {}) =>
    data<LessonReply>({ form: 'quiz', error, fields: wrong, answers }, { status });
  const sent = attemptSchema.safeParse({ submission: fields.submission, textDigest: fields.text, answers });
  if (!sent.success) return refuse('form-damaged', 400);
  try {
    const done = submitQuiz(visit.db, visit.actor, { ...sent.data, course, lesson, at: visit.at });
    await announceRecord(visit, done);
    const lng = visit.url.searchParams.get('lng');
    return redirect(lessonSubpath(course, lesson, `attempts/${done.attempt}`, { lng }));
  } catch (error) {
    if (!(error instanceof DomainError) || error.refusal === 'forbidden' || error.refusal === 'not-found') {
      throw error;
    }
    return refuse(error.code, statusOf(error), error.details.fields);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Attempt() {
  return <LessonPage data={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
