import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pickText } from '~/domain/courses/rules';
import { openAttempt } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import { type AttemptData, AttemptPage } from '~/ui/quiz/attempt-page';

export async function loader(args: LoaderFunctionArgs): Promise<AttemptData> {
  const { db, actor, locale, m } = await enter(args, 'account');
  const { course = '', lesson: slug = '', attempt: id } = args.params;
  const opened = openAttempt(db, actor, { course, lesson: slug, attempt: Number(id) });
  const { edition, lesson, next, finished } = opened;
  const { id: _id, ...attempt } = opened.attempt;
  const { title } = pickText(lesson, edition, locale).text;
  return {
    title: m.quizzes.attempt.title({ lesson: title }),
    course: { slug: edition.slug, title: edition.titles[locale], theme: edition.theme },
    lesson: { slug: lesson.slug, title },
    attempt,
    next,
    finished,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Attempts() {
  return <AttemptPage data={useLoaderData<typeof loader>()} />;
}
