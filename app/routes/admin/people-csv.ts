import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportPeople } from '~/domain/reports/index.server';
import { readPeopleQuery } from '~/domain/reports/schema';
import { enter } from '~/http/enter.server';
import { csvResponse } from './csv-response.server';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, at, db, locale, m, timeZone, url } = await enter(args, 'read:person:own-park');
  const { columns, csv } = m.reports;
  const headings = {
    ...columns,
    done: csv.done,
    total: csv.total,
    activity: csv.activity({ zone: timeZone }),
    completed: csv.completed({ zone: timeZone }),
  };
  const query = readPeopleQuery(url.searchParams);
  const pieces = exportPeople(db, actor, { query, locale, timeZone, words: { headings }, at });
  return csvResponse(pieces, { name: 'people', at, timeZone });
}
