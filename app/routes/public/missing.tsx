import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { enter } from '~/http/enter.server';

const missing = async (args: LoaderFunctionArgs) => {
  await enter(args, 'anyone');
  throw data({ code: 'not-found' }, { status: 404 });
};

export async function loader(args: LoaderFunctionArgs) {
  return missing(args);
}

export async function action(args: ActionFunctionArgs) {
  return missing(args);
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
