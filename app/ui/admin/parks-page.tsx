// Parks, their units and mail domains, with a form for each change.
import { type FieldMetadata, getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { type Locale, locales } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Chevron } from '../primitives/chevron';
import { Field, FormError } from '../primitives/field';
import { Notice } from '../primitives/notice';
import { AdminPage } from './admin-page';

type Names = Record<Locale, string>;
export type ParkRow = {
  id: number;
  slug: string;
  names: Names;
  domains: string[];
  units: { id: number; slug: string; names: Names }[];
};

/** A form of the page: `park` adds one, `unit-ID` and `domains-ID` change the park of that id. */
export type Sent = {
  form: string;
  typed: Record<string, string>;
  result: SubmissionResult<string[]> | undefined;
};

/** `sent`: the form that was refused, or typed into before signing in. */
type Props = { parks: ParkRow[]; saved: boolean; sent: Sent | null };

export function ParksPage({ parks, saved, sent }: Props) {
  const { m } = useI18n();
  const words = m.admin.parks;
  return (
    <AdminPage title={words.title} lead={words.lead} manages>
      {saved && !sent && <Notice tone="positive">{words.saved}</Notice>}
      <div className="border-b border-line">
        {parks.map((park) => (
          <ParkCard key={park.id} park={park} sent={sent} />
        ))}
        <section aria-labelledby="add-park" className={part}>
          <h2 id="add-park" className="mb-5 text-2xl">
            {words.addPark}
          </h2>
          <ParkForm sent={sent?.form === 'park' ? sent : null} />
        </section>
      </div>
    </AdminPage>
  );
}

const part = 'border-t border-line py-10';

function ParkCard({ park, sent }: { park: ParkRow; sent: Sent | null }) {
  const { m, locale } = useI18n();
  const words = m.admin.parks;
  const unitForm = `unit-${park.id}`;
  const sentHere = (form: string) => (sent?.form === form ? sent : null);
  return (
    <section aria-labelledby={`park-${park.id}`} className={part}>
      <h2 id={`park-${park.id}`} className="text-2xl">
        {park.names[locale]}
      </h2>
      <p className="mt-1 text-muted">
        {locales
          .filter((each) => each !== locale && park.names[each] !== park.names[locale])
          .map((each) => (
            <span key={each} lang={each} className="mr-4">
              {park.names[each]}
            </span>
          ))}
        <span className="font-mono text-sm">{park.slug}</span>
      </p>
      <div className="mt-6 grid gap-8 md:grid-cols-2">
        <div>
          <DomainsForm park={park} sent={sentHere(`domains-${park.id}`)} />
        </div>
        <div>
          <h3 className="mb-2 text-lg">{words.units}</h3>
          {park.units.length === 0 && <p className="text-muted">{words.noUnits}</p>}
          <ul className="mb-4 space-y-1">
            {park.units.map((unit) => (
              <li key={unit.id}>
                {unit.names[locale]} <span className="font-mono text-sm text-muted">{unit.slug}</span>
              </li>
            ))}
          </ul>
          <details open={sent?.form === unitForm}>
            <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-accent">
              {words.addUnit}
              <Chevron />
            </summary>
            <div className="mt-3">
              <UnitForm park={park} sent={sentHere(unitForm)} />
            </div>
          </details>
        </div>
      </div>
    </section>
  );
}

function DomainsForm({ park, sent }: { park: ParkRow; sent: Sent | null }) {
  const { m } = useI18n();
  const words = m.admin.parks;
  const [form, fields] = useForm<{ parkId: string; domains: string }>({
    id: `domains-${park.id}`,
    lastResult: sent?.result,
    defaultValue: { parkId: String(park.id), domains: sent?.typed.domains ?? park.domains.join(', ') },
  });
  return (
    <Form method="post" action="/admin/parks" {...getFormProps(form)}>
      <FormError errors={form.errors} id={form.errorId} />
      <Hidden form={form.id} parkId={park.id} />
      <Field
        field={fields.domains}
        label={words.domains}
        hint={words.domainsHint}
        input={{ spellCheck: false, autoCapitalize: 'none' }}
      />
      <Button tone="quiet">{words.saveDomains}</Button>
    </Form>
  );
}

type UnitFields = { parkId: string; slug: string; names: Names };

function UnitForm({ park, sent }: { park: ParkRow; sent: Sent | null }) {
  const { m, locale } = useI18n();
  const words = m.admin.parks;
  const [form, fields] = useForm<UnitFields>({
    id: `unit-${park.id}`,
    lastResult: sent?.result,
    defaultValue: { parkId: String(park.id), ...typedNames(sent) },
  });
  return (
    <Form method="post" action="/admin/parks" {...getFormProps(form)}>
      <FormError errors={form.errors} id={form.errorId} />
      <Hidden form={form.id} parkId={park.id} />
      <NamesAndSlug names={fields.names} slug={fields.slug} />
      <Button tone="quiet" aria-label={words.addUnitTo({ park: park.names[locale] })}>
        {words.addUnit}
      </Button>
    </Form>
  );
}

type ParkFields = { slug: string; names: Names; domains: string };

function ParkForm({ sent }: { sent: Sent | null }) {
  const { m } = useI18n();
  const words = m.admin.parks;
  const [form, fields] = useForm<ParkFields>({
    id: 'park',
    lastResult: sent?.result,
    defaultValue: { ...typedNames(sent), domains: sent?.typed.domains },
  });
  return (
    <Form method="post" action="/admin/parks" {...getFormProps(form)} className="max-w-xl">
      <FormError errors={form.errors} id={form.errorId} />
      <Hidden form={form.id} />
      <NamesAndSlug names={fields.names} slug={fields.slug} />
      <Field
        field={fields.domains}
        label={words.domains}
        hint={words.domainsHint}
        optional
        input={{ spellCheck: false, autoCapitalize: 'none' }}
      />
      <Button>{words.addPark}</Button>
    </Form>
  );
}

const typedNames = (sent: Sent | null) => ({
  slug: sent?.typed.slug,
  names: {
    en: sent?.typed['names.en'],
    ms: sent?.typed['names.ms'],
    'zh-Hans': sent?.typed['names.zh-Hans'],
  },
});

/** Which form of the page is sent, and about which park. */
function Hidden({ form, parkId }: { form: string; parkId?: number }) {
  return (
    <>
      <input type="hidden" name="form" value={form} />
      {parkId !== undefined && <input type="hidden" name="parkId" value={parkId} />}
    </>
  );
}

function NamesAndSlug({ names, slug }: { names: FieldMetadata<Names>; slug: FieldMetadata<string> }) {
  const { m } = useI18n();
  const words = m.admin.parks;
  const fields = names.getFieldset();
  return (
    <>
      {locales.map((each) => (
        <Field
          key={each}
          field={fields[each]}
          label={words.nameIn({ language: m.common.languages[each] })}
          input={{ required: true, maxLength: 120, lang: each }}
        />
      ))}
      <Field
        field={slug}
        label={words.shortName}
        hint={words.shortNameHint}
        input={{ required: true, maxLength: 40, spellCheck: false, autoCapitalize: 'none' }}
      />
    </>
  );
}
