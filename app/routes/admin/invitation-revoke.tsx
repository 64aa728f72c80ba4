import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { revokeInvitation } from '~/domain/identity/index.server';
import { enter } from '~/http/enter.server';

export async function action(args: ActionFunctionArgs) {
  const { actor, at, db, params } = await enter(args, 'invite:account:own-park');
  // What is no number is no invitation: refused like one that is not there.
  const invitationId = /^\d{1,15}$/.test(params.invitation ?? '') ? Number(params.invitation) : 0;
  revokeInvitation(db, actor, { invitationId, at });
  return redirect('/admin/invitations?done=revoked');
}

/** Withdrawing is a write: a link does not do it, and leads to where it can be done. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, 'invite:account:own-park');
  return redirect('/admin/invitations');
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
