import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '~/domain/identity/permissions';
import { listChoices, readReport } from '~/domain/reports/index.server';
import { readReportQuery } from '~/domain/reports/schema';
import { enter } from '~/http/enter.server';
import { ReportsPage } from '~/ui/admin/reports-page';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, locale, m, url } = await enter(args, 'read:report:own-park');
  const query = readReportQuery(url.searchParams);
  return {
    title: `${m.reports.title} · ${m.common.name}`,
    report: readReport(db, actor, { query, locale }),
    choices: listChoices(db, actor, { subject: 'report', filters: query, locale }),
    manages: may(actor, 'manage:park:any-park'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReportsRoute() {
  return <ReportsPage {...useLoaderData<typeof loader>()} />;
}
