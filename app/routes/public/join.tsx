import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  acceptFirstInvitation,
  acceptInvitation,
  findInvitation,
  listTimeZones,
  type OpenInvitation,
} from '~/domain/identity/index.server';
import { joinFirstSchema, joinSchema } from '~/domain/identity/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';
import type { Locale } from '~/i18n/locales';
import type { Messages } from '~/i18n/messages';
import { DeadLinkPage } from '~/ui/identity/dead-link-page';
import { type Joining, JoinPage } from '~/ui/identity/join-page';

export async function loader(args: LoaderFunctionArgs) {
  const { at, db, locale, m, params, timeZone, url } = await enter(args, 'anyone');
  const found = findInvitation(db, { token: params.token ?? '', at });
  if (found.state !== 'open') {
    const title = `${m.identity.dead.invitation[found.state]} · ${m.common.name}`;
    return data({ title, open: null, dead: found.state }, { status: 410 });
  }
  const joining = joiningOf(found);
  const title = `${titleOf(joining, m, locale)} · ${m.common.name}`;
  return data({
    title,
    open: { joining, action: url.pathname, timeZone, timeZones: listTimeZones(timeZone) },
    dead: null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'anyone');
  const { app, at, db, params, request } = visit;
  const token = params.token ?? '';
  const found = findInvitation(db, { token, at });
  const first = found.state === 'open' && found.kind === 'first';
  const done = first
    ? await submit(visit, joinFirstSchema, (input) => acceptFirstInvitation(db, { ...input, token, at }))
    : await submit(visit, joinSchema, (input) => acceptInvitation(db, { ...input, token, at }));
  if (!done.ok) return done.reply;
  const cookie = await app.sessions.begin(done.value.accountId, request.headers.get('user-agent'), at);
  return redirect(first ? '/admin/invitations' : '/my', { headers: { 'Set-Cookie': cookie } });
}

/** The choice of a unit is offered only where the invitation names none. */
function joiningOf(found: OpenInvitation): Joining {
  if (found.kind === 'first') return { kind: 'first' };
  return {
    kind: 'invitation',
    email: found.email,
    park: found.park.names,
    units: found.unitId === null ? found.units : [],
  };
}

const titleOf = (joining: Joining, m: Messages, locale: Locale): string =>
  joining.kind === 'first'
    ? m.identity.join.firstTitle
    : m.identity.join.title({ park: joining.park[locale] });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
];

export default function Join() {
  const { open, dead } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  if (!open) return <DeadLinkPage kind="invitation" why={dead ?? 'unknown'} />;
  return <JoinPage {...open} lastResult={lastResult} />;
}
