import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { currentEdition, viewOf } from '~/domain/courses/index.server';
import type { EnrolmentView } from '~/domain/courses/schema';
import { notFound } from '~/domain/error';
import { type EnrolmentState, findEnrolmentState } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import { CoursePage } from '~/ui/courses/course-page';

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, locale, m, params } = await enter(args, 'anyone');
  const edition = currentEdition(db, params.course ?? '');
  if (!edition) throw notFound();
  const course = viewOf(edition, locale);
  const state = findEnrolmentState(db, actor, edition);
  return {
    title: `${course.title} · ${m.common.name}`,
    course,
    enrolment: state && shown(state),
  };
}

function shown(state: EnrolmentState): EnrolmentView {
  const { completed, changed, again, done, total, recordId } = state;
  const finished = state.completedAt !== null || state.all;
  return { next: state.resume.lessonSlug, completed, changed, again, done, total, finished, recordId };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.course.summary },
];

export default function Course() {
  return <CoursePage {...useLoaderData<typeof loader>()} />;
}
