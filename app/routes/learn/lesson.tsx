import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react';
import type { AlikeHandle } from '~/http/alike-pages.server';
import type { LessonData } from '~/ui/learning/lesson-data';
import { LessonPage } from '~/ui/learning/lesson-page';
import { loadLesson } from './load-lesson.server';

export async function loader(args: LoaderFunctionArgs) {
  return await loadLesson(args);
}

/** Learners at the same point of a course have the same page; a quiz names each form it gives out, so none is like another. */
export const handle: AlikeHandle<LessonData> = { alike: (data) => data.quiz === null };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** A note that was saved in place changes nothing else on the page. */
export const shouldRevalidate = ({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formAction?.includes('/reflections/') ? false : defaultShouldRevalidate;

export default function Lesson() {
  return <LessonPage data={useLoaderData<typeof loader>()} />;
}
