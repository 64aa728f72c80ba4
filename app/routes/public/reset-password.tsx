import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findReset, resetPassword } from '~/domain/identity/index.server';
import { resetSchema } from '~/domain/identity/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';
import { DeadLinkPage } from '~/ui/identity/dead-link-page';
import { ResetPage } from '~/ui/identity/reset-page';

export async function loader(args: LoaderFunctionArgs) {
  const { at, db, m, params, url } = await enter(args, 'anyone');
  const found = findReset(db, { token: params.token ?? '', at });
  if (found.state !== 'open') {
    const title = `${m.identity.dead.reset[found.state]} · ${m.common.name}`;
    return data({ title, open: null, dead: found.state }, { status: 410 });
  }
  const title = `${m.identity.reset.title} · ${m.common.name}`;
  return data({ title, open: { email: found.email, action: url.pathname }, dead: null });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'anyone');
  const { app, at, db, params } = visit;
  const token = params.token ?? '';
  const done = await submit(visit, resetSchema, ({ password }) => resetPassword(db, { token, password, at }));
  if (!done.ok) return done.reply;
  app.nudgeMail();
  return redirect('/sign-in?done=reset', { headers: { 'Set-Cookie': app.sessions.endCookie() } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
];

export default function ResetPassword() {
  const { open, dead } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  if (!open) return <DeadLinkPage kind="reset" why={dead ?? 'unknown'} />;
  return <ResetPage {...open} lastResult={lastResult} />;
}
