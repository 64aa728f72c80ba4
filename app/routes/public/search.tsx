import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { search } from '~/domain/search/index.server';
import { searchQuerySchema } from '~/domain/search/schema';
import { enter } from '~/http/enter.server';
import { formatFor } from '~/i18n/format';
import { searchResults } from '~/i18n/search-results.server';
import { sayOf } from '~/ui/search/say';
import { SearchPage } from '~/ui/search/search-page';

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, locale, timeZone, m, url } = await enter(args, 'anyone');
  const { q, page } = searchQuerySchema.parse(Object.fromEntries(url.searchParams));
  const answer = search(db, actor, { query: q, locale, page });
  const words = searchResults[locale];
  return {
    title: [...(answer.asked ? [words.titleOf(answer)] : []), words.title, m.common.name].join(' · '),
    description: words.lead,
    signedIn: actor.kind === 'account',
    /** Nothing but spaces was asked: nothing at all. */
    began: q.trim() !== '',
    answer,
    say: sayOf(words, answer, formatFor(locale, timeZone).list),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.description },
  // What people ask is nothing for other search engines.
  { name: 'robots', content: 'noindex' },
];

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
