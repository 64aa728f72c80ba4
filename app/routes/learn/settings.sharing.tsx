import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeSharing } from '~/domain/identity/index.server';
import { sharingSchema } from '~/domain/identity/schema';
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
  const done = await submit(visit, sharingSchema, (input) => changeSharing(db, actor, { ...input, at }));
  return done.ok ? redirect('/my/settings?saved=sharing') : done.reply;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SharingSettings() {
  const { settings } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <SettingsPage settings={settings} refused={{ section: 'sharing', result }} />;
}
