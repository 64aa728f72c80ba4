import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportReport } from '~/domain/reports/index.server';
import { readReportQuery } from '~/domain/reports/schema';
import { enter } from '~/http/enter.server';
import { csvResponse } from './csv-response.server';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, at, db, locale, m, timeZone, url } = await enter(args, 'read:report:own-park');
  const query = readReportQuery(url.searchParams);
  const { columns, csv, hidden, hiddenInPark, noUnit, together, total } = m.reports;
  const words = {
    headings: { ...columns, activity: csv.activity({ zone: timeZone }) },
    noUnit,
    together,
    total,
    hidden: query.by === 'course' && query.park === undefined ? hiddenInPark : hidden,
  };
  const text = exportReport(db, actor, { query, locale, timeZone, words, at });
  return csvResponse(text, { name: `report-by-${query.by}`, at, timeZone });
}
