import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Actor, anonymous, system } from '~/domain/actor';
import {
  acceptFirstInvitation,
  acceptInvitation,
  createFirstInvitation,
  createInvitation,
  findActor,
  findInvitation,
  listInvitations,
  listParks,
  revokeInvitation,
  signIn,
} from '~/domain/identity/index.server';
import { accounts, entries } from '~db/schema';
import { openTestDatabase } from '../../support/database';
import { makeWorld, now, type World } from '../../support/world';
import { everythingIn, good, mails } from './support';

const day = 24 * 60 * 60 * 1000;
const joining = {
  name: 'Siti',
  password: good,
  locale: 'ms',
  timeZone: 'Asia/Kuala_Lumpur',
  shared: false,
  at: now,
} as const;

function invite(world: World, actor: Actor, more: Partial<Parameters<typeof createInvitation>[2]> = {}) {
  const parkId = world.parks.mranti;
  return createInvitation(world.db, actor, {
    email: 'siti@mranti.example',
    parkId,
    roles: [],
    locale: 'ms',
    at: now,
    ...more,
  });
}

describe('inviting', () => {
  it('is for administrators: of a park into their own, of the programme into any', async () => {
    const world = await makeWorld();
    const { people, parks } = world;
    for (const actor of [anonymous, people.learner, people.instructor, people.foreignAdministrator]) {
      expect(() => invite(world, actor)).toThrow('forbidden');
    }
    expect(() => invite(world, people.parkAdministrator, { parkId: parks.zpark })).toThrow('forbidden');
    for (const actor of [people.parkAdministrator, people.programmeAdministrator, system]) {
      expect(invite(world, actor).token).toMatch(/^[\w-]{43}$/);
    }
    expect(invite(world, people.programmeAdministrator, { parkId: parks.zpark }).token).toMatch(
      /^[\w-]{43}$/,
    );
  });

  it('makes programme administrators only by one', async () => {
    const world = await makeWorld();
    const roles = ['programme-administrator'] as const;
    expect(() => invite(world, world.people.parkAdministrator, { roles })).toThrow('forbidden');
    invite(world, world.people.parkAdministrator, { roles: ['instructor', 'park-administrator'] });
    invite(world, world.people.programmeAdministrator, { roles });
  });

  it('refuses another park’s unit, a park that is not there, and an address with an account', async () => {
    const world = await makeWorld();
    const { people, units } = world;
    expect(() => invite(world, people.programmeAdministrator, { unitId: units.exchange })).toThrow(
      'unit-unknown',
    );
    expect(() => invite(world, people.programmeAdministrator, { parkId: 999 })).toThrow('park-unknown');
    expect(() => invite(world, people.parkAdministrator, { email: people.foreigner.email })).toThrow(
      'already-a-member',
    );
    expect(mails(world.db)).toEqual([]);
  });

  it('mails a one-time link that the database cannot give away once the mail is gone', async () => {
    const world = await makeWorld();
    const { token } = invite(world, world.people.parkAdministrator);
    expect(mails(world.db)[0]).toMatchObject({
      recipient: 'siti@mranti.example',
      locale: 'ms',
      template: 'invitation',
      values: { path: `/join/${token}`, park: 'MRANTI' },
    });
    world.db.$client.exec('update outbox set "values" = \'{}\'');
    expect(everythingIn(world.db)).not.toContain(token);
  });
});

describe('accepting an invitation', () => {
  it('makes the account with its park, roles and unit; nothing is shared unless ticked; the link is used up', async () => {
    const world = await makeWorld();
    const { db, parks, people, units } = world;
    const { token } = invite(world, people.parkAdministrator, { roles: ['instructor'] });
    const found = findInvitation(db, { token, at: now });
    expect(found).toMatchObject({ state: 'open', kind: 'park', email: 'siti@mranti.example', unitId: null });

    const { accountId } = await acceptInvitation(db, { ...joining, token, unitId: units.technology });
    expect(findActor(db, accountId)).toEqual({
      kind: 'account',
      id: accountId,
      parkId: parks.mranti,
      unitId: units.technology,
      email: 'siti@mranti.example',
      name: 'Siti',
      locale: 'ms',
      timeZone: 'Asia/Kuala_Lumpur',
      roles: ['instructor'],
    });
    expect(db.select().from(accounts).where(eq(accounts.id, accountId)).get()?.sharedAt).toBeNull();
    expect(findInvitation(db, { token, at: now })).toEqual({ state: 'used' });
    await expect(acceptInvitation(db, { ...joining, token })).rejects.toMatchObject({
      code: 'link-used',
      refusal: 'gone',
    });
    const by = db.select().from(entries).where(eq(entries.actorId, accountId)).all();
    expect(by.map((entry) => entry.action)).toEqual(['account.created', 'invitation.accepted']);
    expect(JSON.stringify(by)).not.toContain('Siti');
  });

  it('keeps the unit of the invitation whatever is sent, and refuses another park’s', async () => {
    const world = await makeWorld();
    const { db, people, units } = world;
    const set = invite(world, people.parkAdministrator, { unitId: units.incubation });
    const { accountId } = await acceptInvitation(db, {
      ...joining,
      token: set.token,
      unitId: units.technology,
    });
    expect(findActor(db, accountId)?.unitId).toBe(units.incubation);
    const open = invite(world, people.parkAdministrator, { email: 'other@mranti.example' });
    await expect(
      acceptInvitation(db, { ...joining, token: open.token, unitId: units.exchange }),
    ).rejects.toMatchObject({
      details: { fields: { unitId: 'unit-unknown' } },
    });
    expect(findInvitation(db, { token: open.token, at: now }).state).toBe('open');
  });

  it('records consent when it is given', async () => {
    const world = await makeWorld();
    const { token } = invite(world, system);
    const { accountId } = await acceptInvitation(world.db, { ...joining, token, shared: true });
    expect(world.db.select().from(accounts).where(eq(accounts.id, accountId)).get()?.sharedAt).toBe(now);
  });

  it('works once even when sent twice at the same moment', async () => {
    const world = await makeWorld();
    const { token } = invite(world, system);
    const both = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(world.db, { ...joining, token })),
    );
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses links that are expired, revoked, replaced or unknown, each by name', async () => {
    const world = await makeWorld();
    const { db, people } = world;
    const first = invite(world, people.parkAdministrator);
    const second = invite(world, people.parkAdministrator);
    expect(findInvitation(db, { token: first.token, at: now })).toEqual({ state: 'revoked' });
    expect(findInvitation(db, { token: second.token, at: now + 14 * day })).toEqual({ state: 'expired' });
    expect(findInvitation(db, { token: 'made-up', at: now })).toEqual({ state: 'unknown' });
    expect(findInvitation(db, { token: second.token, at: now + 14 * day - 1 }).state).toBe('open');
    for (const [token, code] of [
      [first.token, 'link-revoked'],
      ['made-up', 'link-unknown'],
    ] as const) {
      await expect(acceptInvitation(db, { ...joining, token })).rejects.toMatchObject({ code });
    }
  });

  it('refuses passwords that are guessed first: the commonest, one’s own name or address', async () => {
    const world = await makeWorld();
    const { token } = invite(world, system, { email: 'siti.nurhaliza@mranti.example' });
    for (const [password, code] of [
      ['Password-1234', 'password-common'],
      ['aaaaaaaaaaaab', 'password-common'],
      ['Siti.Nurhaliza1', 'password-personal'],
      ['siti siti siti', 'password-personal'],
      ['siti.nurhaliza@mranti.example', 'password-personal'],
    ] as const) {
      await expect(acceptInvitation(world.db, { ...joining, token, password })).rejects.toMatchObject({
        code,
        details: { fields: { password: code } },
      });
    }
  });
});

describe('invitations sent', () => {
  it('are seen by administrators: of a park its own, of the programme all', async () => {
    const world = await makeWorld();
    const { db, parks, people } = world;
    invite(world, people.parkAdministrator);
    invite(world, people.programmeAdministrator, { email: 'x@zpark.example', parkId: parks.zpark });
    const seen = (actor: Actor) => listInvitations(db, actor, { at: now }).lines.map((line) => line.email);
    expect(seen(people.parkAdministrator)).toEqual(['siti@mranti.example']);
    expect(seen(people.foreignAdministrator)).toEqual(['x@zpark.example']);
    expect(seen(people.programmeAdministrator)).toEqual(['x@zpark.example', 'siti@mranti.example']);
    for (const actor of [anonymous, people.learner, people.instructor])
      expect(() => seen(actor)).toThrow('forbidden');
  });

  it('are listed a page at a time, newest first, and by state with what each state holds', async () => {
    const world = await makeWorld();
    const { db, parks, people } = world;
    const by = people.parkAdministrator;
    const send = (index: number) =>
      createInvitation(db, by, {
        ...{
          email: `p${index}@mranti.example`,
          parkId: parks.mranti,
          roles: [],
          locale: 'en',
          at: now + index,
        },
      }).invitationId;
    const ids = Array.from({ length: 30 }, (_, index) => send(index));
    revokeInvitation(db, by, { invitationId: ids[3] ?? 0, at: now + 100 });
    const list = (input: { state?: 'open' | 'revoked' | 'expired'; page?: number }, at = now + 100) =>
      listInvitations(db, by, { ...input, at });
    expect(list({}).counts).toEqual({ open: 29, accepted: 0, expired: 0, revoked: 1 });
    expect(list({})).toMatchObject({ page: 1, pages: 2 });
    const both = [...list({}).lines, ...list({ page: 2 }).lines].map(({ id }) => id);
    expect(both).toEqual(ids.toReversed());
    expect(list({ page: 99 })).toEqual(list({ page: 2 }));
    expect(list({ state: 'revoked' }).lines.map(({ id }) => id)).toEqual([ids[3]]);
    expect(list({ state: 'revoked' }).pages).toBe(1);
    const later = now + 15 * 24 * 60 * 60 * 1000;
    expect(list({ state: 'open' }, later)).toMatchObject({ lines: [], page: 1, pages: 1 });
    expect(list({ state: 'expired' }, later).lines).toHaveLength(25);
    expect(list({}, later).counts).toEqual({ open: 0, accepted: 0, expired: 29, revoked: 1 });
  });

  it('are revoked by who might have sent them; another park’s are refused like ones that do not exist', async () => {
    const world = await makeWorld();
    const { db, people } = world;
    const { invitationId, token } = invite(world, people.parkAdministrator);
    for (const actor of [anonymous, people.learner, people.foreignAdministrator]) {
      expect(() => revokeInvitation(db, actor, { invitationId, at: now })).toThrow('forbidden');
    }
    expect(() => revokeInvitation(db, people.parkAdministrator, { invitationId: 999, at: now })).toThrow(
      'forbidden',
    );
    revokeInvitation(db, people.parkAdministrator, { invitationId, at: now });
    expect(findInvitation(db, { token, at: now })).toEqual({ state: 'revoked' });
    expect(listInvitations(db, people.parkAdministrator, { at: now }).lines[0]?.state).toBe('revoked');
  });

  it('cannot be revoked once accepted', async () => {
    const world = await makeWorld();
    const { invitationId, token } = invite(world, system);
    await acceptInvitation(world.db, { ...joining, token });
    const revoke = () => revokeInvitation(world.db, system, { invitationId, at: now });
    expect(revoke).toThrow('invitation-accepted');
  });
});

describe('the first administrator', () => {
  const first = {
    ...joining,
    email: 'first@mranti.example',
    slug: 'mranti',
    names: { en: 'MRANTI', ms: 'MRANTI', 'zh-Hans': '马来西亚研究加速中心' },
    domains: ['mranti.example'],
  };

  it('joins by a one-time link on an empty database, naming the park', async () => {
    const db = openTestDatabase();
    const token = createFirstInvitation(db, { at: now }) ?? '';
    expect(findInvitation(db, { token, at: now })).toMatchObject({ state: 'open', kind: 'first' });
    const { accountId } = await acceptFirstInvitation(db, { ...first, token });
    expect(findActor(db, accountId)?.roles).toEqual(['programme-administrator']);
    expect(listParks(db)).toMatchObject([{ slug: 'mranti', domains: ['mranti.example'] }]);
    expect(await signIn(db, { email: first.email, password: good, address: '192.0.2.1' })).toEqual({
      accountId,
    });
    expect(createFirstInvitation(db, { at: now })).toBeNull();
  });

  it('has one link at a time: a newer replaces the one before', async () => {
    const db = openTestDatabase();
    const older = createFirstInvitation(db, { at: now }) ?? '';
    const newer = createFirstInvitation(db, { at: now + 1 }) ?? '';
    expect(findInvitation(db, { token: older, at: now })).toEqual({ state: 'revoked' });
    await acceptFirstInvitation(db, { ...first, token: newer });
    await expect(acceptFirstInvitation(db, { ...first, token: older })).rejects.toMatchObject({
      code: 'link-revoked',
    });
  });

  it('has no link that works once there is a programme administrator', async () => {
    const db = openTestDatabase();
    const token = createFirstInvitation(db, { at: now }) ?? '';
    await makeWorld(db);
    expect(findInvitation(db, { token, at: now })).toEqual({ state: 'used' });
    await expect(acceptFirstInvitation(db, { ...first, token, slug: 'new' })).rejects.toMatchObject({
      code: 'link-used',
    });
  });

  it('cannot be made by an ordinary invitation’s link, nor the other way round', async () => {
    const world = await makeWorld();
    const { token } = invite(world, system);
    await expect(acceptFirstInvitation(world.db, { ...first, token, slug: 'new' })).rejects.toMatchObject({
      code: 'link-unknown',
    });
    const db = openTestDatabase();
    const firstToken = createFirstInvitation(db, { at: now }) ?? '';
    await expect(acceptInvitation(db, { ...joining, token: firstToken })).rejects.toMatchObject({
      code: 'link-unknown',
    });
  });

  it('makes nothing when the park’s name or domain is taken', async () => {
    const world = await makeWorld();
    world.db.$client.exec("delete from account_roles where role = 'programme-administrator'");
    const token = createFirstInvitation(world.db, { at: now }) ?? '';
    await expect(acceptFirstInvitation(world.db, { ...first, token })).rejects.toMatchObject({
      code: 'slug-taken',
    });
    await expect(acceptFirstInvitation(world.db, { ...first, slug: 'third', token })).rejects.toMatchObject({
      code: 'domain-taken',
    });
    expect(listParks(world.db)).toHaveLength(2);
    expect(mails(world.db)).toEqual([]);
  });
});
