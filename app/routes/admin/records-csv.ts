import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportRegistry } from '~/domain/reports/index.server';
import { readRegistryQuery } from '~/domain/reports/schema';
import { enter } from '~/http/enter.server';
import { csvResponse } from './csv-response.server';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, app, at, db, locale, m, timeZone, url } = await enter(args, 'read:record:own-park');
  const { csv, states } = m.records.registry;
  const zone = { zone: timeZone };
  const headings = {
    ...csv,
    completed: csv.completed(zone),
    issued: csv.issued(zone),
    validUntil: csv.validUntil(zone),
  };
  const words = { headings, states, languages: m.common.languages, origin: app.config.origin };
  const query = readRegistryQuery(url.searchParams);
  const pieces = exportRegistry(db, actor, { query, locale, timeZone, words, at });
  return csvResponse(pieces, { name: 'records', at, timeZone });
}
