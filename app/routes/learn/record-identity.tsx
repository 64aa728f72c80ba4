import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { changeIdentity, signRecord } from '~/domain/records/index.server';
import { identitySchema } from '~/domain/records/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { actor, app, at, db } = visit;
  const id = args.params.id ?? '';
  const done = await submit(visit, identitySchema, async ({ identity }) => {
    changeIdentity(db, app.keys, actor, { id, identity, at });
    await signRecord(db, app.keys, { id, at });
  });
  return redirect(done.ok ? '/my/records?done=saved' : '/my/records');
}

/** A change is not made by a link: it leads to where it can be made. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, 'account');
  return redirect('/my/records');
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
