import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pickText } from '~/domain/courses/rules';
import { readChanges, reviewChanges } from '~/domain/learning/index.server';
import { reviewSchema } from '~/domain/learning/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';
import { type ChangesData, ChangesPage } from '~/ui/learning/changes-page';
import { lessonPath } from '~/ui/learning/paths';

/** Who has not completed the lesson has nothing to compare, and is led to the lesson. */
export async function loader(args: LoaderFunctionArgs): Promise<ChangesData> {
  const { db, actor, locale, url, params } = await enter(args, 'account');
  const { course = '', lesson = '' } = params;
  const changes = readChanges(db, actor, { course, lesson, locale });
  if (!changes) throw redirect(lessonPath(course, lesson, { lng: url.searchParams.get('lng') }));
  const { edition, lesson: compared, ...rest } = changes;
  const shown = pickText(compared, edition, locale);
  return {
    ...rest,
    title: `${shown.text.title} · ${edition.titles[locale]}`,
    course: { slug: edition.slug, title: edition.titles[locale], theme: edition.theme },
    lesson: { slug: compared.slug, title: shown.text.title, locale: shown.locale },
    edition: edition.number,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { course = '', lesson = '' } = args.params;
  const done = await submit(visit, reviewSchema, ({ edition }) =>
    reviewChanges(visit.db, visit.actor, { course, lesson, edition, at: visit.at }),
  );
  if (!done.ok) {
    const code = Object.values(done.reply.data.error ?? {}).flatMap((codes) => codes ?? [])[0];
    return data({ error: code ?? 'form-damaged' }, done.reply.init ?? undefined);
  }
  return redirect(
    lessonPath(course, lesson, { lng: visit.url.searchParams.get('lng'), said: 'changes-seen' }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LessonChanges() {
  return (
    <ChangesPage
      data={useLoaderData<typeof loader>()}
      error={useActionData<typeof action>()?.error ?? null}
    />
  );
}
