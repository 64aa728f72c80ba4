import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { enter } from '~/http/enter.server';

export async function loader(args: LoaderFunctionArgs) {
  await enter(args, 'read:report:own-park');
  return redirect('/admin/reports');
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
