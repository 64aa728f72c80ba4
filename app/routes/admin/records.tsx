import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '~/domain/identity/permissions';
import { listChoices, listRegistry } from '~/domain/reports/index.server';
import { readRegistryQuery } from '~/domain/reports/schema';
import { enter } from '~/http/enter.server';
import { RegistryPage } from '~/ui/admin/registry-page';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, at, db, locale, m, timeZone, url } = await enter(args, 'read:record:own-park');
  const query = readRegistryQuery(url.searchParams);
  return {
    title: `${m.records.registry.title} · ${m.common.name}`,
    registry: listRegistry(db, actor, { query, locale, timeZone, at }),
    choices: listChoices(db, actor, { subject: 'record', filters: query, locale }),
    manages: may(actor, 'manage:park:any-park'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RegistryRoute() {
  return <RegistryPage {...useLoaderData<typeof loader>()} />;
}
