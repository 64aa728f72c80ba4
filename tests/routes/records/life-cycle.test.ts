// What holders and administrators do with records, by forms alone, as a browser without JavaScript sends them.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, anonymous } from '~/domain/actor';
import { signRecord } from '~/domain/records/index.server';
import { action as manage, loader as managed } from '~/routes/admin/record';
import { loader as registry } from '~/routes/admin/records';
import { loader as registryCsv } from '~/routes/admin/records-csv';
import { action as issueOwed, loader as owed } from '~/routes/admin/records-owed';
import { action as changeIdentity } from '~/routes/learn/record-identity';
import { action as show } from '~/routes/learn/record-show';
import { loader as myRecords } from '~/routes/learn/records';
import { action as choose } from '~/routes/learn/records-identity';
import { loader as page } from '~/routes/public/record';
import { loader as file } from '~/routes/public/record-json';
import { loader as jwt } from '~/routes/public/record-jwt';
import { loader as list } from '~/routes/public/status-list';
import { loader as revoked } from '~/routes/public/status-revoked';
import { records } from '~db/schema';
import { issue, publishCourse } from '../../domain/records/completed-course';
import { readBit } from '../../domain/records/status-reader';
import { ask, makeWorld, now, statusOf, type World } from '../../support/world';

let world: World;
let id: string;
beforeEach(async () => {
  world = await makeWorld();
  id = issue(world.db, world.people.learner, publishCourse(world.db), now);
  await signRecord(world.db, world.app.keys, { id, at: now });
});

type Handler = Parameters<typeof ask>[1];
const send = (handler: Handler, actor: Actor, path: string, form: Record<string, string>, params = { id }) =>
  ask(world, handler, actor, { path, form, params });
const get = (handler: Handler, actor: Actor, path: string, params: Record<string, string> = { id }) =>
  ask(world, handler, actor, { path, params, headers: { Accept: 'text/html' } });
const location = (answer: unknown) => (answer instanceof Response ? answer.headers.get('location') : null);
const bodyOf = async (answer: unknown) =>
  answer instanceof Response ? answer.text() : JSON.stringify(answer);

describe('the holder', () => {
  test('hides a record: page and files say so to others, and the holder still has it', async () => {
    const { learner, colleague } = world.people;
    expect(statusOf(await send(show, colleague, `/my/records/${id}/show`, { shown: 'no' }))).toBe(403);
    expect(location(await send(show, anonymous, `/my/records/${id}/show`, { shown: 'no' }))).toContain(
      '/sign-in',
    );
    expect(location(await send(show, learner, `/my/records/${id}/show`, { shown: 'no' }))).toBe(
      '/my/records?done=saved',
    );
    for (const other of [anonymous, colleague, world.people.programmeAdministrator]) {
      const seen = await bodyOf(await get(page, other, `/records/${id}`));
      expect(seen).not.toMatch(/Aisyah|incubation/i);
    }
    for (const handler of [file, jwt]) {
      const refused = await get(handler, anonymous, `/records/${id}.json`);
      expect(statusOf(refused)).toBe(403);
      expect(await bodyOf(refused)).toBe('{"error":"hidden"}');
      const own = await get(handler, learner, `/records/${id}.json`);
      expect(statusOf(own)).toBe(200);
      expect((own as Response).headers.get('cache-control')).toBe('private, no-store');
    }
    expect(await bodyOf(await get(page, learner, `/records/${id}`))).toContain('Aisyah binti Rahman');
    await send(show, learner, `/my/records/${id}/show`, { shown: 'yes' });
    expect(statusOf(await get(file, anonymous, `/records/${id}.json`))).toBe(200);
  });

  test('chooses how this record and the next ones name their holder', async () => {
    const { learner, colleague } = world.people;
    const of = () => get(file, anonymous, `/records/${id}.json`).then(bodyOf);
    expect(await of()).not.toContain('Aisyah');
    const change = (actor: Actor, identity: string) =>
      send(changeIdentity, actor, `/my/records/${id}/identity`, { identity });
    expect(statusOf(await change(colleague, 'shown'))).toBe(403);
    expect(location(await change(learner, 'everything'))).toBe('/my/records');
    await change(learner, 'shown');
    expect(await of()).toContain('aisyah@mranti.example');
    await send(choose, learner, '/my/records/identity', { identity: 'named' });
    expect(await get(myRecords, learner, '/my/records?done=saved')).toMatchObject({
      next: 'named',
      done: 'saved',
      records: [{ id, identity: 'shown', hidden: false, standing: { state: 'valid' } }],
    });
  });
});

describe('an administrator', () => {
  const change = (actor: Actor, form: Record<string, string>) =>
    send(manage, actor, `/admin/records/${id}`, form);

  test('revokes with a reason, and reinstates', async () => {
    const { parkAdministrator, foreignAdministrator, learner } = world.people;
    for (const actor of [learner, foreignAdministrator]) {
      expect(statusOf(await change(actor, { form: 'revoke', reason: 'No' }))).toBe(403);
    }
    expect(statusOf(await change(parkAdministrator, { form: 'revoke', reason: ' ' }))).toBe(400);
    expect(
      location(await change(parkAdministrator, { form: 'revoke', reason: 'Mistaken', public: 'on' })),
    ).toBe(`/admin/records/${id}?done=revoked`);
    expect(await get(managed, parkAdministrator, `/admin/records/${id}?done=revoked`)).toMatchObject({
      record: { id, state: 'revoked', reason: 'Mistaken' },
      done: 'revoked',
    });
    expect(await bodyOf(await get(page, anonymous, `/records/${id}`))).toContain('Mistaken');
    const index = world.db.select().from(records).get()?.statusIndex ?? -1;
    const suspended = () =>
      get(list, anonymous, '/status/suspension/0', { purpose: 'suspension', list: '0' }).then(bodyOf);
    expect(readBit(await suspended(), index)).toBe(true);
    expect(JSON.parse(await bodyOf(await get(revoked, anonymous, '/status/revoked.json')))).toMatchObject({
      revokedCredential: [{ revoked: true, revocationReason: 'Mistaken' }],
    });
    expect(statusOf(await change(parkAdministrator, { form: 'revoke', reason: 'Again' }))).toBe(409);
    await change(parkAdministrator, { form: 'reinstate' });
    expect(readBit(await suspended(), index)).toBe(false);
    for (const other of ['x', '1', '-1', '0.5']) {
      const missing = await get(list, anonymous, '/status', { purpose: 'suspension', list: other });
      expect(statusOf(missing)).toBe(404);
    }
  });

  test('corrects the name, and is led to the new record', async () => {
    const { parkAdministrator } = world.people;
    expect(statusOf(await change(parkAdministrator, { form: 'correct', name: 'Aisyah binti Rahman' }))).toBe(
      400,
    );
    const fresh = location(await change(parkAdministrator, { form: 'correct', name: 'Aisyah Abdul Rahman' }));
    expect(fresh).toMatch(/^\/admin\/records\/[0-9a-f-]{36}\?done=corrected$/);
    expect(await bodyOf(await get(page, anonymous, `/records/${id}`))).toContain(
      fresh?.split('/').at(-1)?.split('?')[0],
    );
  });

  test('finds records, downloads them, and looks for completions that are owed one', async () => {
    const { parkAdministrator, learner } = world.people;
    expect(await get(registry, parkAdministrator, '/admin/records?search=aisyah')).toMatchObject({
      registry: { records: [{ id, holder: 'Aisyah binti Rahman', state: 'valid' }] },
    });
    const csv = (await get(registryCsv, parkAdministrator, '/admin/records.csv')) as Response;
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await csv.text()).toContain(`"Aisyah binti Rahman"`);
    expect(await get(owed, parkAdministrator, '/admin/records/owed')).toMatchObject({
      owed: [],
      more: false,
    });
    expect(location(await send(issueOwed, parkAdministrator, '/admin/records/owed', {}))).toBe(
      '/admin/records/owed?issued=0',
    );
    for (const handler of [registry, registryCsv, owed]) {
      expect(statusOf(await get(handler, learner, '/admin/records'))).toBe(403);
    }
  });
});
