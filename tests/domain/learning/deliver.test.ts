import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Edition } from '~/domain/courses/index.server';
import type { DomainError } from '~/domain/error';
import { deliver, deviceOwner, enrol, keepableCourses, saveReflection } from '~/domain/learning/index.server';
import { type Delivery, deliverySchema } from '~/domain/learning/schema';
import { completions, deliveries, entries, reflections } from '~db/schema';
import { digestOf, publishLessons, slug, threeLessons } from '../../support/course';
import { makeWorld, now, type World } from '../../support/world';

let world: World;
let edition: Edition;

beforeEach(async () => {
  world = await makeWorld();
  edition = await publishLessons(world.db);
  enrol(world.db, world.people.learner, { course: slug, at: now });
});

const divider = '— elsewhere —';
const send = (delivery: Delivery, { person = world.people.learner, at = now } = {}) =>
  deliver(world.db, person, { delivery, divider, at });
const parsed = (fields: Record<string, string>): Delivery =>
  deliverySchema.parse({
    owner: deviceOwner(world.people.learner),
    delivery: randomUUID(),
    course: slug,
    lesson: 'first',
    text: digestOf(edition, 'first'),
    ...fields,
  });
const answer = (note: string, version: string, delivery: string = randomUUID()) =>
  parsed({ what: 'reflection', target: 'my-park', note, version, delivery });
const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return 'nothing was refused';
};

describe('a delivery', () => {
  it('completes once, however often it is sent', () => {
    const delivery = parsed({ what: 'completion' });
    send(delivery);
    send(delivery, { at: now + 1000 });
    expect(world.db.select().from(completions).all()).toHaveLength(1);
    const said = world.db.select().from(entries).all();
    expect(said.filter(({ action }) => action === 'lesson.completed')).toHaveLength(1);
  });

  it('is answered as before although another device has written since', () => {
    const id = randomUUID();
    expect(send(answer('on the train', '0', id))).toMatchObject({ version: 1, merged: false });
    saveReflection(world.db, world.people.learner, {
      course: slug,
      lesson: 'first',
      reflection: 'my-park',
      textDigest: digestOf(edition, 'first'),
      note: 'at the desk',
      version: 1,
      divider,
      at: now,
    });
    expect(send(answer('on the train', '0', id))).toMatchObject({ version: 1, note: 'on the train' });
    expect(world.db.select().from(reflections).get()?.note).toBe('at the desk');
  });

  it('keeps both texts where two devices wrote from the same version', () => {
    send(answer('at the desk', '0'));
    const reply = send(answer('on the train', '0'));
    expect(reply).toMatchObject({ merged: true, note: `at the desk\n\n${divider}\n\non the train` });
  });

  it('is refused after a major change, changes nothing, and may be tried again', async () => {
    const delivery = parsed({ what: 'completion' });
    edition = await publishLessons(world.db, [
      { id: 'first', preview: true, revision: 2, word: 'Other' },
      ...threeLessons.slice(1),
    ]);
    expect(code(() => send(delivery))).toBe('lesson-changed');
    expect(world.db.select().from(completions).all()).toEqual([]);
    expect(world.db.select().from(deliveries).all()).toEqual([]);
  });

  it('of one account is never taken from another', () => {
    enrol(world.db, world.people.colleague, { course: slug, at: now });
    const delivery = answer('private', '0');
    expect(code(() => send(delivery, { person: world.people.colleague }))).toBe('other-account');
    expect(world.db.select().from(reflections).all()).toEqual([]);
  });

  it('that is damaged is no delivery', () => {
    for (const fields of [
      { what: 'wish' },
      { what: 'completion', text: 'x' },
      { what: 'removal', target: 'x' },
    ]) {
      expect(deliverySchema.safeParse({ ...parsed({ what: 'completion' }), ...fields }).success).toBe(false);
    }
  });
});

describe('what a device may keep', () => {
  const standing = () => keepableCourses(world.db, world.people.learner).map((each) => each.standing);

  it('is what one is enrolled in, and changes its mark with progress, notes and editions', async () => {
    expect(keepableCourses(world.db, world.people.colleague)).toEqual([]);
    const marks = [standing()];
    send(parsed({ what: 'completion' }));
    marks.push(standing());
    send(answer('a note', '0'));
    marks.push(standing());
    await publishLessons(world.db, threeLessons, { title: 'Renamed' });
    marks.push(standing());
    expect(new Set(marks.flat()).size).toBe(4);
    expect(standing()).toEqual(marks.at(-1));
  });
});
