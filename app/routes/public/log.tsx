import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { viewLog } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { LogPage } from '~/ui/records/log-page';

export async function loader(args: LoaderFunctionArgs) {
  const { app, at, db, m } = await enter(args, 'anyone');
  const { head, entries } = await viewLog(db, app.keys, { at, count: 20 });
  return data({ title: m.log.metaTitle, head, entries, issuer: app.keys.issuer });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Log() {
  const { head, entries, issuer } = useLoaderData<typeof loader>();
  return <LogPage head={head} entries={entries} issuer={issuer} />;
}
