import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { roles } from '~/domain/actor';
import { createInvitation, listInvitations, listParks, listUnits } from '~/domain/identity/index.server';
import { may } from '~/domain/identity/permissions';
import { invitationFilterSchema, invitationSchema } from '~/domain/identity/schema';
import { enter } from '~/http/enter.server';
import { submit } from '~/http/submit.server';
import { type InvitationDraft, InvitationsPage } from '~/ui/admin/invitations-page';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, at, db, kept, m, url } = await enter(args, 'invite:account:own-park');
  const everywhere = may(actor, 'invite:account:any-park');
  const filter = invitationFilterSchema.parse(Object.fromEntries(url.searchParams));
  const { lines, ...list } = listInvitations(db, actor, { ...filter, at });
  return {
    title: `${m.admin.invitations.title} · ${m.common.name}`,
    invitations: lines,
    list: { ...list, state: filter.state ?? null },
    parks: listParks(db)
      .filter((park) => everywhere || park.id === actor.parkId)
      .map(({ id, names }) => ({ id, names, units: listUnits(db, { parkId: id }) })),
    grantable: roles.filter((role) => everywhere || role !== 'programme-administrator'),
    draft: kept?.action === url.pathname ? draftOf(kept.fields) : {},
    manages: may(actor, 'manage:park:any-park'),
    revoked: url.searchParams.get('done') === 'revoked',
  };
}

/** Shows the link once, in the answer itself: it is kept nowhere. */
export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'invite:account:own-park');
  const { actor, app, at, db } = visit;
  const done = await submit(visit, invitationSchema, (input) => ({
    email: input.email,
    token: createInvitation(db, actor, { ...input, at }).token,
  }));
  if (!done.ok) return data({ invited: null, refused: done.reply.data }, done.reply.init ?? undefined);
  app.nudgeMail();
  const { email, token } = done.value;
  return data(
    { invited: { email, link: `${app.config.origin}/join/${token}` }, refused: undefined },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

/** What was typed before signing in was asked. */
function draftOf(fields: [string, string][]): InvitationDraft {
  const typed = new URLSearchParams(fields);
  const one = (name: string) => typed.get(name) ?? undefined;
  return {
    email: one('email'),
    parkId: one('parkId'),
    unitId: one('unitId'),
    roles: typed.getAll('roles'),
    locale: one('locale'),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function InvitationsRoute() {
  const loaded = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return <InvitationsPage {...loaded} invited={done?.invited ?? null} lastResult={done?.refused} />;
}
