import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { DomainError } from '~/domain/error';
import { completeLesson } from '~/domain/learning/index.server';
import { textDigestSchema } from '~/domain/learning/schema';
import { enter } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { lessonPath } from '~/ui/learning/paths';
import { announceRecord } from './announce-record.server';

export async function loader(args: LoaderFunctionArgs) {
  const { url } = await enter(args, 'anyone');
  return redirect(
    lessonPath(args.params.course ?? '', args.params.lesson ?? '', { lng: url.searchParams.get('lng') }),
  );
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { course = '', lesson = '' } = args.params;
  const lng = visit.url.searchParams.get('lng');
  const text = textDigestSchema.safeParse((await readForm(args.request)).get('text'));
  if (!text.success) return redirect(lessonPath(course, lesson, { lng, said: 'form-damaged' }));
  try {
    const done = completeLesson(visit.db, visit.actor, {
      course,
      lesson,
      textDigest: text.data,
      at: visit.at,
    });
    await announceRecord(visit, done);
    return redirect(
      done.next && !done.issued
        ? lessonPath(course, done.next, { lng })
        : lessonPath(course, lesson, { lng, finished: done.courseCompleted ? '1' : null }),
    );
  } catch (error) {
    if (!(error instanceof DomainError) || error.refusal === 'forbidden' || error.refusal === 'not-found') {
      throw error;
    }
    return redirect(lessonPath(course, lesson, { lng, said: error.code }));
  }
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
