import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Field, FormError } from '../primitives/field';
import { FormPage } from './form-page';
import { Username } from './person-fields';

export function ResetPage(props: {
  email: string;
  action: string;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { m } = useI18n();
  const text = m.identity.reset;
  const [form, fields] = useForm<{ password: string }>({ id: 'reset', lastResult: props.lastResult });
  return (
    <FormPage title={text.title} lead={text.lead}>
      <Form method="post" action={props.action} {...getFormProps(form)}>
        <FormError errors={form.errors} id={form.errorId} />
        <Username email={props.email} />
        <Field
          field={fields.password}
          label={m.identity.fieldLabels.newPassword}
          hint={m.identity.hints.password}
          type="password"
          input={{ autoComplete: 'new-password', required: true }}
        />
        <Button>{text.submit}</Button>
      </Form>
    </FormPage>
  );
}
