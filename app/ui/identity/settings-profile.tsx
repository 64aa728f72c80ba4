import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { FormError } from '../primitives/field';
import { LanguageField, NameField, TimeZoneField, UnitField } from './person-fields';
import type { SettingsData } from './settings-data';

/** `kept`: fields typed before signing in, which go before what is stored. */
export function ProfileForm(props: {
  settings: SettingsData;
  kept: Record<string, string> | null;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { settings, kept, lastResult } = props;
  const { m } = useI18n();
  const { name, locale, timeZone, unitId } = settings;
  const [form, fields] = useForm<{ name: string; unitId: string; locale: string; timeZone: string }>({
    id: 'profile-form',
    lastResult,
    defaultValue: { name, locale, timeZone, unitId: unitId === null ? '' : String(unitId), ...kept },
  });
  return (
    <Form method="post" action="/my/settings/profile#profile" {...getFormProps(form)}>
      <FormError errors={form.errors} id={form.errorId} />
      <NameField field={fields.name} />
      <UnitField field={fields.unitId} units={settings.units} />
      <LanguageField field={fields.locale} />
      <TimeZoneField field={fields.timeZone} timeZones={settings.timeZones} />
      <Button>{m.identity.settings.saveProfile}</Button>
    </Form>
  );
}
