import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { AccountActor } from '~/domain/actor';
import { may } from '~/domain/identity/permissions';
import { correctHolderName, reinstateRecord, revokeRecord, signRecord } from '~/domain/records/index.server';
import { correctionSchema, reinstatementSchema, revocationSchema } from '~/domain/records/schema';
import { findInRegistry } from '~/domain/reports/index.server';
import { enter, type Visit } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { submit } from '~/http/submit.server';
import { ManagedRecordPage } from '~/ui/admin/managed-record-page';

const outcomes = ['revoked', 'reinstated', 'corrected'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, at, db, locale, m, params, timeZone, url } = await enter(args, 'read:record:own-park');
  const record = findInRegistry(db, actor, { id: params.id ?? '', locale, timeZone, at });
  return {
    title: `${m.records.registry.title} · ${m.common.name}`,
    record,
    done: outcomes.find((outcome) => outcome === url.searchParams.get('done')) ?? null,
    manages: may(actor, 'manage:park:any-park'),
  };
}

/** The page has a form for each change; the field `form` names the one that is sent. */
export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'read:record:own-park');
  const form = String((await readForm(visit.request)).get('form') ?? '');
  const done = await change(visit, args.params.id ?? '', form);
  if (!done.ok) return data({ form, result: done.reply.data }, done.reply.init ?? undefined);
  visit.app.nudgeMail();
  return redirect(done.value);
}

function change(visit: Visit<AccountActor>, id: string, form: string) {
  const { actor, app, at, db } = visit;
  if (form === 'reinstate') {
    return submit(visit, reinstatementSchema, () => {
      reinstateRecord(db, actor, { id, at });
      return `/admin/records/${id}?done=reinstated`;
    });
  }
  if (form === 'correct') {
    return submit(visit, correctionSchema, async ({ name }) => {
      const fresh = correctHolderName(db, actor, { id, name, at });
      await signRecord(db, app.keys, { id: fresh, at });
      return `/admin/records/${fresh}?done=corrected`;
    });
  }
  return submit(visit, revocationSchema, (input) => {
    revokeRecord(db, actor, { id, ...input, at });
    return `/admin/records/${id}?done=revoked`;
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ManagedRecordRoute() {
  return <ManagedRecordPage {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}
