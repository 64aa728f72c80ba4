import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Field, FormError } from '../primitives/field';
import { Username } from './person-fields';

export function PasswordForm(props: { email: string; lastResult: SubmissionResult<string[]> | undefined }) {
  const { m } = useI18n();
  const { fieldLabels, hints, settings } = m.identity;
  const [form, fields] = useForm<{ currentPassword: string; newPassword: string }>({
    id: 'password-form',
    lastResult: props.lastResult,
  });
  return (
    <Form method="post" action="/my/settings/password#password" {...getFormProps(form)}>
      <p className="mb-5 text-muted">{settings.passwordLead}</p>
      <FormError errors={form.errors} id={form.errorId} />
      <Username email={props.email} />
      <Field
        field={fields.currentPassword}
        label={fieldLabels.currentPassword}
        type="password"
        input={{ autoComplete: 'current-password', required: true }}
      />
      <Field
        field={fields.newPassword}
        label={fieldLabels.newPassword}
        hint={hints.password}
        type="password"
        input={{ autoComplete: 'new-password', required: true }}
      />
      <Button>{settings.savePassword}</Button>
    </Form>
  );
}
