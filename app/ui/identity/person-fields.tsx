// The fields about a person that joining and the settings share.
import type { FieldMetadata } from '@conform-to/react';
import { type Locale, localeNames, locales } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Field, Select } from '../primitives/field';

export type Unit = { id: number; names: Record<Locale, string> };

export function NameField({ field }: { field: FieldMetadata<string> }) {
  const { m } = useI18n();
  return (
    <Field
      field={field}
      label={m.identity.fieldLabels.name}
      hint={m.identity.hints.name}
      input={{ autoComplete: 'name', required: true, maxLength: 120 }}
    />
  );
}

export function UnitField({ field, units }: { field: FieldMetadata<string>; units: Unit[] }) {
  const { m, locale } = useI18n();
  if (units.length === 0) return null;
  return (
    <Select
      field={field}
      label={m.identity.fieldLabels.unit}
      optional
      placeholder={m.identity.fieldLabels.noUnit}
      options={units.map((unit) => ({ value: String(unit.id), label: unit.names[locale] }))}
    />
  );
}

export function LanguageField({ field }: { field: FieldMetadata<string> }) {
  const { m } = useI18n();
  return (
    <Select
      field={field}
      label={m.identity.fieldLabels.language}
      options={locales.map((each) => ({ value: each, label: localeNames[each] }))}
    />
  );
}

export function TimeZoneField({ field, timeZones }: { field: FieldMetadata<string>; timeZones: string[] }) {
  const { m } = useI18n();
  const known: Record<string, string> = {
    'Asia/Kuala_Lumpur': m.identity.zones.kualaLumpur,
    'Asia/Shanghai': m.identity.zones.beijing,
  };
  const plain = (zone: string) => zone.replace(/_/g, ' ').replace(/\//g, ' / ');
  return (
    <Select
      field={field}
      label={m.identity.fieldLabels.timeZone}
      hint={m.identity.hints.timeZone}
      options={timeZones.map((zone) => ({ value: zone, label: known[zone] ?? plain(zone) }))}
    />
  );
}

/** Tells a password manager whose password is being set, where the page has no field for the address. */
export function Username({ email }: { email: string }) {
  return <input type="text" autoComplete="username" value={email} readOnly hidden />;
}
