import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import { enrol } from '~/domain/learning/index.server';
import { action as keep } from '~/routes/learn/annotation';
import { action as remove } from '~/routes/learn/annotation-remove';
import { loader as marks } from '~/routes/learn/marks';
import { action as change, loader as notes } from '~/routes/learn/notes';
import { loader as download } from '~/routes/learn/notes-export';
import { action as position } from '~/routes/learn/position';
import { action as reflect } from '~/routes/learn/reflect';
import { digestOf, publishLessons, slug } from '../../support/course';
import { ask, makeWorld, now, statusOf, type World } from '../../support/world';

let world: World;
let edition: Edition;
beforeEach(async () => {
  world = await makeWorld();
  edition = await publishLessons(world.db);
  enrol(world.db, world.people.learner, { course: slug, at: now });
});

const id = '11111111-1111-4111-8111-111111111111';
const base = `/courses/${slug}/lessons/second`;
const script = { Accept: 'application/json' };
const params = { course: slug, lesson: 'second', annotation: id };
type Actor = Parameters<typeof ask>[2];
const bodyOf = async (answer: unknown) => (answer instanceof Response ? await answer.json() : answer);
const fields = (changes: Record<string, string> = {}) => ({
  ...{ kind: 'note', block: '1', text: digestOf(edition, 'second'), quote: 'Words', quoteStart: '' },
  ...{ note: 'Mine.', version: '0', ...changes },
});
const send = (
  changes: Record<string, string> = {},
  actor: Actor = world.people.learner,
  more: { headers?: Record<string, string>; params?: Record<string, string> } = {},
) =>
  ask(world, keep, actor, {
    path: `${base}/annotations/${id}`,
    params,
    headers: script,
    form: fields(changes),
    ...more,
  });
const own = (actor: Actor = world.people.learner, headers: Record<string, string> = script) =>
  ask(world, marks, actor, { path: `${base}/marks`, params, headers });
const list = (query = '', actor: Actor = world.people.learner) =>
  ask(world, notes, actor, { path: `/my/notes${query}` });
const submit = (form: Record<string, string>) =>
  ask(world, change, world.people.learner, {
    path: '/my/notes',
    form: { id, course: slug, lesson: 'second', ...form },
  });

describe('what a script sends', () => {
  it('is kept and answered in JSON, the same again', async () => {
    const kept = { id, version: 1, note: 'Mine.', merged: false };
    expect(await bodyOf(await send())).toEqual(kept);
    expect(await bodyOf(await send())).toEqual(kept);
    const answer = (await own()) as Response;
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    expect(await answer.json()).toMatchObject({
      position: null,
      annotations: [{ id, kind: 'note', quoteStart: null, note: 'Mine.', version: 1 }],
      reflections: {},
    });
  });

  it('from two devices is joined, with a line between that says so', async () => {
    await send();
    await send({ version: '1', note: 'Phone.' });
    const joined = (await bodyOf(await send({ version: '1', note: 'Desk.' }))) as { note: string };
    expect(joined).toMatchObject({ version: 3, merged: true });
    expect(joined.note).toMatch(/^Phone\.\n\n— From another device, 2 Mar 2026.* —\n\nDesk\.$/);
  });

  it.each([
    [{ note: 'x'.repeat(100_000) }, 400, 'note-too-long'],
    [{ quote: 'x'.repeat(5001) }, 400, 'quote-too-long'],
    [{ kind: 'star' }, 400, 'form-damaged'],
    [{ block: '-1' }, 400, 'form-damaged'],
    [{ block: '1e9' }, 400, 'form-damaged'],
    [{ version: 'x' }, 400, 'form-damaged'],
    [{ text: 'x' }, 400, 'form-damaged'],
    [{ text: '0'.repeat(64) }, 400, 'text-unknown'],
  ])('with %j is refused in JSON', async (changes, status, error) => {
    const answer = await send(changes);
    expect(statusOf(answer)).toBe(status);
    expect(await bodyOf(answer)).toEqual({ error });
  });

  it('under a name that is no UUID, to a lesson that is none, or without enrolment, is refused', async () => {
    const elsewhere = (changes: Record<string, string>) =>
      send({}, world.people.learner, { params: { ...params, ...changes } });
    expect(statusOf(await elsewhere({ annotation: 'x' }))).toBe(400);
    expect(await bodyOf(await elsewhere({ lesson: 'none' }))).toEqual({ error: 'not-found' });
    const stranger = await send({}, world.people.foreigner);
    expect(statusOf(stranger)).toBe(403);
    expect(await bodyOf(stranger)).toEqual({ error: 'not-enrolled' });
    expect(statusOf(await own(world.people.programmeAdministrator))).toBe(403);
  });

  it('signed out is told so; a person is asked to sign in', async () => {
    for (const answer of [await send({}, anonymous), await own(anonymous)]) {
      expect(statusOf(answer)).toBe(401);
      expect(await bodyOf(answer)).toEqual({ error: 'signed-out' });
    }
    const person = (await own(anonymous, {})) as Response;
    expect(person.headers.get('Location')).toMatch(/^\/sign-in\?/);
  });

  it('from a plain form leads back to the paragraph', async () => {
    const answer = (await send({ block: '3' }, world.people.learner, { headers: {} })) as Response;
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${base}#b3`]);
  });

  it('deletes once, and not what was changed since', async () => {
    const gone = (version: string) =>
      ask(world, remove, world.people.learner, {
        path: `${base}/annotations/${id}/remove`,
        params,
        headers: script,
        form: { version },
      });
    await send();
    await send({ version: '1', note: 'Newer.' });
    const refused = await gone('1');
    expect(statusOf(refused)).toBe(409);
    expect(await bodyOf(refused)).toEqual({ error: 'note-changed', id, version: 2, note: 'Newer.' });
    expect(await bodyOf(await gone('2'))).toEqual({ removed: true });
    expect(await bodyOf(await gone('2'))).toEqual({ removed: true });
  });

  it('tells the place', async () => {
    const at = (block: string) =>
      ask(world, position, world.people.learner, {
        path: `${base}/position`,
        params,
        headers: script,
        form: { block },
      });
    expect(await bodyOf(await at('7'))).toEqual({ kept: true });
    expect(statusOf(await at('0'))).toBe(400);
    expect(await bodyOf(await own())).toMatchObject({ position: { block: 7, updatedAt: now } });
  });
});

describe('an answer to a Reflect', () => {
  it('says what is stored and from which version to go on', async () => {
    const answer = (note: string, version: string) =>
      ask(world, reflect, world.people.learner, {
        path: `/courses/${slug}/lessons/first/reflections/my-park`,
        params: { course: slug, lesson: 'first', reflection: 'my-park' },
        form: { text: digestOf(edition, 'first'), note, version, inline: '1' },
      });
    expect(await answer('Phone.', '0')).toMatchObject({ data: { error: null, note: 'Phone.', version: 1 } });
    expect(await answer('Desk.', '0')).toMatchObject({
      data: { error: null, sent: 'Desk.', note: expect.stringMatching(/^Phone\.[\s\S]*Desk\.$/), version: 2 },
    });
  });
});

describe('the page of notes', () => {
  it('has what its reader wrote, and nobody else’s', async () => {
    expect(await list()).toMatchObject({ any: false, count: 0 });
    await send();
    expect(await list()).toMatchObject({
      any: true,
      count: 1,
      courses: [{ lessons: [{ notes: [{ note: 'Mine.' }] }] }],
    });
    for (const other of [
      world.people.colleague,
      world.people.foreignAdministrator,
      world.people.programmeAdministrator,
    ]) {
      expect(JSON.stringify(await list('', other))).not.toContain('Mine.');
      const file = (await ask(world, download, other, { path: '/my/notes.md' })) as Response;
      expect(await file.text()).not.toContain('Mine.');
    }
    expect(statusOf(await list('', anonymous))).toBe(302);
  });

  it('is searched with whatever is typed', async () => {
    await send();
    expect(await list('?q=mine')).toMatchObject({ count: 1 });
    for (const q of ['x'.repeat(10_000), '"\'%_*\\', '😀', '((']) {
      expect(await list(`?q=${encodeURIComponent(q)}`)).toMatchObject({ count: 0, any: true });
    }
    expect(await list('?kind=star&page=-3&course=')).toMatchObject({ count: 1, page: 1 });
  });

  it('changes a note, and keeps what was typed when it cannot', async () => {
    await send();
    expect(await submit({ intent: 'save', note: 'Changed.', version: '1' })).toMatchObject({
      data: { said: 'saved' },
    });
    expect(await submit({ intent: 'save', note: 'From here.', version: '1' })).toMatchObject({
      data: { said: 'merged' },
    });
    const long = 'x'.repeat(20_001);
    const refused = await submit({ intent: 'save', note: long, version: '3' });
    expect(statusOf(refused)).toBe(400);
    expect(refused).toMatchObject({ data: { said: 'refused', error: 'note-too-long', note: long } });
  });

  it('deletes, and brings back', async () => {
    await send({ quoteStart: '4', kind: 'highlight' });
    const gone = (await submit({ intent: 'remove', version: '1' })) as {
      data: { said: string; undo: Record<string, string> };
    };
    expect(gone.data.said).toBe('removed');
    expect(await list()).toMatchObject({ any: false });
    expect(await submit(gone.data.undo)).toMatchObject({ data: { said: 'restored' } });
    expect(await bodyOf(await own())).toMatchObject({
      annotations: [{ id, kind: 'highlight', quoteStart: 4, note: 'Mine.' }],
    });
  });

  it('clears an answer, and brings it back', async () => {
    const answer = (form: Record<string, string>) =>
      submit({
        intent: 'answer',
        id: 'my-park',
        lesson: 'first',
        text: digestOf(edition, 'first'),
        was: '',
        ...form,
      });
    expect(await answer({ note: 'Our park.', version: '0' })).toMatchObject({ data: { said: 'saved' } });
    const cleared = (await answer({ note: '', was: 'Our park.', version: '1' })) as {
      data: { undo: Record<string, string> };
    };
    expect(await list()).toMatchObject({ count: 0 });
    expect(await submit(cleared.data.undo)).toMatchObject({ data: { said: 'saved' } });
    expect(await list()).toMatchObject({ courses: [{ lessons: [{ notes: [{ note: 'Our park.' }] }] }] });
  });

  it('is taken away as Markdown', async () => {
    await send({ note: 'Mine: *stars*.' });
    const file = (await ask(world, download, world.people.learner, {
      path: `/my/notes.md?course=${slug}`,
    })) as Response;
    expect(file.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
    expect(file.headers.get('Content-Disposition')).toBe(
      'attachment; filename="parkbridge-notes-2026-03-02.md"',
    );
    const text = await file.text();
    expect(text).toContain('## A small course\n\n### Lesson second');
    expect(text).toContain('> Words…\n\nMine: \\*stars\\*.');
    const none = (await ask(world, download, world.people.learner, {
      path: '/my/notes.md?course=none',
    })) as Response;
    expect(await none.text()).toContain('There are no notes.');
  });
});
