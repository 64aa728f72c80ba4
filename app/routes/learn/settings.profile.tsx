import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeProfile } from '~/domain/identity/index.server';
import { profileSchema } from '~/domain/identity/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';
import { SettingsPage } from '~/ui/identity/settings-page';
import { loadSettings } from './load-settings.server';

export async function loader(args: LoaderFunctionArgs) {
  return loadSettings(args);
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { actor, at, db } = visit;
  const done = await submit(visit, profileSchema, (input) => changeProfile(db, actor, { ...input, at }));
  return done.ok ? redirect('/my/settings?saved=profile') : done.reply;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProfileSettings() {
  const { settings } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <SettingsPage settings={settings} refused={{ section: 'profile', result }} />;
}
