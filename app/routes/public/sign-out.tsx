import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { signOut } from '~/domain/identity/index.server';
import { enter } from '~/http/enter.server';

export async function action(args: ActionFunctionArgs) {
  const { actor, app, at, db, sessionIdHash } = await enter(args, 'anyone');
  signOut(db, actor, { sessionIdHash, at });
  return redirect('/sign-in?done=signed-out', { headers: { 'Set-Cookie': app.sessions.endCookie() } });
}

/** Signing out is a write: a link from elsewhere must not do it. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, 'anyone');
  return redirect('/');
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
