// Inviting, withdrawing, and managing parks, through the real loaders and actions.
import { beforeEach, expect, test } from 'vitest';
import { type Actor, anonymous } from '~/domain/actor';
import { findInvitation } from '~/domain/identity/index.server';
import { action as revoke, loader as revokePage } from '~/routes/admin/invitation-revoke';
import { loader as invitations, action as invite } from '~/routes/admin/invitations';
import { action as change, loader as parksPage } from '~/routes/admin/parks';
import { outbox } from '~db/schema';
import { ask, makeWorld, now, origin, statusOf, type World } from '../../support/world';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

type Page = Awaited<ReturnType<typeof invitations>>;
const pageAs = async (actor: Actor) =>
  (await ask(world, invitations, actor, { path: '/admin/invitations' })) as Page;
const form = (changes: Record<string, string | string[]> = {}) => ({
  email: 'new@mranti.example',
  parkId: String(world.parks.mranti),
  roles: ['instructor'],
  locale: 'ms',
  ...changes,
});
const inviteAs = (actor: Actor, changes?: Record<string, string | string[]>) =>
  ask(world, invite, actor, { path: '/admin/invitations', form: form(changes) });
type Refused = {
  data: { refused?: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> } };
};
type Invited = { data: { invited: { email: string; link: string } } };

test('an invitation is sent, shown once as a link that works, listed, and withdrawn', async () => {
  const { parkAdministrator } = world.people;
  const answer = (await inviteAs(parkAdministrator)) as unknown as Invited;
  const { link } = answer.data.invited;
  expect(link.startsWith(`${origin}/join/`)).toBe(true);
  const token = link.slice(`${origin}/join/`.length);
  expect(findInvitation(world.db, { token, at: now })).toMatchObject({ state: 'open' });
  expect(world.db.select().from(outbox).all()).toMatchObject([
    { recipient: 'new@mranti.example', locale: 'ms' },
  ]);

  const page = await pageAs(parkAdministrator);
  expect(page.invitations).toMatchObject([
    { email: 'new@mranti.example', state: 'open', roles: ['instructor'], invitedBy: 'Hafiz Osman' },
  ]);
  expect(JSON.stringify(page)).not.toContain(token);

  const path = `/admin/invitations/${page.invitations[0]?.id}/revoke`;
  const params = { invitation: String(page.invitations[0]?.id) };
  const withdrawn = await ask(world, revoke, parkAdministrator, { path, params, form: {} });
  expect((withdrawn as Response).headers.get('Location')).toBe('/admin/invitations?done=revoked');
  expect((await pageAs(parkAdministrator)).invitations).toMatchObject([{ state: 'revoked' }]);
  expect(findInvitation(world.db, { token, at: now })).toMatchObject({ state: 'revoked' });
});

test('a park administrator invites into the own park only, and makes no programme administrator', async () => {
  const { parkAdministrator, programmeAdministrator } = world.people;
  const page = await pageAs(parkAdministrator);
  expect(page.parks.map((park) => park.id)).toEqual([world.parks.mranti]);
  expect(page.grantable).toEqual(['instructor', 'park-administrator']);
  expect(statusOf(await inviteAs(parkAdministrator, { parkId: String(world.parks.zpark) }))).toBe(403);
  expect(statusOf(await inviteAs(parkAdministrator, { parkId: '4711' }))).toBe(403);
  expect(statusOf(await inviteAs(parkAdministrator, { roles: ['programme-administrator'] }))).toBe(403);
  expect((await pageAs(programmeAdministrator)).parks).toHaveLength(2);
  expect(statusOf(await inviteAs(programmeAdministrator, { parkId: String(world.parks.zpark) }))).toBe(200);
  expect((await pageAs(parkAdministrator)).invitations).toEqual([]);
  expect((await pageAs(programmeAdministrator)).invitations).toHaveLength(1);
});

test('what is wrong is said beside its field and what was typed is kept', async () => {
  const answer = (await inviteAs(world.people.parkAdministrator, {
    email: 'not an address',
  })) as unknown as Refused;
  expect(statusOf(answer)).toBe(400);
  expect(answer.data.refused?.error).toEqual({ email: ['email-invalid'] });
  expect(answer.data.refused?.initialValue).toMatchObject({
    email: 'not an address',
    locale: 'ms',
    roles: 'instructor',
  });
  const member = (await inviteAs(world.people.parkAdministrator, {
    email: 'aisyah@mranti.example',
  })) as unknown as Refused;
  expect(statusOf(member)).toBe(409);
  expect(member.data.refused?.error).toEqual({ email: ['already-a-member'] });
});

test('another park’s invitation and none at all are refused alike', async () => {
  await inviteAs(world.people.programmeAdministrator, { parkId: String(world.parks.zpark) });
  const id = String((await pageAs(world.people.programmeAdministrator)).invitations[0]?.id);
  const answers = [];
  for (const invitation of [id, '4711', 'x', '-1']) {
    const path = `/admin/invitations/${invitation}/revoke`;
    answers.push(
      await ask(world, revoke, world.people.parkAdministrator, { path, params: { invitation }, form: {} }),
    );
  }
  expect(answers.map(statusOf)).toEqual([403, 403, 403, 403]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test('learners, instructors and the signed-out do not come in', async () => {
  const { learner, instructor, parkAdministrator } = world.people;
  for (const actor of [learner, instructor]) {
    expect(statusOf(await ask(world, invitations, actor, { path: '/admin/invitations' }))).toBe(403);
    expect(statusOf(await inviteAs(actor))).toBe(403);
    expect(
      statusOf(
        await ask(world, revoke, actor, {
          path: '/admin/invitations/1/revoke',
          params: { invitation: '1' },
          form: {},
        }),
      ),
    ).toBe(403);
    expect(statusOf(await ask(world, revokePage, actor, { path: '/admin/invitations/1/revoke' }))).toBe(403);
  }
  for (const actor of [learner, instructor, parkAdministrator]) {
    expect(statusOf(await ask(world, parksPage, actor, { path: '/admin/parks' }))).toBe(403);
    expect(statusOf(await ask(world, change, actor, { path: '/admin/parks', form: { form: 'park' } }))).toBe(
      403,
    );
  }
  expect(statusOf(await ask(world, invitations, anonymous, { path: '/admin/invitations' }))).toBe(302);
});

test('what was typed before signing in is in the form afterwards', async () => {
  const answer = (await inviteAs(anonymous, { email: 'kept@mranti.example' })) as Response;
  const kept = new URL(answer.headers.get('Location') ?? '', origin).searchParams.get('kept');
  const page = await ask(world, invitations, world.people.parkAdministrator, {
    path: `/admin/invitations?kept=${kept}`,
  });
  expect(page).toMatchObject({
    draft: { email: 'kept@mranti.example', locale: 'ms', roles: ['instructor'] },
  });
});

const changeAs = (actor: Actor, fields: Record<string, string>) =>
  ask(world, change, actor, { path: '/admin/parks', form: fields });

test('a programme administrator adds a park, a unit and domains', async () => {
  const { programmeAdministrator } = world.people;
  const names = { 'names.en': 'Third', 'names.ms': 'Ketiga', 'names.zh-Hans': '第三' };
  const added = await changeAs(programmeAdministrator, {
    form: 'park',
    slug: 'third',
    ...names,
    domains: 'third.example',
  });
  expect((added as Response).headers.get('Location')).toBe('/admin/parks?done=saved');
  const read = async () =>
    (
      (await ask(world, parksPage, programmeAdministrator, { path: '/admin/parks' })) as Awaited<
        ReturnType<typeof parksPage>
      >
    ).parks.at(-1);
  const park = await read();
  expect(park).toMatchObject({ slug: 'third', domains: ['third.example'], units: [] });
  const parkId = String(park?.id);
  await changeAs(programmeAdministrator, { form: `unit-${parkId}`, parkId, slug: 'one', ...names });
  await changeAs(programmeAdministrator, {
    form: `domains-${parkId}`,
    parkId,
    domains: 'a.example, b.example',
  });
  expect(await read()).toMatchObject({
    domains: ['a.example', 'b.example'],
    units: [{ slug: 'one', names: { 'zh-Hans': '第三' } }],
  });

  const refused = await changeAs(programmeAdministrator, {
    form: `unit-${parkId}`,
    parkId,
    slug: 'one',
    ...names,
  });
  expect(statusOf(refused)).toBe(409);
  expect(refused).toMatchObject({
    data: {
      form: `unit-${parkId}`,
      result: { error: { slug: ['slug-taken'] }, initialValue: { slug: 'one' } },
    },
  });
  const incomplete = await changeAs(programmeAdministrator, {
    form: 'park',
    slug: 'Not A Slug',
    'names.en': 'X',
  });
  expect(incomplete).toMatchObject({
    data: {
      form: 'park',
      result: {
        error: { slug: ['slug-invalid'], 'names.ms': ['required'], 'names.zh-Hans': ['required'] },
      },
    },
  });
});
