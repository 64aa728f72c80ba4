import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { cardOf, listCurrentEditions, matches } from '~/domain/courses/index.server';
import { catalogueFilterSchema } from '~/domain/courses/schema';
import { myCourses } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import { formatFor } from '~/i18n/format';
import { CataloguePage } from '~/ui/courses/catalogue-page';

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, locale, timeZone, m, url } = await enter(args, 'anyone');
  const filter = catalogueFilterSchema.parse(Object.fromEntries(url.searchParams));
  const editions = listCurrentEditions(db);
  const standing = new Map(
    (actor.kind === 'account' ? myCourses(db, actor) : []).map(({ edition, state }) => [
      edition.slug,
      { done: state.done, total: state.total, finished: state.completedAt !== null },
    ]),
  );
  const { compare } = formatFor(locale, timeZone);
  return {
    title: `${m.courses.catalogue.title} · ${m.common.name}`,
    description: m.courses.catalogue.lead,
    filter,
    total: editions.length,
    courses: editions
      .filter((edition) => matches(edition, filter, locale))
      .map((edition) => ({ ...cardOf(edition, locale), progress: standing.get(edition.slug) ?? null }))
      .sort((a, b) => compare(a.title, b.title)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.description },
];

export default function Courses() {
  return <CataloguePage {...useLoaderData<typeof loader>()} />;
}
