import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saveReflection } from '~/domain/learning/index.server';
import { plainLineEnds } from '~/domain/learning/rules';
import { reflectionSchema } from '~/domain/learning/schema';
import { enter } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { submit } from '~/http/submit.server';
import type { LessonReply } from '~/ui/learning/lesson-data';
import { LessonPage } from '~/ui/learning/lesson-page';
import { lessonPath } from '~/ui/learning/paths';
import { dividerOf } from './divider.server';
import { loadLesson } from './load-lesson.server';

export async function loader(args: LoaderFunctionArgs) {
  return await loadLesson(args);
}

/** Saves a note: in place when the page asks so, else back to where the note stands. What is refused keeps its text. */
export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { course = '', lesson = '', reflection = '' } = args.params;
  const form = await readForm(args.request);
  const typed = form.get('note');
  const note = typeof typed === 'string' ? plainLineEnds(typed) : '';
  const reply = (error: string | null, saved = { note, version: null as number | null }): LessonReply => ({
    ...{ form: 'reflection', id: reflection, error, sent: note },
    ...{ note: saved.note, version: saved.version },
  });
  const done = await submit(visit, reflectionSchema, (input) =>
    saveReflection(visit.db, visit.actor, {
      course,
      lesson,
      reflection,
      textDigest: input.text,
      note: input.note,
      version: input.version,
      divider: dividerOf(visit),
      at: visit.at,
    }),
  );
  if (!done.ok) {
    const errors = Object.values(done.reply.data.error ?? {}).flatMap((codes) => codes ?? []);
    return data(reply(errors[0] ?? 'form-damaged'), done.reply.init ?? undefined);
  }
  if (form.has('inline')) return data(reply(null, done.value));
  const lng = visit.url.searchParams.get('lng');
  return redirect(lessonPath(course, lesson, { lng, saved: reflection, hash: `note-${reflection}` }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Reflection() {
  return <LessonPage data={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
