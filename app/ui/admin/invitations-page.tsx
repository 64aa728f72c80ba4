// Who was invited, and the form that invites.
import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, Link, useSearchParams } from '@remix-run/react';
import { type Role, roles } from '~/domain/actor';
import { type InvitationState, invitationStates } from '~/domain/identity/schema';
import { type Locale, localeNames, locales } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Button, ButtonLink } from '../primitives/button';
import { Card, Empty } from '../primitives/card';
import { type Column, DataTable } from '../primitives/data-table';
import { Checkbox, Field, FormError, Select } from '../primitives/field';
import { Badge, Notice, type Tone } from '../primitives/notice';
import { AdminPage } from './admin-page';

type Names = Record<Locale, string>;

export type InvitationRow = {
  id: number;
  email: string;
  parkNames: Names;
  unitNames: Names | null;
  roles: Role[];
  /** Null when the operator invited. */
  invitedBy: string | null;
  createdAt: number;
  expiresAt: number;
  state: InvitationState;
};

export type InvitationPark = { id: number; names: Names; units: { id: number; names: Names }[] };

/** What an invitation form holds before anything is typed. */
export type InvitationDraft = {
  email?: string;
  parkId?: string;
  unitId?: string;
  roles?: string[];
  locale?: string;
};

type Props = {
  invitations: InvitationRow[];
  /** Of which state they are (null: any), and which page of how many. */
  list: {
    state: InvitationState | null;
    counts: Record<InvitationState, number>;
    page: number;
    pages: number;
  };
  /** Parks the reader may invite into, and the roles that may be given. */
  parks: InvitationPark[];
  grantable: Role[];
  draft: InvitationDraft;
  manages: boolean;
  /** What just happened. */
  invited: { email: string; link: string } | null;
  revoked: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
};

export function InvitationsPage(props: Props) {
  const { invitations, list, manages, invited, revoked } = props;
  const { m } = useI18n();
  const words = m.admin.invitations;
  return (
    <AdminPage title={words.title} lead={words.lead} manages={manages}>
      {revoked && !invited && <Notice tone="positive">{words.revoked}</Notice>}
      {invited && (
        <Notice tone="positive">
          <p className="font-semibold">{words.sent({ email: invited.email })}</p>
          <p className="mt-1">{words.link}</p>
          <p className="mt-2 font-mono text-sm break-all select-all">{invited.link}</p>
        </Notice>
      )}
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <section>
          <h2 className="mb-4 text-xl">{words.inviteTitle}</h2>
          <Card>
            {/* A new form once the last one was sent. */}
            <InvitationForm key={invited?.link ?? ''} {...props} />
          </Card>
        </section>
        <section className="min-w-0">
          <h2 className="mb-4 text-xl">{words.listTitle}</h2>
          {invitations.length > 0 || list.state ? (
            <>
              <States {...list} />
              {invitations.length > 0 ? (
                <InvitationList invitations={invitations} severalParks={props.parks.length > 1} />
              ) : (
                <p>{words.none}</p>
              )}
              <Pages {...list} />
            </>
          ) : (
            <Empty title={words.empty} drawing="people" level={3} />
          )}
        </section>
      </div>
    </AdminPage>
  );
}

type FormFields = { email: string; parkId: string; unitId: string; roles: string[]; locale: string };

function InvitationForm({ parks, grantable, draft, lastResult }: Props) {
  const { m, locale } = useI18n();
  const words = m.admin.invitations;
  const [only] = parks.length === 1 ? parks : [];
  const [form, fields] = useForm<FormFields>({
    id: 'invitation',
    lastResult,
    defaultValue: { locale, ...(only ? { parkId: String(only.id) } : {}), ...draft },
  });
  return (
    <Form method="post" action="/admin/invitations" {...getFormProps(form)}>
      <FormError errors={form.errors} id={form.errorId} />
      <Field
        field={fields.email}
        label={words.email}
        type="email"
        input={{ required: true, autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' }}
      />
      <Select
        field={fields.parkId}
        label={words.park}
        {...(only ? {} : { placeholder: m.common.form.choose })}
        options={parks.map((park) => ({ value: String(park.id), label: park.names[locale] }))}
        select={{ required: true }}
      />
      <Select
        field={fields.unitId}
        label={words.unit}
        hint={words.unitHint}
        placeholder={words.noUnit}
        options={parks.flatMap((park) =>
          park.units.map((unit) => ({
            value: String(unit.id),
            label: only ? unit.names[locale] : `${park.names[locale]} · ${unit.names[locale]}`,
          })),
        )}
      />
      <fieldset className="mb-5">
        <legend className="mb-1 font-medium">{words.roles}</legend>
        <p className="text-sm text-muted">{words.rolesHint}</p>
        {roles
          .filter((role) => grantable.includes(role))
          .map((role) => (
            <Checkbox
              key={role}
              field={fields.roles}
              value={role}
              label={m.admin.roles[role]}
              hint={m.admin.roleHints[role]}
            />
          ))}
      </fieldset>
      <Select
        field={fields.locale}
        label={words.language}
        options={locales.map((each) => ({ value: each, label: localeNames[each] }))}
      />
      <Button>{words.submit}</Button>
    </Form>
  );
}

const hrefOf = (lng: string | null, state: InvitationState | null, page = 1): string => {
  const params = new URLSearchParams({
    ...(state ? { state } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
    ...(lng ? { lng } : {}),
  });
  return `/admin/invitations${params.size > 0 ? `?${params}` : ''}`;
};

function States({ state, counts }: Props['list']) {
  const { m, format } = useI18n();
  const words = m.admin.invitations;
  const lng = useSearchParams()[0].get('lng');
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav aria-label={words.state} className="mb-4 flex flex-wrap gap-2 print:hidden">
      {[null, ...invitationStates].map((each) => (
        <Link
          key={each}
          to={hrefOf(lng, each)}
          preventScrollReset
          aria-current={state === each ? 'page' : undefined}
          className="inline-flex min-h-11 items-center gap-2 rounded-card border border-control bg-surface px-4 text-ink no-underline hover:bg-raised aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold"
        >
          {each ? words.states[each] : words.all}
          <span className="text-sm font-normal text-muted tabular-nums">
            {format.number(each ? counts[each] : all)}
          </span>
        </Link>
      ))}
    </nav>
  );
}

function Pages({ state, page, pages }: Props['list']) {
  const { m } = useI18n();
  const words = m.admin.invitations;
  const lng = useSearchParams()[0].get('lng');
  if (pages < 2) return null;
  return (
    <nav aria-label={words.pages} className="mt-6 flex flex-wrap items-center gap-4 print:hidden">
      {page > 1 && (
        <ButtonLink to={hrefOf(lng, state, page - 1)} tone="quiet" rel="prev">
          {m.common.table.previous}
        </ButtonLink>
      )}
      <span className="text-muted">{words.page({ page, pages })}</span>
      {page < pages && (
        <ButtonLink to={hrefOf(lng, state, page + 1)} tone="quiet" rel="next">
          {m.common.table.next}
        </ButtonLink>
      )}
    </nav>
  );
}

const tones: Record<InvitationState, Tone> = {
  open: 'accent',
  accepted: 'positive',
  expired: 'plain',
  revoked: 'plain',
};

function InvitationList(props: { invitations: InvitationRow[]; severalParks: boolean }) {
  const { invitations, severalParks } = props;
  const { m, format, locale } = useI18n();
  const words = m.admin.invitations;
  const columns: Column<InvitationRow>[] = [
    {
      key: 'email',
      label: words.email,
      cell: (row) => (
        <>
          <span className="block min-w-36 break-words">
            {row.email.replace(/@.*/, '')}
            <wbr />
            {row.email.replace(/^[^@]*/, '')}
          </span>
          <span className="block text-sm text-muted">
            {row.roles.length > 0
              ? format.list(row.roles.map((role) => m.admin.roles[role]))
              : m.admin.learner}
          </span>
        </>
      ),
    },
    {
      key: 'unit',
      label: severalParks ? words.park : words.unit,
      cell: (row) => {
        const unit = row.unitNames?.[locale] ?? words.noUnit;
        if (!severalParks) return <span className="block min-w-28">{unit}</span>;
        return (
          <span className="block min-w-28">
            {row.parkNames[locale]}
            <span className="block text-sm text-muted">{unit}</span>
          </span>
        );
      },
    },
    {
      key: 'state',
      label: words.state,
      unbroken: true,
      cell: (row) => <Badge tone={tones[row.state]}>{words.states[row.state]}</Badge>,
    },
    {
      key: 'sent',
      label: words.sentOn,
      unbroken: true,
      cell: (row) => (
        <>
          {format.date(row.createdAt)}
          {row.state === 'open' && (
            <span className="block text-sm text-muted">
              {words.openUntil({ date: format.date(row.expiresAt) })}
            </span>
          )}
          <span className="block text-sm text-muted">{row.invitedBy ?? words.system}</span>
        </>
      ),
    },
    {
      key: 'action',
      label: words.action,
      cell: (row) =>
        row.state === 'open' && (
          <Form method="post" action={`/admin/invitations/${row.id}/revoke`}>
            <Button
              tone="danger"
              className="whitespace-nowrap"
              aria-label={words.revokeNamed({ email: row.email })}
            >
              {words.revoke}
            </Button>
          </Form>
        ),
    },
  ];
  return (
    <DataTable caption={words.listTitle} columns={columns} rows={invitations} rowKey={(row) => row.id} />
  );
}
