import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Field, FormError } from '../primitives/field';
import { FormPage } from './form-page';
import { WayOn } from './way-on';

/** Asks for an address to mail a link to: to sign up, or to set a forgotten password anew. */
export function AskLinkPage(props: {
  purpose: 'sign-up' | 'reset';
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { purpose, lastResult } = props;
  const { m } = useI18n();
  const { signUp, forgot, fieldLabels } = m.identity;
  const [form, fields] = useForm<{ email: string }>({ id: purpose, lastResult });
  const text = purpose === 'sign-up' ? signUp : forgot;
  return (
    <FormPage
      title={text.title}
      lead={text.lead}
      after={
        purpose === 'sign-up' ? (
          <>
            <WayOn before={signUp.haveAccount} to="/sign-in">
              {m.identity.signIn.submit}
            </WayOn>
            <p className="text-muted">{signUp.invited}</p>
          </>
        ) : (
          <WayOn to="/sign-in">{forgot.back}</WayOn>
        )
      }
    >
      <Form method="post" action={`/${purpose}`} {...getFormProps(form)}>
        <FormError errors={form.errors} id={form.errorId} />
        <Field
          field={fields.email}
          label={fieldLabels.email}
          hint={purpose === 'sign-up' ? signUp.hint : undefined}
          type="email"
          input={{
            autoComplete: purpose === 'sign-up' ? 'email' : 'username',
            required: true,
            spellCheck: false,
            autoCapitalize: 'none',
          }}
        />
        <Button>{text.submit}</Button>
      </Form>
    </FormPage>
  );
}
