// The filters of the reports and people: a plain GET form, so that what is seen is an address.
import { Form } from '@remix-run/react';
import { type ReactNode, useId } from 'react';
import type { Choices, Filters } from '~/domain/reports/schema';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '../primitives/button';

export const control =
  'block min-h-11 w-full rounded-card border border-control bg-surface px-3.5 py-2 text-ink';

/** `hidden`: what else the address says and keeps saying. `clearHref`: the address without filters. */
export function ReportFilters(props: {
  action: string;
  filters: Filters;
  choices: Choices;
  hidden: Record<string, string | undefined>;
  clearHref: string;
  search?: { value: string | undefined };
}) {
  const { action, filters, choices, hidden, clearHref, search } = props;
  const { m } = useI18n();
  const { filters: words, columns, noUnit } = m.reports;
  const active = [filters.park, filters.unit, filters.course, search?.value].some(
    (value) => value !== undefined,
  );
  const severalParks = choices.parks.length > 1;
  return (
    <Form
      method="get"
      action={action}
      role="search"
      aria-label={words.label}
      className="mb-6 grid grid-cols-2 gap-4 rounded-card border border-line bg-raised p-4 sm:p-5 lg:flex lg:flex-wrap lg:items-end print:hidden"
    >
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {search && (
        <Labelled label={words.search}>
          {(id) => (
            <input
              key={search.value ?? ''}
              id={id}
              type="search"
              name="search"
              maxLength={200}
              defaultValue={search.value ?? ''}
              className={control}
            />
          )}
        </Labelled>
      )}
      {severalParks && (
        <Choice
          name="park"
          label={columns.park}
          all={words.allParks}
          chosen={filters.park}
          options={choices.parks.map((park) => ({ value: park.slug, label: park.name }))}
        />
      )}
      <Choice
        name="unit"
        label={columns.unit}
        all={words.allUnits}
        chosen={filters.unit}
        options={[
          ...choices.units.map((unit) => ({
            value: String(unit.id),
            label: severalParks ? `${unit.parkName} · ${unit.name}` : unit.name,
          })),
          { value: '0', label: noUnit },
        ]}
      />
      <Choice
        name="course"
        label={columns.course}
        all={words.allCourses}
        chosen={filters.course}
        options={choices.courses.map((course) => ({ value: course.slug, label: course.name }))}
      />
      <div className="flex flex-wrap items-end gap-3">
        <Button>{words.apply}</Button>
        {active && (
          <ButtonLink to={clearHref} tone="quiet">
            {words.clear}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}

export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="min-w-0 lg:min-w-44 lg:flex-1">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

export function Choice(props: {
  name: string;
  label: string;
  all: string;
  chosen: string | number | undefined;
  options: { value: string; label: string }[];
}) {
  const { name, label, all, chosen, options } = props;
  const value = chosen === undefined ? '' : String(chosen);
  return (
    <Labelled label={label}>
      {(id) => (
        // The key brings the choice back when the address changes without a new page.
        <select key={value} id={id} name={name} defaultValue={value} className={`${control} pr-10`}>
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
