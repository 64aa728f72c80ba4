// The people behind the numbers: those the reader may see by name, a page at a time.
import { useSearchParams } from '@remix-run/react';
import { type Choices, type People, type PeopleSort, type Person, toSearch } from '~/domain/reports/schema';
import { useI18n } from '~/i18n/react';
import { ButtonLink } from '../primitives/button';
import { Empty } from '../primitives/card';
import { type Column, DataTable } from '../primitives/data-table';
import { Notice } from '../primitives/notice';
import { AdminPage } from './admin-page';
import { ReportFilters } from './report-filters';

type Props = { found: People; choices: Choices; manages: boolean };

export function PeoplePage({ found, choices, manages }: Props) {
  const { m, format } = useI18n();
  const [params] = useSearchParams();
  const lng = params.get('lng') ?? undefined;
  const { after: _after, before: _before, ...query } = found.query;
  const words = m.reports;
  const filtered = [query.park, query.unit, query.course, query.search].some((value) => value !== undefined);
  return (
    <AdminPage
      title={words.people.title}
      lead={words.people.lead}
      manages={manages}
      actions={
        found.people.length > 0 && (
          <ButtonLink
            to={`/admin/people.csv${toSearch({ ...query, lng })}`}
            reloadDocument
            tone="quiet"
            className="print:hidden"
          >
            {words.download}
          </ButtonLink>
        )
      }
    >
      <ReportFilters
        action="/admin/people"
        filters={query}
        choices={choices}
        hidden={{ sort: query.sort, direction: query.direction, lng }}
        clearHref={`/admin/people${toSearch({ sort: query.sort, direction: query.direction, lng })}`}
        search={{ value: query.search }}
      />
      {found.unnamed.map(({ parkName, count }) => (
        <Notice key={parkName}>
          {count === null
            ? words.people.someUnnamed({ park: parkName })
            : words.people.unnamed({ park: parkName, count: format.number(count) })}
        </Notice>
      ))}
      {found.people.length > 0 ? (
        <PeopleTable found={found} lng={lng} severalParks={choices.parks.length > 1} />
      ) : (
        <Empty
          drawing={filtered ? 'search' : 'people'}
          title={filtered ? words.emptyFiltered : words.emptyTitle}
        >
          {filtered ? undefined : words.empty}
        </Empty>
      )}
      <Pages found={found} lng={lng} />
    </AdminPage>
  );
}

function PeopleTable(props: { found: People; lng: string | undefined; severalParks: boolean }) {
  const { found, lng, severalParks } = props;
  const { m, format } = useI18n();
  const { after: _after, before: _before, ...query } = found.query;
  const { columns: labels, people: words } = m.reports;
  const sortable = (sort: PeopleSort) => {
    const sorted = query.sort === sort;
    const first = sort === 'name' ? 'asc' : 'desc';
    const direction = sorted ? (query.direction === 'asc' ? 'desc' : 'asc') : first;
    return {
      key: sort,
      sortHref: `/admin/people${toSearch({ ...query, sort, direction, lng })}`,
      ...(sorted
        ? { sorted: query.direction === 'asc' ? ('ascending' as const) : ('descending' as const) }
        : {}),
    };
  };
  const columns: Column<Person>[] = [
    {
      ...sortable('name'),
      label: labels.name,
      cell: (person) => <span className="block min-w-36 font-medium">{person.name}</span>,
    },
    ...(severalParks
      ? [
          {
            key: 'park',
            label: labels.park,
            cell: (person: Person) => <span className="block min-w-28">{person.parkName}</span>,
          },
        ]
      : []),
    {
      key: 'unit',
      label: labels.unit,
      cell: (person) => <span className="block min-w-24">{person.unitName || m.reports.noUnit}</span>,
    },
    {
      key: 'course',
      label: labels.course,
      cell: (person) => <span className="block min-w-44">{person.courseName}</span>,
    },
    {
      key: 'progress',
      label: labels.progress,
      unbroken: true,
      cell: (person) => words.done({ done: person.done, total: person.total }),
    },
    {
      ...sortable('activity'),
      label: labels.activity,
      unbroken: true,
      cell: (person) => format.date(person.lastActivityAt),
    },
    {
      key: 'completed',
      label: labels.completedAt,
      unbroken: true,
      cell: (person) =>
        person.completedAt === null ? (
          <span className="text-muted">{words.notYet}</span>
        ) : (
          format.date(person.completedAt)
        ),
    },
  ];
  return (
    <DataTable caption={words.title} columns={columns} rows={found.people} rowKey={(person) => person.key} />
  );
}

function Pages({ found, lng }: { found: People; lng: string | undefined }) {
  const { m } = useI18n();
  const { after: _after, before: _before, ...query } = found.query;
  if (!found.next && !found.previous) return null;
  const href = (place: { after?: string; before?: string }) =>
    `/admin/people${toSearch({ ...query, ...place, lng })}`;
  return (
    <nav aria-label={m.reports.people.pages} className="mt-6 flex flex-wrap gap-3 print:hidden">
      {found.previous && (
        <>
          <ButtonLink to={href({})} tone="quiet">
            {m.reports.people.first}
          </ButtonLink>
          <ButtonLink to={href({ before: found.previous })} tone="quiet">
            {m.common.table.previous}
          </ButtonLink>
        </>
      )}
      {found.next && (
        <ButtonLink to={href({ after: found.next })} tone="quiet">
          {m.common.table.next}
        </ButtonLink>
      )}
    </nav>
  );
}
