import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { describeCourse } from '~/domain/courses/index.server';
import type { EnrolmentView } from '~/domain/courses/schema';
import { type EnrolmentState, findEnrolmentState, listPastLessons } from '~/domain/learning/index.server';
import { attestation } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { CoursePage } from '~/ui/courses/course-page';

export async function loader(args: LoaderFunctionArgs) {
  const { app, db, actor, locale, m, params } = await enter(args, 'anyone');
  const { edition, view, news, earlier } = describeCourse(db, { course: params.course ?? '', locale });
  const state = findEnrolmentState(db, actor, edition);
  return {
    title: `${view.title} · ${m.common.name}`,
    course: view,
    news,
    earlier,
    enrolment: state && shown(state),
    past: state ? listPastLessons(db, actor, edition) : [],
    sample: {
      holder: actor.kind === 'account' ? actor.name : null,
      issuer: app.keys.name,
      attests: attestation(view.lang, edition.number),
    },
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
