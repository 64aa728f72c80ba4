// The registry: every record that the reader may see, found by name, course, park, state and date.
import { Form, Link, useSearchParams } from '@remix-run/react';
import {
  type Choices,
  type Registry,
  type RegistryRow,
  type RegistryState,
  registryStates,
  toSearch,
} from '~/domain/reports/schema';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '../primitives/button';
import { Empty } from '../primitives/card';
import { type Column, DataTable } from '../primitives/data-table';
import { Badge, type Tone } from '../primitives/notice';
import { AdminPage } from './admin-page';
import { Choice, control, Labelled } from './report-filters';

type Props = { registry: Registry; choices: Choices; manages: boolean };

export function RegistryPage({ registry, choices, manages }: Props) {
  const { m } = useI18n();
  const [params] = useSearchParams();
  const lng = params.get('lng') ?? undefined;
  const words = m.records.registry;
  const { after: _after, ...query } = registry.query;
  const filtered = Object.values(query).some((value) => value !== undefined);
  return (
    <AdminPage
      title={words.title}
      lead={words.lead}
      manages={manages}
      actions={
        <div className="flex flex-wrap gap-3 print:hidden">
          <ButtonLink to="/admin/records/owed" tone="quiet">
            {words.owedTitle}
          </ButtonLink>
          {registry.records.length > 0 && (
            <ButtonLink to={`/admin/records.csv${toSearch({ ...query, lng })}`} reloadDocument tone="quiet">
              {words.download}
            </ButtonLink>
          )}
        </div>
      }
    >
      <Filters registry={registry} choices={choices} lng={lng} />
      {registry.records.length > 0 ? (
        <RecordsTable records={registry.records} severalParks={choices.parks.length > 1} />
      ) : (
        <Empty
          drawing={filtered ? 'search' : 'record'}
          title={filtered ? words.emptyFiltered : words.emptyTitle}
        >
          {filtered ? undefined : words.empty}
        </Empty>
      )}
      {(registry.next ?? registry.query.after) && (
        <nav aria-label={words.pages} className="mt-6 flex flex-wrap gap-3 print:hidden">
          {registry.query.after && (
            <ButtonLink to={`/admin/records${toSearch({ ...query, lng })}`} tone="quiet">
              {words.first}
            </ButtonLink>
          )}
          {registry.next && (
            <ButtonLink
              to={`/admin/records${toSearch({ ...query, after: registry.next, lng })}`}
              tone="quiet"
            >
              {m.common.table.next}
            </ButtonLink>
          )}
        </nav>
      )}
    </AdminPage>
  );
}

function Filters(props: { registry: Registry; choices: Choices; lng: string | undefined }) {
  const { choices, lng } = props;
  const { query } = props.registry;
  const { m } = useI18n();
  const words = m.records.registry;
  const shared = m.reports.filters;
  const { after: _after, ...asked } = query;
  const active = Object.values(asked).some((value) => value !== undefined);
  const day = (name: 'from' | 'to', label: string) => (
    <Labelled label={label}>
      {(id) => (
        <input
          key={query[name] ?? ''}
          id={id}
          type="date"
          name={name}
          defaultValue={query[name] ?? ''}
          className={control}
        />
      )}
    </Labelled>
  );
  return (
    <Form
      method="get"
      action="/admin/records"
      role="search"
      aria-label={words.filters}
      className="mb-6 grid grid-cols-1 gap-4 rounded-card border border-line bg-raised p-4 sm:grid-cols-2 sm:p-5 lg:grid-cols-3 print:hidden"
    >
      {lng !== undefined && <input type="hidden" name="lng" value={lng} />}
      <Labelled label={words.search}>
        {(id) => (
          <input
            key={query.search ?? ''}
            id={id}
            type="search"
            name="search"
            maxLength={200}
            defaultValue={query.search ?? ''}
            className={control}
          />
        )}
      </Labelled>
      {choices.parks.length > 1 && (
        <Choice
          name="park"
          label={words.park}
          all={shared.allParks}
          chosen={query.park}
          options={choices.parks.map((park) => ({ value: park.slug, label: park.name }))}
        />
      )}
      <Choice
        name="course"
        label={words.course}
        all={shared.allCourses}
        chosen={query.course}
        options={choices.courses.map((course) => ({ value: course.slug, label: course.name }))}
      />
      <Choice
        name="state"
        label={words.state}
        all={words.allStates}
        chosen={query.state}
        options={registryStates.map((state) => ({ value: state, label: words.states[state] }))}
      />
      {day('from', words.from)}
      {day('to', words.to)}
      <div className="flex flex-wrap items-end gap-3">
        <Button>{shared.apply}</Button>
        {active && (
          <ButtonLink to={`/admin/records${toSearch({ lng })}`} tone="quiet">
            {shared.clear}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}

const tones: Record<RegistryState, Tone> = {
  valid: 'positive',
  expired: 'warning',
  revoked: 'danger',
  replaced: 'plain',
  renewed: 'plain',
};

export function StateBadge({ state }: { state: RegistryState }) {
  const { m } = useI18n();
  return <Badge tone={tones[state]}>{m.records.registry.states[state]}</Badge>;
}

function RecordsTable({ records, severalParks }: { records: RegistryRow[]; severalParks: boolean }) {
  const { m, format } = useI18n();
  const words = m.records.registry;
  const columns: Column<RegistryRow>[] = [
    {
      key: 'holder',
      label: words.holder,
      cell: ({ holder }) =>
        holder === null ? (
          <span className="block min-w-36 text-muted">{words.unnamed}</span>
        ) : (
          <span className="block min-w-36 font-medium">{holder}</span>
        ),
    },
    ...(severalParks
      ? [
          {
            key: 'park',
            label: words.park,
            cell: ({ parkName }: RegistryRow) => <span className="block min-w-28">{parkName}</span>,
          },
        ]
      : []),
    {
      key: 'course',
      label: words.course,
      cell: ({ courseName, edition }) => (
        <span className="block min-w-44">
          {courseName}
          <span className="block text-muted">
            {m.records.record.editionNumber({ number: format.number(edition) })}
          </span>
        </span>
      ),
    },
    { key: 'state', label: words.state, cell: ({ state }) => <StateBadge state={state} /> },
    { key: 'issued', label: words.issued, unbroken: true, cell: ({ issuedAt }) => format.date(issuedAt) },
    {
      key: 'until',
      label: words.validUntil,
      unbroken: true,
      cell: ({ validUntil }) =>
        validUntil === null ? <span className="text-muted">{words.forGood}</span> : format.date(validUntil),
    },
    {
      key: 'action',
      label: words.action,
      cell: ({ id, holder, courseName }) => (
        <Link
          to={`/admin/records/${id}`}
          aria-label={words.manageNamed({ holder: holder ?? words.unnamed, course: courseName })}
          className="link inline-flex min-h-11 items-center"
        >
          {words.manage}
        </Link>
      ),
    },
  ];
  return <DataTable caption={words.title} columns={columns} rows={records} rowKey={({ id }) => id} />;
}
