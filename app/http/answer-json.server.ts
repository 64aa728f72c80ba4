// For what a page's script asks in the background: answers in JSON, refusals too, with the same status every time.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import type { AccountActor } from '~/domain/actor';
import { DomainError } from '~/domain/error';
import { enter, type Visit } from './enter.server';
import { statusOf } from './errors.server';
import { submit } from './submit.server';

/** Whether a script asks, and not a form. */
const asksForJson = (request: Request): boolean =>
  request.headers.get('accept')?.includes('application/json') ?? false;

export const json = (value: unknown, status = 200): Response =>
  Response.json(value, { status, headers: { 'Cache-Control': 'private, no-store' } });

/** As `enter` for an account; but a script hears 401, where a person is sent to sign in. */
export async function enterQuietly(
  args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<Visit<AccountActor>> {
  const { actor } = await enter(args, 'anyone');
  if (actor.kind !== 'account' && asksForJson(args.request)) throw json({ error: 'signed-out' }, 401);
  return await enter(args, 'account');
}

/** What `command` gives, or the refusal as `{ error: code }` under its own status. Anything else is thrown on. */
export async function answerJson<Value>(command: () => Value | Promise<Value>): Promise<Response> {
  try {
    const value = await command();
    return value instanceof Response ? value : json(value);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return json({ error: error.code }, statusOf(error));
  }
}

/** As `submit`, for a script. A form without a script behind it gets `plain` when it succeeded. */
export async function submitJson<Schema extends z.ZodType, Value>(
  visit: Visit,
  schema: Schema,
  command: (input: z.infer<Schema>) => Value | Promise<Value>,
  plain: () => Response,
): Promise<Response> {
  return await answerJson(async () => {
    const done = await submit(visit, schema, command);
    if (!done.ok) {
      const codes = Object.values(done.reply.data.error ?? {}).flatMap((each) => each ?? []);
      return json({ error: codes[0] ?? 'form-damaged' }, done.reply.init?.status ?? 400);
    }
    if (!asksForJson(visit.request)) return plain();
    return done.value instanceof Response ? done.value : json(done.value);
  });
}
