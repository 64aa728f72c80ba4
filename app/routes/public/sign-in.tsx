import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signIn } from '~/domain/identity/index.server';
import { signInSchema } from '~/domain/identity/schema';
import { enter } from '~/http/enter.server';
import { safeReturnPath } from '~/http/return-path';
import { submit } from '~/http/submit.server';
import { type SignInDone, SignInPage } from '~/ui/identity/sign-in-page';

const dones: SignInDone[] = ['reset', 'everywhere', 'signed-out'];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, m, url } = await enter(args, 'anyone');
  if (actor.kind === 'account') throw redirect(onwards(url));
  const query = url.searchParams;
  const kept = query.has('kept');
  return {
    title: `${m.identity.signIn.title} · ${m.common.name}`,
    action: `/sign-in${carried(query)}`,
    onwards: kept ? ('kept' as const) : query.has('next') ? ('page' as const) : ('nowhere' as const),
    done: dones.find((done) => done === query.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'anyone');
  const { app, address, at, db, request, url } = visit;
  const done = await submit(visit, signInSchema, (input) => signIn(db, { ...input, address }));
  if (!done.ok) return done.reply;
  const cookie = await app.sessions.begin(done.value.accountId, request.headers.get('user-agent'), at);
  return redirect(onwards(url), { headers: { 'Set-Cookie': cookie } });
}

/** Where the person was going, with the token of what they had typed, if that was kept. */
function onwards(url: URL): string {
  const next = safeReturnPath(url.searchParams.get('next'), '/my');
  const kept = url.searchParams.get('kept');
  if (!kept) return next;
  const to = new URL(next, url);
  to.searchParams.set('kept', kept);
  return to.pathname + to.search + to.hash;
}

function carried(query: URLSearchParams): string {
  const kept = [...query].filter(([name]) => name === 'next' || name === 'kept');
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignIn() {
  const { action, onwards, done } = useLoaderData<typeof loader>();
  return <SignInPage action={action} onwards={onwards} done={done} lastResult={useActionData<Action>()} />;
}
type Action = typeof action;
