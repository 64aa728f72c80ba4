import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { enter } from '~/http/enter.server';
import { OfflinePage } from '~/ui/offline/offline-page';

export async function loader(args: LoaderFunctionArgs) {
  const { m } = await enter(args, 'anyone');
  return { title: `${m.offline.title} · ${m.common.name}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
];

export default function Offline() {
  return <OfflinePage />;
}
