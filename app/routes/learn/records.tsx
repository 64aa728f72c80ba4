import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listRecords } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { RecordsPage } from '~/ui/records/records-page';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, at, db, m } = await enter(args, 'account');
  return { title: m.records.list.metaTitle, records: listRecords(db, actor, at) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Records() {
  return <RecordsPage records={useLoaderData<typeof loader>().records} />;
}
