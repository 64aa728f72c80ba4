import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import { findActor, listSessions } from '~/domain/identity/index.server';
import { loader as page } from '~/routes/learn/settings';
import { action as password } from '~/routes/learn/settings.password';
import { action as profile } from '~/routes/learn/settings.profile';
import { action as sessions } from '~/routes/learn/settings.sessions';
import { action as sharing } from '~/routes/learn/settings.sharing';
import { accounts } from '~db/schema';
import { givePassword, good } from '../../domain/identity/support';
import { ask, makeWorld, now, statusOf } from '../../support/world';

const locationOf = (answer: unknown) => (answer instanceof Response ? answer.headers.get('Location') : null);

describe('/my/settings', () => {
  it('is for whoever is signed in, and shows only their own', async () => {
    const world = await makeWorld();
    for (const [action, path] of [
      [profile, 'profile'],
      [sharing, 'sharing'],
      [password, 'password'],
      [sessions, 'sessions'],
    ] as const) {
      const answer = await ask(world, action, anonymous, { path: `/my/settings/${path}`, form: {} });
      expect(locationOf(answer)).toMatch(/^\/sign-in\?/);
    }
    expect(locationOf(await ask(world, page, anonymous, { path: '/my/settings' }))).toBe(
      '/sign-in?next=%2Fmy%2Fsettings',
    );
    const seen = await ask(world, page, world.people.foreigner, { path: '/my/settings' });
    expect(seen).toMatchObject({
      settings: {
        email: 'li.na@zpark.example',
        sharedAt: null,
        kept: null,
        sessions: [{ userAgent: 'test', current: true }],
      },
    });
    expect(JSON.stringify(seen)).not.toContain('mranti.example');
  });

  it('saves the profile, or says beside the field what is wrong', async () => {
    const world = await makeWorld();
    const { learner } = world.people;
    const form = { name: 'Aisyah R.', locale: 'zh-Hans', timeZone: 'Asia/Shanghai', unitId: '' };
    const wrong = await ask(world, profile, learner, {
      path: '/my/settings/profile',
      form: { ...form, name: ' ', timeZone: 'Mars' },
    });
    expect(wrong).toMatchObject({
      init: { status: 400 },
      data: { error: { name: ['required'], timeZone: ['time-zone-invalid'] } },
    });
    const foreign = { ...form, unitId: String(world.units.exchange) };
    const refused = await ask(world, profile, learner, { path: '/my/settings/profile', form: foreign });
    expect(refused).toMatchObject({ data: { error: { unitId: ['unit-unknown'] } } });
    const saved = await ask(world, profile, learner, { path: '/my/settings/profile', form });
    expect(locationOf(saved)).toBe('/my/settings?saved=profile');
    expect(findActor(world.db, learner.id)).toMatchObject({
      name: 'Aisyah R.',
      locale: 'zh-Hans',
      unitId: null,
    });
  });

  it('gives and takes back consent with one box', async () => {
    const world = await makeWorld();
    const { learner } = world.people;
    const sharedAt = () =>
      world.db.select().from(accounts).where(eq(accounts.id, learner.id)).get()?.sharedAt;
    await ask(world, sharing, learner, { path: '/my/settings/sharing', form: { shared: 'on' } });
    expect(sharedAt()).toBe(now);
    await ask(world, sharing, learner, { path: '/my/settings/sharing', form: {} });
    expect(sharedAt()).toBeNull();
  });

  it('changes the password and ends every session but the one asking', async () => {
    const world = await makeWorld();
    const { learner } = world.people;
    await givePassword(world.db, learner.id);
    await world.app.sessions.begin(learner.id, 'an old phone', now);
    const form = { currentPassword: 'not this one', newPassword: 'eleven loud herons' };
    const wrong = await ask(world, password, learner, { path: '/my/settings/password', form });
    expect(wrong).toMatchObject({
      init: { status: 400 },
      data: { error: { currentPassword: ['password-wrong'] } },
    });
    expect(JSON.stringify(wrong)).not.toMatch(/not this one|eleven loud herons/);
    const right = { ...form, currentPassword: good };
    const saved = await ask(world, password, learner, { path: '/my/settings/password', form: right });
    expect(locationOf(saved)).toBe('/my/settings?saved=password');
    expect(listSessions(world.db, learner, { at: now }).map((line) => line.userAgent)).toEqual(['test']);
  });

  it('ends one session, or all and with them this one', async () => {
    const world = await makeWorld();
    const { learner, colleague } = world.people;
    await world.app.sessions.begin(learner.id, 'an old phone', now);
    await world.app.sessions.begin(colleague.id, 'hers', now);
    const hashOf = (who: typeof learner, userAgent: string) =>
      listSessions(world.db, who, { at: now }).find((line) => line.userAgent === userAgent)?.idHash ?? '';
    const end = (session: string) =>
      ask(world, sessions, learner, { path: '/my/settings/sessions', form: { session } });

    await end(hashOf(colleague, 'hers'));
    expect(listSessions(world.db, colleague, { at: now })).toHaveLength(1);
    expect(locationOf(await end(hashOf(learner, 'an old phone')))).toBe('/my/settings?saved=sessions');
    expect(hashOf(learner, 'an old phone')).toBe('');
    expect(statusOf(await end('not a hash'))).toBe(400);
    const all = await end('all');
    expect(locationOf(all)).toBe('/sign-in?done=everywhere');
    expect(listSessions(world.db, learner, { at: now })).toEqual([]);
  });
});
