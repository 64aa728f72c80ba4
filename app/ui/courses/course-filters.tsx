// The catalogue's filters: a plain GET form, so that every choice is an address. With JavaScript a choice applies at once, in
// place: the focus stays on it, the page where it is, and the number of courses found is announced.
import { Form, useNavigate, useSearchParams } from '@remix-run/react';
import { useEffect, useId, useRef, useState } from 'react';
import { type CatalogueFilter, lengths, lessonKinds, themes } from '~/domain/courses/schema';
import { localeNames, locales } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '../primitives/button';

export function CourseFilters({ filter }: { filter: CatalogueFilter }) {
  const { m } = useI18n();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const { catalogue } = m.courses;
  const asked = search.get('lng');
  const active = Object.values(filter).some((value) => value !== undefined);

  const apply = () => {
    if (!form.current) return;
    const chosen = [...new FormData(form.current)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    );
    const query = new URLSearchParams(chosen).toString();
    navigate(query ? `/courses?${query}` : '/courses', { preventScrollReset: true });
  };

  // What was chosen before the page came to life has not been applied yet.
  const first = useRef(true);
  useEffect(() => {
    if (!first.current || !form.current) return;
    first.current = false;
    const data = new FormData(form.current);
    const names = ['theme', 'language', 'length', 'kind'] as const;
    if (names.some((name) => (data.get(name) ?? '') !== (filter[name] ?? ''))) apply();
  });

  return (
    <Form
      ref={form}
      method="get"
      action="/courses"
      role="search"
      aria-label={catalogue.filters}
      className="mb-6 grid grid-cols-2 gap-4 border-y border-line py-5 lg:grid-cols-[1.4fr_1fr_1fr_1fr_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {asked && <input type="hidden" name="lng" value={asked} />}
      <Choice
        name="theme"
        label={catalogue.theme}
        chosen={filter.theme}
        options={themes.map((value) => ({ value, label: m.common.themes[value] }))}
        onChoose={apply}
      />
      <Choice
        name="language"
        label={catalogue.language}
        chosen={filter.language}
        options={locales.map((value) => ({ value, label: localeNames[value] }))}
        onChoose={apply}
      />
      <Choice
        name="length"
        label={catalogue.length}
        chosen={filter.length}
        options={lengths.map((value) => ({ value, label: catalogue.lengths[value] }))}
        onChoose={apply}
      />
      <Choice
        name="kind"
        label={catalogue.kind}
        chosen={filter.kind}
        options={lessonKinds.map((value) => ({ value, label: catalogue.kinds[value] }))}
        onChoose={apply}
      />
      <div className="col-span-2 flex flex-wrap items-end gap-3 lg:col-span-1">
        {/* Where choices apply at once there is nothing to press. */}
        <noscript>
          <Button>{catalogue.show}</Button>
        </noscript>
        <ButtonLink
          to={asked ? `/courses?lng=${asked}` : '/courses'}
          preventScrollReset
          // The link goes when it has done its work; the focus stays among the filters.
          onClick={() => form.current?.querySelector('select')?.focus()}
          tone="quiet"
          className={active ? '' : 'max-lg:hidden lg:invisible'}
        >
          {catalogue.clear}
        </ButtonLink>
      </div>
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string | undefined;
  options: { value: string; label: string }[];
  onChoose(): void;
};

function Choice({ name, label, chosen = '', options, onChoose }: ChoiceProps) {
  const { m } = useI18n();
  const id = useId();
  const [value, setValue] = useState(chosen);
  // The address has the last word: it may have changed by going back.
  const [shown, setShown] = useState(chosen);
  if (shown !== chosen) {
    setShown(chosen);
    setValue(chosen);
  }
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          onChoose();
        }}
        className={`block min-h-11 w-full rounded-card border bg-surface py-2 pr-10 pl-3.5 ${value ? 'border-accent font-medium' : 'border-control'}`}
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
