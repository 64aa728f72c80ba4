import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { AccountActor } from '~/domain/actor';
import { createPark, createUnit, listParks, listUnits, setParkDomains } from '~/domain/identity/index.server';
import { parkDomainsSchema, parkSchema, unitSchema } from '~/domain/identity/schema';
import { enter, type Visit } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { submit } from '~/http/submit.server';
import { ParksPage } from '~/ui/admin/parks-page';

export async function loader(args: LoaderFunctionArgs) {
  const { db, kept, m, url } = await enter(args, 'manage:park:any-park');
  const typed = kept?.action === url.pathname ? Object.fromEntries(kept.fields) : null;
  return {
    title: `${m.admin.parks.title} · ${m.common.name}`,
    parks: listParks(db).map((park) => ({ ...park, units: listUnits(db, { parkId: park.id }) })),
    saved: url.searchParams.get('done') === 'saved',
    kept: typed && { form: typed.form ?? '', typed, result: undefined },
  };
}

/** The page has a form for each change; the field `form` names the one that is sent. */
export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'manage:park:any-park');
  const form = String((await readForm(visit.request)).get('form') ?? '');
  const done = await change(visit, form);
  if (done.ok) return redirect('/admin/parks?done=saved');
  return data({ form, typed: {}, result: done.reply.data }, done.reply.init ?? undefined);
}

function change(visit: Visit<AccountActor>, form: string) {
  const { actor, at, db } = visit;
  if (form.startsWith('unit-'))
    return submit(visit, unitSchema, (input) => void createUnit(db, actor, { ...input, at }));
  if (form.startsWith('domains-')) {
    return submit(visit, parkDomainsSchema, (input) => setParkDomains(db, actor, { ...input, at }));
  }
  return submit(visit, parkSchema, (input) => void createPark(db, actor, { ...input, at }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ParksRoute() {
  const { parks, saved, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <ParksPage parks={parks} saved={saved} sent={refused ?? kept} />;
}
