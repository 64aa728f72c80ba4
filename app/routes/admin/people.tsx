import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '~/domain/identity/permissions';
import { listChoices, listPeople } from '~/domain/reports/index.server';
import { readPeopleQuery } from '~/domain/reports/schema';
import { enter } from '~/http/enter.server';
import { PeoplePage } from '~/ui/admin/people-page';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, locale, m, url } = await enter(args, 'read:person:own-park');
  const query = readPeopleQuery(url.searchParams);
  return {
    title: `${m.reports.people.title} · ${m.common.name}`,
    found: listPeople(db, actor, { query, locale }),
    choices: listChoices(db, actor, { subject: 'person', filters: query, locale }),
    manages: may(actor, 'manage:park:any-park'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PeopleRoute() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
