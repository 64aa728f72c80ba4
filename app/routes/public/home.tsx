import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { cardOf, listCurrentEditions } from '~/domain/courses/index.server';
import { enter } from '~/http/enter.server';
import { HomePage } from '~/ui/courses/home-page';

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, locale, m } = await enter(args, 'anyone');
  const newest = listCurrentEditions(db)
    .sort((a, b) => b.publishedAt - a.publishedAt)
    .slice(0, 3);
  return {
    title: m.courses.home.metaTitle,
    description: m.courses.home.lead,
    signedIn: actor.kind === 'account',
    courses: newest.map((edition) => cardOf(edition, locale)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.description },
];

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
