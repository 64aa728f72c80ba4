import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listRenewals } from '~/domain/learning/index.server';
import { chosenIdentity, listRecords } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { RecordsPage } from '~/ui/records/records-page';

const outcomes = ['saved', 'renewed', 'renewing'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, at, db, locale, m, url } = await enter(args, 'account');
  return {
    title: m.records.list.metaTitle,
    records: listRecords(db, actor, at),
    renewals: listRenewals(db, actor, { locale, at }),
    next: chosenIdentity(db, actor),
    done: outcomes.find((outcome) => outcome === url.searchParams.get('done')) ?? null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
];

export default function Records() {
  return <RecordsPage {...useLoaderData<typeof loader>()} />;
}
