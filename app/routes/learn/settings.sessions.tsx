import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { endSession, signOutEverywhere } from '~/domain/identity/index.server';
import { sessionsSchema } from '~/domain/identity/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';
import { SettingsPage } from '~/ui/identity/settings-page';
import { loadSettings } from './load-settings.server';

export async function loader(args: LoaderFunctionArgs) {
  return loadSettings(args);
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { actor, app, at, db, sessionIdHash } = visit;
  const done = await submit(visit, sessionsSchema, ({ session }) => {
    if (session === 'all') signOutEverywhere(db, actor, { at });
    else endSession(db, actor, { idHash: session, at });
    return session;
  });
  if (!done.ok) return done.reply;
  const gone = { headers: { 'Set-Cookie': app.sessions.endCookie() } };
  if (done.value === 'all') return redirect('/sign-in?done=everywhere', gone);
  if (done.value === sessionIdHash) return redirect('/sign-in?done=signed-out', gone);
  return redirect('/my/settings?saved=sessions');
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SessionsSettings() {
  const { settings } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <SettingsPage settings={settings} refused={{ section: 'sessions', result }} />;
}
