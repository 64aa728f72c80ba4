import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changePassword } from '~/domain/identity/index.server';
import { passwordSchema } from '~/domain/identity/schema';
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
  const done = await submit(visit, passwordSchema, (input) =>
    changePassword(db, actor, { ...input, sessionIdHash, at }),
  );
  if (!done.ok) return done.reply;
  app.nudgeMail();
  return redirect('/my/settings?saved=password');
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PasswordSettings() {
  const { settings } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <SettingsPage settings={settings} refused={{ section: 'password', result }} />;
}
