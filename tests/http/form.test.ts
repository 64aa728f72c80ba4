import { describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import { readForm } from '~/http/form.server';
import { action as parks } from '~/routes/admin/parks';
import { action as signIn } from '~/routes/public/sign-in';
import { ask, makeWorld, origin, statusOf } from '../support/world';

const sent = (body: string) =>
  new Request(`${origin}/sign-in`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });

describe('a form made to hurt', () => {
  it.each([
    'email[4294967294]',
    'email[]',
    'a[99999999].b',
    '__proto__.polluted',
    '__INTENT__',
    'constructor[x]',
    `${'a.'.repeat(200)}a`,
  ])('a field named %s is not read', async (name) => {
    const form = await readForm(
      sent(
        new URLSearchParams([
          [name, '1'],
          ['email', 'a@b.example'],
        ]).toString(),
      ),
    );
    expect([...form]).toEqual([['email', 'a@b.example']]);
  });

  it('a place in a list that is far away takes neither time nor memory', async () => {
    const world = await makeWorld();
    const intent = '{"type":"update","payload":{"name":"email[4294967294]","value":"1"}}';
    const form = { 'email[4294967294]': '1', 'x[4294967294].y': '1', __INTENT__: intent };
    expect(statusOf(await ask(world, signIn, anonymous, { path: '/sign-in', form }))).toBe(400);
  }, 5000);

  it('a field said a hundred thousand times is refused at once', async () => {
    const world = await makeWorld();
    const form = { email: Array.from({ length: 100_000 }, () => 'a') };
    expect(statusOf(await ask(world, signIn, anonymous, { path: '/sign-in', form }))).toBe(400);
  }, 5000);

  it('a body of another kind is an empty form, at every form', async () => {
    const world = await makeWorld();
    const asked = { path: '/admin/parks', form: {}, headers: { 'Content-Type': 'application/json' } };
    expect(statusOf(await ask(world, parks, world.people.programmeAdministrator, asked))).toBe(400);
  });
});
