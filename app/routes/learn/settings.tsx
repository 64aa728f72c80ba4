import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { sections } from '~/ui/identity/settings-data';
import { SettingsPage } from '~/ui/identity/settings-page';
import { loadSettings } from './load-settings.server';

export async function loader(args: LoaderFunctionArgs) {
  return loadSettings(args);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SettingsRoute() {
  const { settings } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const saved = sections.find((section) => section === query.get('saved')) ?? null;
  return <SettingsPage settings={settings} saved={saved} />;
}
