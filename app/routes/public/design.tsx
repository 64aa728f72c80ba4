import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { enter } from '~/http/enter.server';
import { DesignPage } from '~/ui/design/design-page';

/** The design language, for who works on the site. Nobody else needs it, so a site in production has no such page. */
export async function loader(args: LoaderFunctionArgs) {
  const { app } = await enter(args, 'anyone');
  if (app.config.production) throw data({ code: 'not-found' }, { status: 404 });
  return null;
}

export const meta: MetaFunction = () => [
  { title: 'Design · Parkbridge' },
  { name: 'robots', content: 'noindex' },
];

export default function Design() {
  return <DesignPage />;
}
