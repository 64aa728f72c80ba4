import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { currentEdition, findLesson } from '~/domain/courses/index.server';
import { enrol, findEnrolmentState } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { coursePath, lessonPath } from '~/ui/learning/paths';

export async function loader(args: LoaderFunctionArgs) {
  const { url } = await enter(args, 'anyone');
  return redirect(coursePath(args.params.course ?? '', { lng: url.searchParams.get('lng') }));
}

/** Enrols, and opens the lesson that the form came from, or the one to begin with. */
export async function action(args: ActionFunctionArgs) {
  const { db, actor, at, url } = await enter(args, 'account');
  const { course = '' } = args.params;
  const asked = (await readForm(args.request)).get('lesson');
  enrol(db, actor, { course, at });
  const lng = url.searchParams.get('lng');
  const edition = currentEdition(db, course);
  if (!edition) return redirect('/courses');
  const lesson =
    typeof asked === 'string' && findLesson(edition, asked)
      ? asked
      : findEnrolmentState(db, actor, edition)?.resume.lessonSlug;
  return redirect(lesson ? lessonPath(course, lesson, { lng }) : coursePath(course, { lng }));
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
