import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { showRecord } from '~/domain/records/index.server';
import { shownSchema } from '~/domain/records/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { actor, at, db } = visit;
  const done = await submit(visit, shownSchema, ({ shown }) =>
    showRecord(db, actor, { id: args.params.id ?? '', shown, at }),
  );
  return redirect(done.ok ? '/my/records?done=saved' : '/my/records');
}

/** A change is not made by a link: it leads to where it can be made. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, 'account');
  return redirect('/my/records');
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
