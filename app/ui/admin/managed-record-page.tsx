// One record as an administrator looks after it: revoke, reinstate, correct the name.
import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, Link } from '@remix-run/react';
import type { RegistryRow } from '~/domain/reports/schema';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Card } from '../primitives/card';
import { Checkbox, Field, FormError } from '../primitives/field';
import { Notice } from '../primitives/notice';
import { AdminPage } from './admin-page';
import { StateBadge } from './registry-page';

type Sent = { form: string; result: SubmissionResult<string[]> };
type Outcome = 'revoked' | 'reinstated' | 'corrected';

export function ManagedRecordPage(props: {
  record: RegistryRow;
  done: Outcome | null;
  manages: boolean;
  sent: Sent | undefined;
}) {
  const { record, done, manages, sent } = props;
  const { m, format } = useI18n();
  const words = m.records.registry;
  const resultOf = (form: string) => (sent?.form === form ? sent.result : undefined);
  const stands = record.state === 'valid' || record.state === 'expired' || record.state === 'renewed';
  return (
    <AdminPage title={record.holder ?? words.unnamed} lead={record.courseName} manages={manages}>
      {done && <Notice tone="positive">{words.done[done]}</Notice>}
      <Card>
        <dl className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
          <Fact term={words.state}>
            <StateBadge state={record.state} />
          </Fact>
          <Fact term={words.park}>{record.parkName}</Fact>
          <Fact term={words.issued}>{format.date(record.issuedAt)}</Fact>
          <Fact term={words.validUntil}>
            {record.validUntil === null ? words.forGood : format.date(record.validUntil)}
          </Fact>
        </dl>
        {record.reason !== null && (
          <p className="mt-5">{m.records.checks.reason({ reason: record.reason })}</p>
        )}
        {record.replacedBy !== null && (
          <p className="mt-5">
            {words.replacedBy}{' '}
            <Link to={`/admin/records/${record.replacedBy}`} className="link">
              {m.records.checks.toCurrent}
            </Link>
          </p>
        )}
        <p className="mt-5 flex flex-wrap gap-x-8">
          <Link to={`/records/${record.id}`} className="link inline-flex min-h-11 items-center">
            {words.open}
          </Link>
          <Link to="/admin/records" className="link inline-flex min-h-11 items-center">
            {words.back}
          </Link>
        </p>
      </Card>
      <div className="mt-8 grid gap-8 lg:grid-cols-2">
        {stands && <Revoke lastResult={resultOf('revoke')} />}
        {record.state === 'revoked' && <Reinstate lastResult={resultOf('reinstate')} />}
        {record.replacedBy === null && (
          <Correct holder={record.holder ?? ''} lastResult={resultOf('correct')} />
        )}
      </div>
    </AdminPage>
  );
}

type Result = { lastResult: SubmissionResult<string[]> | undefined };

function Revoke({ lastResult }: Result) {
  const { m } = useI18n();
  const words = m.records.registry;
  const [form, fields] = useForm<{ reason: string; public: boolean }>({ id: 'revoke', lastResult });
  return (
    <Card>
      <h2 className="text-xl">{words.revokeTitle}</h2>
      <p className="mt-2 mb-5 text-muted">{words.revokeLead}</p>
      <Form method="post" {...getFormProps(form)}>
        <input type="hidden" name="form" value="revoke" />
        <FormError errors={form.errors} id={form.errorId} />
        <Field
          field={fields.reason}
          label={words.reason}
          hint={words.reasonHint}
          input={{ required: true, maxLength: 500, autoComplete: 'off' }}
        />
        <Checkbox field={fields.public} label={words.reasonPublic} hint={words.reasonPublicHint} />
        <Button tone="danger">{words.revoke}</Button>
      </Form>
    </Card>
  );
}

function Reinstate({ lastResult }: Result) {
  const { m } = useI18n();
  const words = m.records.registry;
  const [form] = useForm({ id: 'reinstate', lastResult });
  return (
    <Card>
      <h2 className="text-xl">{words.reinstateTitle}</h2>
      <p className="mt-2 mb-5 text-muted">{words.reinstateLead}</p>
      <Form method="post" {...getFormProps(form)}>
        <input type="hidden" name="form" value="reinstate" />
        <FormError errors={form.errors} id={form.errorId} />
        <Button>{words.reinstate}</Button>
      </Form>
    </Card>
  );
}

function Correct({ holder, lastResult }: Result & { holder: string }) {
  const { m } = useI18n();
  const words = m.records.registry;
  const [form, fields] = useForm<{ name: string }>({
    id: 'correct',
    lastResult,
    defaultValue: { name: holder },
  });
  return (
    <Card>
      <h2 className="text-xl">{words.correctTitle}</h2>
      <p className="mt-2 mb-5 text-muted">{words.correctLead}</p>
      <Form method="post" {...getFormProps(form)}>
        <input type="hidden" name="form" value="correct" />
        <FormError errors={form.errors} id={form.errorId} />
        <Field
          field={fields.name}
          label={words.name}
          input={{ required: true, maxLength: 120, autoComplete: 'off' }}
        />
        <Button tone="danger">{words.correct}</Button>
      </Form>
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="mt-1 font-semibold">{children}</dd>
    </div>
  );
}
