// The catalogue's filters: a plain GET form, so that every choice is an address.
import { Form, useSearchParams } from '@remix-run/react';
import { useId } from 'react';
import { type CatalogueFilter, lengths, lessonKinds, themes } from '~/domain/courses/schema';
import { localeNames, locales } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '../primitives/button';

export function CourseFilters({ filter }: { filter: CatalogueFilter }) {
  const { m } = useI18n();
  const [search] = useSearchParams();
  const { catalogue } = m.courses;
  const asked = search.get('lng');
  const active = Object.values(filter).some((value) => value !== undefined);
  return (
    <Form
      method="get"
      action="/courses"
      role="search"
      aria-label={catalogue.filters}
      className="mb-8 grid grid-cols-2 gap-4 rounded-card border border-line bg-raised p-4 sm:p-5 lg:grid-cols-[1.4fr_1fr_1fr_1fr_auto]"
    >
      {asked && <input type="hidden" name="lng" value={asked} />}
      <Choice
        name="theme"
        label={catalogue.theme}
        chosen={filter.theme}
        options={themes.map((value) => ({ value, label: m.common.themes[value] }))}
      />
      <Choice
        name="language"
        label={catalogue.language}
        chosen={filter.language}
        options={locales.map((value) => ({ value, label: localeNames[value] }))}
      />
      <Choice
        name="length"
        label={catalogue.length}
        chosen={filter.length}
        options={lengths.map((value) => ({ value, label: catalogue.lengths[value] }))}
      />
      <Choice
        name="kind"
        label={catalogue.kind}
        chosen={filter.kind}
        options={lessonKinds.map((value) => ({ value, label: catalogue.kinds[value] }))}
      />
      <div className="col-span-2 flex flex-wrap items-end gap-3 lg:col-span-1">
        <Button>{catalogue.show}</Button>
        {active && (
          <ButtonLink to={asked ? `/courses?lng=${asked}` : '/courses'} tone="quiet">
            {catalogue.clear}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string | undefined;
  options: { value: string; label: string }[];
};

function Choice({ name, label, chosen, options }: ChoiceProps) {
  const { m } = useI18n();
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-[0.9375rem] font-medium">
        {label}
      </label>
      {/* The key brings the choice back when the address changes without a new page. */}
      <select
        key={chosen ?? ''}
        id={id}
        name={name}
        defaultValue={chosen ?? ''}
        className="block min-h-11 w-full rounded-card border border-control bg-surface py-2 pr-10 pl-3.5"
      >
        <option value="">{m.courses.catalogue.any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
