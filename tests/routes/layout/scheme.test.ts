import { expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import { schemeIn } from '~/http/scheme.server';
import { loader as root } from '~/root';
import { loader as design } from '~/routes/public/design';
import { action } from '~/routes/public/scheme';
import { ask, makeWorld, statusOf } from '../../support/world';

const choose = async (form: Record<string, string>) => {
  const answer = await ask(await makeWorld(), action, anonymous, { path: '/scheme', form });
  const kept = answer && typeof answer === 'object' && 'init' in answer ? answer.init?.headers : undefined;
  const headers = new Headers(answer instanceof Response ? answer.headers : kept);
  return { headers, cookie: headers.get('Set-Cookie') };
};

it.each(['light', 'dark'] as const)('keeps %s in a cookie, which the next page follows', async (scheme) => {
  const { cookie } = await choose({ scheme, next: '/courses' });
  expect(cookie).toMatch(/Path=\/; Max-Age=31536000; SameSite=Lax; HttpOnly$/);
  expect(schemeIn(cookie?.split(';')[0])).toBe(scheme);
});

it('forgets the choice for who goes with the device', async () => {
  const { cookie } = await choose({ scheme: 'system' });
  expect(cookie).toContain('Max-Age=0');
  expect(schemeIn(cookie?.split(';')[0])).toBe('system');
});

it('keeps nothing that is no scheme, and sets nothing for it', async () => {
  expect((await choose({ scheme: 'dark"; Domain=evil.example' })).cookie).toBeNull();
  expect(schemeIn('session=abc; scheme=<script>')).toBe('system');
  expect(schemeIn('myscheme=dark')).toBe('system');
  expect(schemeIn(null)).toBe('system');
});

it('tells the page, so that the server writes it and nothing flashes', async () => {
  const world = await makeWorld();
  const seen = await ask(world, root, anonymous, { path: '/', headers: { Cookie: 'lng=ms; scheme=dark' } });
  expect(seen).toMatchObject({ scheme: 'dark', locale: 'ms' });
});

it('has a page of the design language, but not in production', async () => {
  const world = await makeWorld();
  expect(statusOf(await ask(world, design, anonymous, { path: '/design' }))).toBe(200);
  world.app.config.production = true;
  expect(statusOf(await ask(world, design, anonymous, { path: '/design' }))).toBe(404);
});
