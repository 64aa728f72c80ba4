import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import { enter } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { safeReturnPath } from '~/http/return-path';
import { schemeCookie } from '~/http/scheme.server';
import { isScheme } from '~/ui/layout/schemes';

/** Changes the colour scheme of this browser's pages. */
export async function action(args: ActionFunctionArgs) {
  const { app, request, wholePage } = await enter(args, 'anyone');
  const form = await readForm(request);
  const scheme = form.get('scheme');
  const headers = new Headers();
  if (isScheme(scheme))
    headers.set('Set-Cookie', schemeCookie(scheme, app.config.origin.startsWith('https:')));
  // With JavaScript the page stays as it is, and asks for its data again.
  return wholePage ? redirect(safeReturnPath(form.get('next')), { headers }) : data(null, { headers });
}

export async function loader(args: ActionFunctionArgs) {
  await enter(args, 'anyone');
  return redirect('/');
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
