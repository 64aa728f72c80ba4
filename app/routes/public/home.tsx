import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { cardOf, listCurrentEditions, viewOf } from '~/domain/courses/index.server';
import { enter } from '~/http/enter.server';
import { HomePage } from '~/ui/courses/home-page';

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, locale, m } = await enter(args, 'anyone');
  const editions = listCurrentEditions(db).sort((a, b) => b.publishedAt - a.publishedAt);
  const [newest] = editions;
  const lessons = newest ? viewOf(newest, locale).modules.flatMap((module) => module.lessons) : [];
  return {
    title: m.courses.home.metaTitle,
    description: m.courses.home.lead,
    signedIn: actor.kind === 'account',
    courses: editions.slice(0, 5).map((edition) => cardOf(edition, locale)),
    total: editions.length,
    opening: lessons.slice(0, 4).map(({ title, lang, minutes }) => ({ title, lang, minutes })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.description },
];

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
