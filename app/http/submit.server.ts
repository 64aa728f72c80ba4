// A form's way to a command and back: parse, call, and the answer to show beside the fields when it is refused.
import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { DomainError } from '~/domain/error';
import type { Visit } from './enter.server';
import { statusOf } from './errors.server';
import { readForm } from './form.server';

type Reply = ReturnType<typeof data<SubmissionResult<string[]>>>;

/**
 * Parses the request's form by `schema` and gives it to `command`. Codes of field errors and of DomainErrors that a person
 * can mend (invalid, conflict, gone, limited) come back as `reply`, with everything typed kept but passwords; others are thrown on.
 */
export async function submit<Schema extends z.ZodType, Value>(
  visit: Visit,
  schema: Schema,
  command: (input: z.infer<Schema>) => Value | Promise<Value>,
): Promise<{ ok: true; value: Value } | { ok: false; reply: Reply }> {
  const submission = parseWithZod(await readForm(visit.request), { schema });
  if (submission.status !== 'success')
    return { ok: false, reply: refuse(submission.reply({ hideFields: secrets }), 400) };
  try {
    return { ok: true, value: await command(submission.value) };
  } catch (error) {
    if (!(error instanceof DomainError) || error.refusal === 'forbidden' || error.refusal === 'not-found')
      throw error;
    const fields = error.details.fields ?? {};
    const result = submission.reply({
      hideFields: secrets,
      formErrors: Object.keys(fields).length === 0 ? [error.code] : [],
      fieldErrors: Object.fromEntries(Object.entries(fields).map(([name, code]) => [name, [code]])),
    });
    return { ok: false, reply: refuse(result, statusOf(error)) };
  }
}

const secrets = ['password', 'currentPassword', 'newPassword'];

const refuse = (result: SubmissionResult<string[]>, status: number): Reply => data(result, { status });
