import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '~/domain/identity/permissions';
import { issueOwed, listOwed } from '~/domain/learning/index.server';
import { signRecord } from '~/domain/records/index.server';
import { enter } from '~/http/enter.server';
import { OwedPage } from '~/ui/admin/owed-page';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, locale, m, url } = await enter(args, 'issue:record:own-park');
  const issued = Number(url.searchParams.get('issued') ?? '');
  return {
    title: `${m.records.registry.owedTitle} · ${m.common.name}`,
    ...listOwed(db, actor, { locale }),
    issued: Number.isSafeInteger(issued) ? issued : 0,
    manages: may(actor, 'manage:park:any-park'),
  };
}

/** What could not be signed now is signed at the next start, or by the first who reads it. */
export async function action(args: ActionFunctionArgs) {
  const { actor, app, at, db } = await enter(args, 'issue:record:own-park');
  const issued = issueOwed(db, actor, { at });
  app.nudgeMail();
  for (const id of issued) await signRecord(db, app.keys, { id, at });
  return redirect(`/admin/records/owed?issued=${issued.length}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OwedRoute() {
  return <OwedPage {...useLoaderData<typeof loader>()} />;
}
