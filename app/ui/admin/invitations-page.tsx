// Who was invited, and the form that invites.
import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { type Role, roles } from '~/domain/actor';
import { type Locale, localeNames, locales } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Card, Empty } from '../primitives/card';
import { type Column, DataTable } from '../primitives/data-table';
import { Checkbox, Field, FormError, Select } from '../primitives/field';
import { Badge, Notice, type Tone } from '../primitives/notice';
import { AdminPage } from './admin-page';

type Names = Record<Locale, string>;
type State = 'open' | 'accepted' | 'expired' | 'revoked';

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
  state: State;
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
  const { invitations, manages, invited, revoked } = props;
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
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <section>
          <h2 className="mb-4 text-xl">{words.inviteTitle}</h2>
          <Card>
            {/* A new form once the last one was sent. */}
            <InvitationForm key={invited?.link ?? ''} {...props} />
          </Card>
        </section>
        <section className="min-w-0">
          <h2 className="mb-4 text-xl">{words.listTitle}</h2>
          {invitations.length > 0 ? (
            <InvitationList invitations={invitations} />
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

const tones: Record<State, Tone> = {
  open: 'accent',
  accepted: 'positive',
  expired: 'plain',
  revoked: 'plain',
};

function InvitationList({ invitations }: { invitations: InvitationRow[] }) {
  const { m, format, locale } = useI18n();
  const words = m.admin.invitations;
  const columns: Column<InvitationRow>[] = [
    {
      key: 'email',
      label: words.email,
      cell: (row) => (
        <>
          <span className="block min-w-40 break-words">{row.email}</span>
          <span className="block text-sm text-muted">
            {row.roles.length > 0
              ? format.list(row.roles.map((role) => m.admin.roles[role]))
              : m.admin.learner}
          </span>
        </>
      ),
    },
    {
      key: 'park',
      label: words.park,
      cell: (row) => (
        <>
          {row.parkNames[locale]}
          {row.unitNames && <span className="block text-sm text-muted">{row.unitNames[locale]}</span>}
        </>
      ),
    },
    {
      key: 'state',
      label: words.state,
      cell: (row) => <Badge tone={tones[row.state]}>{words.states[row.state]}</Badge>,
    },
    { key: 'by', label: words.invitedBy, cell: (row) => row.invitedBy ?? words.system },
    { key: 'sent', label: words.sentOn, unbroken: true, cell: (row) => format.date(row.createdAt) },
    { key: 'expires', label: words.expires, unbroken: true, cell: (row) => format.date(row.expiresAt) },
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
