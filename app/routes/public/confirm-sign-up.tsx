import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { confirmSignUp, findSignUp, listTimeZones } from '~/domain/identity/index.server';
import { joinSchema } from '~/domain/identity/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';
import { DeadLinkPage } from '~/ui/identity/dead-link-page';
import { JoinPage } from '~/ui/identity/join-page';

export async function loader(args: LoaderFunctionArgs) {
  const { at, db, m, params, timeZone, url } = await enter(args, 'anyone');
  const found = findSignUp(db, { token: params.token ?? '', at });
  if (found.state !== 'open') {
    const title = `${m.identity.dead.signUp[found.state]} · ${m.common.name}`;
    return data({ title, open: null, dead: found.state }, { status: 410 });
  }
  const title = `${m.identity.join.confirmTitle} · ${m.common.name}`;
  const joining = {
    kind: 'sign-up' as const,
    email: found.email,
    park: found.park.names,
    units: found.units,
  };
  return data({
    title,
    open: { joining, action: url.pathname, timeZone, timeZones: listTimeZones(timeZone) },
    dead: null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'anyone');
  const { app, at, db, params, request } = visit;
  const token = params.token ?? '';
  const done = await submit(visit, joinSchema, (input) => confirmSignUp(db, { ...input, token, at }));
  if (!done.ok) return done.reply;
  const cookie = await app.sessions.begin(done.value.accountId, request.headers.get('user-agent'), at);
  return redirect('/my', { headers: { 'Set-Cookie': cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
];

export default function ConfirmSignUp() {
  const { open, dead } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  if (!open) return <DeadLinkPage kind="signUp" why={dead ?? 'unknown'} />;
  return <JoinPage {...open} lastResult={lastResult} />;
}
