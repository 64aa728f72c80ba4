import { type FieldMetadata, getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { type Locale, locales } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Checkbox, Field, FormError } from '../primitives/field';
import { FormPage } from './form-page';
import { LanguageField, NameField, TimeZoneField, type Unit, UnitField, Username } from './person-fields';

/** What is being joined: a park by invitation or by a confirmed address, or nothing yet, as its first administrator. */
export type Joining =
  | { kind: 'invitation' | 'sign-up'; email: string; park: Record<Locale, string>; units: Unit[] }
  | { kind: 'first' };

type Fields = {
  email: string;
  name: string;
  unitId: string;
  locale: string;
  timeZone: string;
  password: string;
  shared: boolean;
  slug: string;
  names: Record<Locale, string>;
  domains: string;
};

export function JoinPage(props: {
  joining: Joining;
  action: string;
  timeZone: string;
  timeZones: string[];
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { joining, action, timeZone, timeZones, lastResult } = props;
  const { m, locale } = useI18n();
  const text = m.identity.join;
  const [form, fields] = useForm<Fields>({ id: 'join', lastResult, defaultValue: { locale, timeZone } });
  const first = joining.kind === 'first';
  return (
    <FormPage {...headOf(joining, text, locale)}>
      <Form method="post" action={action} {...getFormProps(form)}>
        <FormError errors={form.errors} id={form.errorId} />
        {first ? (
          <>
            <h2 className="mb-4 text-xl">{text.park}</h2>
            <ParkFields names={fields.names} slug={fields.slug} domains={fields.domains} />
            <h2 className="mt-8 mb-4 text-xl">{text.you}</h2>
            <Field
              field={fields.email}
              label={m.identity.fieldLabels.email}
              type="email"
              input={{ autoComplete: 'username', required: true, spellCheck: false, autoCapitalize: 'none' }}
            />
          </>
        ) : (
          <p className="mb-6 text-muted">
            {text.as} <strong className="font-semibold text-ink">{joining.email}</strong>
            <Username email={joining.email} />
          </p>
        )}
        <NameField field={fields.name} />
        {!first && <UnitField field={fields.unitId} units={joining.units} />}
        <Field
          field={fields.password}
          label={m.identity.fieldLabels.password}
          hint={m.identity.hints.password}
          type="password"
          input={{ autoComplete: 'new-password', required: true }}
        />
        <LanguageField field={fields.locale} />
        <TimeZoneField field={fields.timeZone} timeZones={timeZones} />
        <Checkbox field={fields.shared} label={m.identity.sharing.label} hint={m.identity.sharing.hint} />
        <Button>{first ? text.submitFirst : text.submit}</Button>
      </Form>
    </FormPage>
  );
}

type Text = ReturnType<typeof useI18n>['m']['identity']['join'];

function headOf(joining: Joining, text: Text, locale: Locale): { title: string; lead: string } {
  if (joining.kind === 'first') return { title: text.firstTitle, lead: text.firstLead };
  const park = joining.park[locale];
  if (joining.kind === 'sign-up') return { title: text.confirmTitle, lead: text.confirmLead({ park }) };
  return { title: text.title({ park }), lead: text.lead };
}

function ParkFields(props: {
  names: FieldMetadata<Record<Locale, string>>;
  slug: FieldMetadata<string>;
  domains: FieldMetadata<string>;
}) {
  const { m } = useI18n();
  const text = m.identity.join;
  const names = props.names.getFieldset();
  return (
    <>
      {locales.map((each) => (
        <Field
          key={each}
          field={names[each]}
          label={text.parkName({ language: m.common.languages[each] })}
          input={{
            required: true,
            maxLength: 120,
            lang: each,
            autoComplete: each === 'en' ? 'organization' : 'off',
          }}
        />
      ))}
      <Field
        field={props.slug}
        label={text.slug}
        hint={text.slugHint}
        input={{
          required: true,
          maxLength: 40,
          autoComplete: 'off',
          autoCapitalize: 'none',
          spellCheck: false,
        }}
      />
      <Field
        field={props.domains}
        label={text.domains}
        hint={text.domainsHint}
        optional
        input={{ autoComplete: 'off', autoCapitalize: 'none', spellCheck: false }}
      />
    </>
  );
}
