import { describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import { enter } from '~/http/enter.server';
import { loader as settings } from '~/routes/learn/settings';
import { action as saveProfile } from '~/routes/learn/settings.profile';
import { action as forgot } from '~/routes/public/forgot-password';
import { action as signIn, loader as signInPage } from '~/routes/public/sign-in';
import { loader as getSignOut, action as signOut } from '~/routes/public/sign-out';
import { action as signUp } from '~/routes/public/sign-up';
import { sessions } from '~db/schema';
import { givePassword, good, mails } from '../../domain/identity/support';
import { ask, makeWorld, now, statusOf } from '../../support/world';

/** A redirect's parts; fails for anything else. */
function redirected(answer: unknown): { to: string | null; cookie: string | null; status: number } {
  if (!(answer instanceof Response)) throw new Error(`not a response: ${JSON.stringify(answer)}`);
  return {
    to: answer.headers.get('Location'),
    cookie: answer.headers.get('Set-Cookie'),
    status: answer.status,
  };
}

/** Everything a browser gets of an answer, so that two can be compared. */
async function bytesOf(answer: unknown): Promise<string> {
  if (answer instanceof Response)
    return JSON.stringify([answer.status, [...answer.headers], await answer.text()]);
  return JSON.stringify([statusOf(answer), answer]);
}

async function worldWithPassword() {
  const world = await makeWorld();
  await givePassword(world.db, world.people.learner.id);
  const form = { email: world.people.learner.email, password: good };
  return { world, form };
}

describe('POST /sign-in', () => {
  it('begins a session and leads to my learning', async () => {
    const { world, form } = await worldWithPassword();
    const { to, cookie } = redirected(await ask(world, signIn, anonymous, { path: '/sign-in', form }));
    expect(to).toBe('/my');
    expect(cookie).toMatch(/^session=[a-z2-7]{40}; .*HttpOnly/);
    const read = await world.app.sessions.read(cookie?.split(';')[0] ?? null, now);
    expect(read?.actor).toEqual(world.people.learner);
  });

  it.each([
    ['/courses/a/lessons/b?x=1#part', '/courses/a/lessons/b?x=1#part'],
    ['//evil.example', '/my'],
    ['/\\evil.example', '/my'],
    ['\\\\evil.example', '/my'],
    ['https://evil.example/', '/my'],
    ['https:evil.example', '/my'],
    ['javascript:alert(1)', '/my'],
    ['/\t/evil.example', '/my'],
    ['/.//evil.example', '/my'],
    ['/%2f%2fevil.example', '/%2f%2fevil.example'],
    ['', '/my'],
  ])('with next=%j leads to %s', async (next, to) => {
    const { world, form } = await worldWithPassword();
    const path = `/sign-in?${new URLSearchParams({ next })}`;
    const answer = redirected(await ask(world, signIn, anonymous, { path, form }));
    expect(answer.to).toBe(to);
    expect(new URL(answer.to ?? '', 'http://parkbridge.test').host).toBe('parkbridge.test');
  });

  it('answers a wrong password and an unknown address with the same bytes', async () => {
    const { world, form } = await worldWithPassword();
    const wrong = await ask(world, signIn, anonymous, {
      path: '/sign-in',
      form: { ...form, password: 'not the password' },
    });
    const email = 'nobody@mranti.example';
    const unknown = await ask(world, signIn, anonymous, {
      path: '/sign-in',
      form: { email, password: 'not the password' },
    });
    expect(statusOf(wrong)).toBe(400);
    expect((await bytesOf(wrong)).replaceAll(form.email, email)).toBe(await bytesOf(unknown));
    // What was typed comes back, but never the password.
    expect(await bytesOf(unknown)).toContain(email);
    expect(await bytesOf(unknown)).not.toContain('not the password');
  });

  it('says which field is missing', async () => {
    const { world } = await worldWithPassword();
    const answer = await ask(world, signIn, anonymous, {
      path: '/sign-in',
      form: { email: 'not an address', password: '' },
    });
    expect(statusOf(answer)).toBe(400);
    expect(answer).toMatchObject({ data: { error: { email: ['email-invalid'], password: ['required'] } } });
  });

  it('answers 429 after too many wrong ones', async () => {
    const { world, form } = await worldWithPassword();
    const wrong = { path: '/sign-in', form: { ...form, password: 'not the password' } };
    for (let time = 0; time < 10; time++) await ask(world, signIn, anonymous, wrong);
    const answer = await ask(world, signIn, anonymous, { path: '/sign-in', form });
    expect(statusOf(answer)).toBe(429);
    expect(answer).toMatchObject({ data: { error: { '': ['too-many-attempts'] } } });
  });
});

describe('signing in on the way', () => {
  it('lands where the person was going with what was typed, once', async () => {
    const { world, form } = await worldWithPassword();
    const typed = { name: 'Aisyah R.', locale: 'ms', timeZone: 'Asia/Shanghai', unitId: '' };
    const sent = redirected(
      await ask(world, saveProfile, anonymous, {
        path: '/my/settings/profile',
        form: typed,
        headers: { Referer: 'http://parkbridge.test/my/settings' },
      }),
    );
    expect(sent.to).toMatch(/^\/sign-in\?next=%2Fmy%2Fsettings&kept=[\w-]{43}$/);
    const page = await ask(world, signInPage, anonymous, { path: sent.to ?? '' });
    expect(page).toMatchObject({ action: sent.to, onwards: 'kept' });

    const { to } = redirected(await ask(world, signIn, anonymous, { path: sent.to ?? '', form }));
    expect(to).toMatch(/^\/my\/settings\?kept=[\w-]{43}$/);
    const landed = await ask(world, settings, world.people.learner, { path: to ?? '' });
    expect(landed).toMatchObject({ settings: { kept: { section: 'profile', fields: typed } } });
    const reloaded = await ask(world, settings, world.people.learner, { path: to ?? '' });
    expect(reloaded).toMatchObject({ settings: { kept: null } });
  });

  it('is skipped by whoever is signed in already', async () => {
    const { world } = await worldWithPassword();
    const thrown = await ask(world, signInPage, world.people.learner, { path: '/sign-in?next=/courses' });
    expect(redirected(thrown).to).toBe('/courses');
  });
});

describe('/sign-out', () => {
  it('ends the session by POST and makes the browser forget it; GET does nothing', async () => {
    const { world } = await worldWithPassword();
    await ask(world, getSignOut, world.people.learner, { path: '/sign-out' });
    expect(world.db.select().from(sessions).all()).toHaveLength(1);
    const left = redirected(await ask(world, signOut, world.people.learner, { path: '/sign-out', form: {} }));
    // `ask` begins a session for each call: the one it came with is gone, the one before is not.
    expect(world.db.select().from(sessions).all()).toHaveLength(1);
    expect(left.cookie).toMatch(/^session=; .*Max-Age=0/);
  });

  it('is harmless when signed out', async () => {
    const { world } = await worldWithPassword();
    expect(redirected(await ask(world, signOut, anonymous, { path: '/sign-out', form: {} })).status).toBe(
      302,
    );
  });
});

describe('asking for mail', () => {
  it('to reset a password gets the same bytes whether or not there is an account', async () => {
    const { world, form } = await worldWithPassword();
    const known = await ask(world, forgot, anonymous, { path: '/reset', form: { email: form.email } });
    const unknown = await ask(world, forgot, anonymous, {
      path: '/reset',
      form: { email: 'nobody@mranti.example' },
    });
    expect(redirected(known).to).toBe('/reset?sent');
    expect(await bytesOf(known)).toBe(await bytesOf(unknown));
    expect(mails(world.db).map((mail) => mail.recipient)).toEqual([form.email]);
  });

  it('to sign up gets the same bytes whether or not there is an account; a strange domain is told to ask', async () => {
    const { world, form } = await worldWithPassword();
    const known = await ask(world, signUp, anonymous, { path: '/sign-up', form: { email: form.email } });
    const unknown = await ask(world, signUp, anonymous, {
      path: '/sign-up',
      form: { email: 'nobody@mranti.example' },
    });
    expect(redirected(known).to).toBe('/sign-up?sent');
    expect(await bytesOf(known)).toBe(await bytesOf(unknown));
    const strange = await ask(world, signUp, anonymous, {
      path: '/sign-up',
      form: { email: 'a@elsewhere.example' },
    });
    expect(strange).toMatchObject({ data: { error: { '': ['domain-unknown'] } }, init: { status: 400 } });
  });

  it('does the work of checking a password for an unknown address too', async () => {
    const { world, form } = await worldWithPassword();
    const took = async (email: string) => {
      const times: number[] = [];
      for (let time = 0; time < 5; time++) {
        const from = performance.now();
        await ask(world, signIn, anonymous, {
          path: '/sign-in',
          form: { email, password: 'not the password' },
        });
        times.push(performance.now() - from);
      }
      return Math.min(...times);
    };
    const [known, unknown] = [await took(form.email), await took('nobody@mranti.example')];
    // Without the check, an unknown address answers some fifty times sooner.
    expect(unknown).toBeGreaterThan(known / 4);
  });
});

describe('a route', () => {
  it('that lets in accounts sends anyone else to sign in', async () => {
    const { world } = await worldWithPassword();
    const probe = async (args: Parameters<typeof settings>[0]) => (await enter(args, 'account')).actor.id;
    const answer = await ask(world, probe, anonymous, { path: '/my/settings?x=1' });
    expect(redirected(answer).to).toBe('/sign-in?next=%2Fmy%2Fsettings%3Fx%3D1');
  });
});
