import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { renewRecord } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import { announceRecord } from './announce-record.server';

/** Renews at once where nothing is to be done again, else says what is. */
export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { actor, at, db } = visit;
  const recordId = renewRecord(db, actor, { id: args.params.id ?? '', at });
  await announceRecord(visit, { issued: recordId !== null, recordId });
  return redirect(`/my/records?done=${recordId === null ? 'renewing' : 'renewed'}`);
}

/** A change is not made by a link: it leads to where it can be made. */
export async function loader(args: LoaderFunctionArgs) {
  await enter(args, 'account');
  return redirect('/my/records');
}

export { default, ErrorBoundary } from '~/ui/layout/no-page';
