// Form fields with their label, hint and error in one place. They take conform's field metadata.
import { type FieldMetadata, getInputProps, getSelectProps } from '@conform-to/react';
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react';
import { useI18n } from '~/i18n/react';
import { Icon } from './icon';
import { Notice } from './notice';

type Common = { field: FieldMetadata<unknown>; label: ReactNode; hint?: ReactNode; optional?: boolean };

const control =
  'block w-full rounded-card border border-control bg-surface px-3.5 py-2.5 text-ink placeholder:text-muted aria-[invalid=true]:border-danger aria-[invalid=true]:bg-danger-soft/40';

function Frame({ field, label, hint, optional, children }: Common & { children: ReactNode }) {
  const { m } = useI18n();
  return (
    <div className="mb-5">
      <label htmlFor={field.id} className="mb-1.5 block font-medium">
        {label}
        {optional && <span className="ml-2 font-normal text-muted">({m.common.form.optional})</span>}
      </label>
      {hint && (
        <p id={field.descriptionId} className="mb-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
      <Problem field={field} />
    </div>
  );
}

/** What is wrong with a field, as a sentence in the reader's language. */
function Problem({ field }: { field: FieldMetadata<unknown> }) {
  const { m } = useI18n();
  if (!field.errors?.length) return null;
  return (
    <p id={field.errorId} className="mt-2 flex gap-2 font-medium text-danger">
      <Icon name="alert" className="mt-[0.15em]" />
      {sentenceOf(m.fields, field.errors[0])}
    </p>
  );
}

const sentenceOf = (sentences: Record<string, string>, code: string | undefined): string =>
  sentences[code ?? ''] ?? sentences.invalid ?? '';

/** Names the hint and the error to assistive technology. */
const described = (field: FieldMetadata<unknown>, hint: ReactNode, hintId = field.descriptionId) => ({
  'aria-invalid': field.errors?.length ? true : undefined,
  'aria-describedby':
    [hint && hintId, field.errors?.length && field.errorId].filter(Boolean).join(' ') || undefined,
});

export function Field(
  props: Common & {
    type?: 'text' | 'email' | 'password' | 'search' | 'number';
    input?: InputHTMLAttributes<HTMLInputElement>;
  },
) {
  const { field, hint, type = 'text', input } = props;
  const { key: _key, ...attributes } = getInputProps(field as FieldMetadata<string>, { type });
  return (
    <Frame {...props}>
      <input {...attributes} {...described(field, hint)} {...input} className={control} />
    </Frame>
  );
}

export type Option = { value: string; label: string };

export function Select(
  props: Common & {
    options: Option[];
    placeholder?: string;
    select?: SelectHTMLAttributes<HTMLSelectElement>;
  },
) {
  const { field, hint, options, placeholder, select } = props;
  const { key: _key, ...attributes } = getSelectProps(field as FieldMetadata<string>);
  return (
    <Frame {...props}>
      <select {...attributes} {...described(field, hint)} {...select} className={`${control} min-h-11 pr-10`}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** One box to tick. `value`: what is sent when several boxes share a name. */
export function Checkbox(props: Common & { value?: string }) {
  const { field, label, hint, value } = props;
  const { key: _key, ...attributes } = getInputProps(field as FieldMetadata<boolean>, {
    type: 'checkbox',
    ...(value ? { value } : {}),
  });
  const suffix = value ? `-${value}` : '';
  const id = attributes.id + suffix;
  const hintId = field.descriptionId + suffix;
  return (
    <div className="mb-4">
      <label htmlFor={id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          {...attributes}
          {...described(field, hint, hintId)}
          id={id}
          className="mt-[0.2em] size-5 shrink-0"
        />
        <span>
          <span className="font-medium">{label}</span>
          {hint && (
            <span id={hintId} className="mt-0.5 block text-sm text-muted">
              {hint}
            </span>
          )}
        </span>
      </label>
      <Problem field={field} />
    </div>
  );
}

/** What is wrong with the form as a whole, above it. */
export function FormError({ errors, id }: { errors: string[] | undefined; id?: string }) {
  const { m } = useI18n();
  if (!errors?.length) return null;
  return (
    <Notice tone="danger" id={id}>
      <p className="font-medium">{sentenceOf(m.errors, errors[0])}</p>
    </Notice>
  );
}
