// The report: rows by park, unit or course, each number a cell, the table the truth.
import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { rateOf } from '~/domain/reports/rules';
import {
  type Choices,
  groupings,
  type Report,
  type ReportRow,
  type ReportSort,
  toSearch,
} from '~/domain/reports/schema';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Empty } from '../primitives/card';
import { type Column, DataTable } from '../primitives/data-table';
import { AdminPage } from './admin-page';
import { NotShown, RateBar } from './rate-bar';
import { ReportFilters } from './report-filters';

type Props = { report: Report; choices: Choices; manages: boolean };

export function ReportsPage({ report, choices, manages }: Props) {
  const { m } = useI18n();
  const [search] = useSearchParams();
  const { query } = report;
  const lng = search.get('lng') ?? undefined;
  const words = m.reports;
  const filtered = query.park !== undefined || query.unit !== undefined || query.course !== undefined;
  return (
    <AdminPage
      title={words.title}
      lead={words.lead}
      manages={manages}
      actions={
        report.rows.length > 0 && (
          <ButtonLink
            to={`/admin/reports.csv${toSearch({ ...query, lng })}`}
            reloadDocument
            tone="quiet"
            className="print:hidden"
          >
            {words.download}
          </ButtonLink>
        )
      }
    >
      <nav aria-label={words.by.label} className="mb-4 flex flex-wrap gap-2 print:hidden">
        {groupings.map((by) => (
          <Link
            key={by}
            to={`/admin/reports${toSearch({ ...query, by, lng })}`}
            aria-current={query.by === by ? 'page' : undefined}
            className="inline-flex min-h-11 items-center rounded-card border border-control bg-surface px-4 text-ink no-underline hover:bg-raised aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold"
          >
            {words.by[by]}
          </Link>
        ))}
      </nav>
      <ReportFilters
        action="/admin/reports"
        filters={query}
        choices={choices}
        hidden={{ by: query.by, sort: query.sort, direction: query.direction, lng }}
        clearHref={`/admin/reports${toSearch({ by: query.by, sort: query.sort, direction: query.direction, lng })}`}
      />
      {report.rows.length > 0 ? (
        <ReportTable report={report} lng={lng} />
      ) : (
        <Empty
          drawing={filtered ? 'search' : 'people'}
          title={filtered ? words.emptyFiltered : words.emptyTitle}
        >
          {filtered ? undefined : words.empty}
        </Empty>
      )}
      <Notes report={report} />
    </AdminPage>
  );
}

function ReportTable({ report, lng }: { report: Report; lng: string | undefined }) {
  const { m, format } = useI18n();
  const { query, rows, totals } = report;
  const words = m.reports;
  const sortable = (sort: ReportSort) => {
    const sorted = query.sort === sort;
    // Numbers are first asked for from the top, names from the beginning.
    const first = sort === 'name' ? 'asc' : 'desc';
    const direction = sorted ? (query.direction === 'asc' ? 'desc' : 'asc') : first;
    return {
      key: sort,
      sortHref: `/admin/reports${toSearch({ ...query, sort, direction, lng })}`,
      ...(sorted
        ? { sorted: query.direction === 'asc' ? ('ascending' as const) : ('descending' as const) }
        : {}),
    };
  };
  const hidden = query.by === 'course' && query.park === undefined ? words.hiddenInPark : words.hidden;
  const number = (value: number | null, row: ReportRow): ReactNode => {
    if (row.hidden) return <span className="text-muted">{hidden}</span>;
    return value === null ? <NotShown label={words.notShown} /> : format.number(value);
  };
  const date = (at: number | null) => (at === null ? <NotShown label={words.notShown} /> : format.date(at));
  const columns: Column<ReportRow>[] = [
    {
      ...sortable('name'),
      label: words.columns[query.by],
      cell: (row) => <RowName row={row} lng={lng} />,
    },
    {
      ...sortable('learners'),
      label: words.columns.learners,
      numeric: true,
      cell: (row) => number(row.learners, row),
    },
    {
      ...sortable('enrolments'),
      label: words.columns.enrolments,
      numeric: true,
      cell: (row) => number(row.enrolments, row),
    },
    {
      ...sortable('completed'),
      label: words.columns.completed,
      numeric: true,
      cell: (row) => number(row.completed, row),
    },
    {
      ...sortable('rate'),
      label: words.columns.rate,
      numeric: true,
      cell: (row) => <RateBar rate={rateOf(row)} />,
    },
    {
      ...sortable('activity'),
      label: words.columns.activity,
      unbroken: true,
      cell: (row) => date(row.lastActivityAt),
    },
  ];
  return (
    <DataTable
      caption={`${words.title}: ${words.by[query.by]}`}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      totals={[
        words.total,
        format.number(totals.learners),
        format.number(totals.enrolments),
        format.number(totals.completed),
        <RateBar key="rate" rate={rateOf(totals)} />,
        date(totals.lastActivityAt),
      ]}
    />
  );
}

/** What a row is about; the way to its people where they can be singled out. */
function RowName({ row, lng }: { row: ReportRow; lng: string | undefined }) {
  const { m } = useI18n();
  const words = m.reports;
  const name = row.kind === 'group' ? row.name : row.kind === 'no-unit' ? words.noUnit : words.together;
  return (
    <div className="min-w-40">
      {row.filters && !row.hidden ? (
        <Link
          to={`/admin/people${toSearch({ ...row.filters, lng })}`}
          aria-label={words.toPeople({ name })}
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
        >
          {name}
        </Link>
      ) : (
        name
      )}
      {row.parkName && <span className="block text-sm text-muted">{row.parkName}</span>}
    </div>
  );
}

function Notes({ report }: { report: Report }) {
  const { m } = useI18n();
  const { notes } = m.reports;
  const { query, otherParks, rows } = report;
  const said = [
    ...(otherParks ? [notes.otherParks] : []),
    ...(otherParks && query.unit !== undefined ? [notes.unit] : []),
    ...(query.by === 'course' && query.course === undefined && rows.length > 0 ? [notes.distinct] : []),
    ...(rows.length > 0 ? [notes.bar] : []),
  ];
  if (said.length === 0) return null;
  return (
    <section className="mt-6 max-w-3xl text-sm text-muted">
      <h2 className="text-base text-ink">{notes.title}</h2>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {said.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
