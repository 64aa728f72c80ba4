import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useI18n } from '~/i18n/react';
import { Button } from '../primitives/button';
import { Checkbox, FormError } from '../primitives/field';

/** Consent to be shown to the other park: what it means first, then the choice. */
export function SharingForm(props: {
  sharedAt: number | null;
  kept: Record<string, string> | null;
  lastResult: SubmissionResult<string[]> | undefined;
}) {
  const { sharedAt, kept, lastResult } = props;
  const { m, format } = useI18n();
  const text = m.identity.sharing;
  const [form, fields] = useForm<{ shared: boolean }>({
    id: 'sharing-form',
    lastResult,
    defaultValue: { shared: kept ? kept.shared === 'on' : sharedAt !== null },
  });
  const { what, where, law, otherwise, revocable } = text.points;
  return (
    <Form method="post" action="/my/settings/sharing#sharing" {...getFormProps(form)}>
      <p>{text.intro}</p>
      <ul className="my-4 list-disc space-y-2 pl-5 text-muted marker:text-accent">
        {[what, where, law, otherwise, revocable].map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="mb-2 font-medium">
        {sharedAt === null ? text.notAgreed : text.agreedAt({ date: format.date(sharedAt) })}
      </p>
      <FormError errors={form.errors} id={form.errorId} />
      <Checkbox field={fields.shared} label={text.label} />
      <Button>{text.save}</Button>
    </Form>
  );
}
