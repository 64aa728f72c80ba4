import { describe, expect, it } from 'vitest';
import { anonymous, system } from '~/domain/actor';
import {
  createFirstInvitation,
  createInvitation,
  requestReset,
  requestSignUp,
} from '~/domain/identity/index.server';
import { makeSessions } from '~/http/session.server';
import { action as confirm, loader as confirmPage } from '~/routes/public/confirm-sign-up';
import { action as join, loader as joinPage } from '~/routes/public/join';
import { action as reset, loader as resetPage } from '~/routes/public/reset-password';
import { good, mailedToken } from '../../domain/identity/support';
import { openTestDatabase } from '../../support/database';
import { ask, makeWorld, now, statusOf, type World } from '../../support/world';

const day = 24 * 60 * 60 * 1000;
const typed = { name: 'Siti', password: good, locale: 'ms', timeZone: 'Asia/Kuala_Lumpur', unitId: '' };
const locationOf = (answer: unknown) => (answer instanceof Response ? answer.headers.get('Location') : null);
const cookieOf = (answer: unknown) =>
  answer instanceof Response ? (answer.headers.get('Set-Cookie')?.split(';')[0] ?? null) : null;

function invitedTo(world: World, at = now): string {
  const { token } = createInvitation(world.db, system, {
    email: 'siti@mranti.example',
    parkId: world.parks.mranti,
    roles: [],
    locale: 'ms',
    at,
  });
  return token;
}

describe('/join/:token', () => {
  it('shows the invitation and lets in who fills it in', async () => {
    const world = await makeWorld();
    const token = invitedTo(world);
    const at = { path: `/join/${token}`, params: { token } };
    const page = await ask(world, joinPage, anonymous, at);
    expect(page).toMatchObject({
      data: {
        dead: null,
        open: { action: `/join/${token}`, joining: { kind: 'invitation', email: 'siti@mranti.example' } },
      },
    });
    const joined = await ask(world, join, anonymous, {
      ...at,
      form: { ...typed, unitId: String(world.units.technology) },
    });
    expect(locationOf(joined)).toBe('/my');
    const read = await world.app.sessions.read(cookieOf(joined), now);
    expect(read?.actor).toMatchObject({
      email: 'siti@mranti.example',
      unitId: world.units.technology,
      roles: [],
    });
  });

  it('keeps what was typed but the password, with the message beside its field', async () => {
    const world = await makeWorld();
    const token = invitedTo(world);
    const answer = await ask(world, join, anonymous, {
      path: `/join/${token}`,
      params: { token },
      form: { ...typed, password: 'short' },
    });
    expect(statusOf(answer)).toBe(400);
    expect(answer).toMatchObject({
      data: { error: { password: ['password-short'] }, initialValue: { name: 'Siti' } },
    });
    expect(JSON.stringify(answer)).not.toContain('"short"');
  });

  it('answers used, expired, revoked and unknown links with 410 and why', async () => {
    const world = await makeWorld();
    const stateOf = async (token: string) => {
      const page = await ask(world, joinPage, anonymous, { path: `/join/${token}`, params: { token } });
      expect(statusOf(page)).toBe(410);
      return page instanceof Response || !('data' in page) ? null : (page.data as { dead: string }).dead;
    };
    expect(await stateOf(invitedTo(world, now - 15 * day))).toBe('expired');
    const replaced = invitedTo(world);
    const last = invitedTo(world);
    expect(await stateOf(replaced)).toBe('revoked');
    await ask(world, join, anonymous, { path: `/join/${last}`, params: { token: last }, form: typed });
    expect(await stateOf(last)).toBe('used');
    expect(await stateOf('made-up')).toBe('unknown');
    const again = await ask(world, join, anonymous, {
      path: `/join/${last}`,
      params: { token: last },
      form: typed,
    });
    expect(again).toMatchObject({ data: { error: { '': ['link-used'] } }, init: { status: 410 } });
  });

  it('makes the first administrator and the park', async () => {
    const empty = openTestDatabase();
    const token = createFirstInvitation(empty, { at: now }) ?? '';
    const full = await makeWorld();
    const app = { ...full.app, db: empty, sessions: makeSessions(empty, { secure: false }) };
    const world = { ...full, db: empty, app };
    const at = { path: `/join/${token}`, params: { token } };
    expect(await ask(world, joinPage, anonymous, at)).toMatchObject({
      data: { open: { joining: { kind: 'first' } } },
    });
    const form = {
      ...typed,
      email: 'First@mranti.example',
      slug: 'mranti',
      'names.en': 'MRANTI',
      'names.ms': 'MRANTI',
      'names.zh-Hans': '马来西亚研究加速中心',
      domains: 'mranti.example, mranti.test',
    };
    const refused = await ask(world, join, anonymous, {
      ...at,
      form: { ...form, 'names.zh-Hans': '', domains: 'gmail.com' },
    });
    expect(refused).toMatchObject({
      init: { status: 400 },
      data: { error: { 'names.zh-Hans': ['required'] } },
    });
    const joined = await ask(world, join, anonymous, { ...at, form });
    expect(locationOf(joined)).toBe('/admin/invitations');
    const read = await world.app.sessions.read(cookieOf(joined), now);
    expect(read?.actor).toMatchObject({ email: 'first@mranti.example', roles: ['programme-administrator'] });
  });
});

describe('/sign-up/:token', () => {
  it('makes a learner’s account and signs in', async () => {
    const world = await makeWorld();
    await requestSignUp(world.db, { email: 'siti@mranti.example', locale: 'en', address: '', at: now });
    const token = mailedToken(world.db);
    const at = { path: `/sign-up/${token}`, params: { token } };
    expect(await ask(world, confirmPage, anonymous, at)).toMatchObject({
      data: { open: { joining: { kind: 'sign-up' } } },
    });
    const joined = await ask(world, confirm, anonymous, { ...at, form: { ...typed, shared: 'on' } });
    expect(locationOf(joined)).toBe('/my');
    expect((await world.app.sessions.read(cookieOf(joined), now))?.actor.name).toBe('Siti');
    expect(statusOf(await ask(world, confirmPage, anonymous, at))).toBe(410);
  });
});

describe('/reset/:token', () => {
  it('sets the password and leads to signing in', async () => {
    const world = await makeWorld();
    await requestReset(world.db, { email: world.people.learner.email, address: '', at: now });
    const token = mailedToken(world.db);
    const at = { path: `/reset/${token}`, params: { token } };
    expect(await ask(world, resetPage, anonymous, at)).toMatchObject({
      data: { open: { email: world.people.learner.email } },
    });
    const own = await ask(world, reset, anonymous, { ...at, form: { password: 'Aisyah binti Rahman' } });
    expect(own).toMatchObject({ data: { error: { password: ['password-personal'] } } });
    expect(locationOf(await ask(world, reset, anonymous, { ...at, form: { password: good } }))).toBe(
      '/sign-in?done=reset',
    );
    expect(statusOf(await ask(world, resetPage, anonymous, at))).toBe(410);
  });
});
