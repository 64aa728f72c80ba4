import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Field, FormError } from '../primitives/field';
import { Notice } from '../primitives/notice';
import { FormPage } from './form-page';
import { WayOn } from './way-on';

export type SignInDone = 'reset' | 'everywhere' | 'signed-out';

/** `action`: the address to send to, with where to go afterwards in it. `onwards`: whether that was asked for, or holds a kept form. */
export function SignInPage(props: {
  action: string;
  onwards: 'nowhere' | 'page' | 'kept';
  done: SignInDone | null;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { m } = useI18n();
  const text = m.identity.signIn;
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: 'sign-in',
    lastResult: props.lastResult,
  });
  const done = { reset: text.doneReset, everywhere: text.doneEverywhere, 'signed-out': text.doneSignedOut };
  const lead = { nowhere: text.lead, page: text.leadToContinue, kept: text.leadKept }[props.onwards];
  return (
    <FormPage
      title={text.title}
      lead={props.done ? undefined : lead}
      notice={props.done && <Notice tone="positive">{done[props.done]}</Notice>}
      after={
        <WayOn before={text.noAccount} to="/sign-up">
          {text.signUp}
        </WayOn>
      }
    >
      <Form method="post" action={props.action} {...getFormProps(form)}>
        <FormError errors={form.errors} id={form.errorId} />
        <Field
          field={fields.email}
          label={m.identity.fieldLabels.email}
          type="email"
          input={{ autoComplete: 'username', required: true, spellCheck: false, autoCapitalize: 'none' }}
        />
        <Field
          field={fields.password}
          label={m.identity.fieldLabels.password}
          type="password"
          input={{ autoComplete: 'current-password', required: true }}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Button>{text.submit}</Button>
          <WayOn to="/reset">{text.forgot}</WayOn>
        </div>
      </Form>
    </FormPage>
  );
}
