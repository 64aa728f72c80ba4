import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import type { Edition } from '~/domain/courses/index.server';
import {
  changeNote,
  enrol,
  listNotes,
  myCourses,
  readMarks,
  recordVisit,
  removeAnnotation,
  saveAnnotation,
  savePosition,
  saveReflection,
} from '~/domain/learning/index.server';
import { noteLimit, quoteLimit } from '~/domain/learning/rules';
import { annotations, entries } from '~db/schema';
import { digestOf, publishLessons, slug } from '../../support/course';
import { makeWorld, now, type World } from '../../support/world';

let world: World;
let edition: Edition;
beforeEach(async () => {
  world = await makeWorld();
  edition = await publishLessons(world.db);
  enrol(world.db, world.people.learner, { course: slug, at: now });
});

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const divider = '— from another device —';
type Actor = Parameters<typeof saveAnnotation>[1];
const save = (
  changes: Partial<Parameters<typeof saveAnnotation>[2]> = {},
  actor: Actor = world.people.learner,
) =>
  saveAnnotation(world.db, actor, {
    ...{
      course: slug,
      lesson: 'second',
      id: uuid(1),
      kind: 'note',
      block: 1,
      textDigest: digestOf(edition, 'second'),
    },
    ...{ quote: 'Words about second.', quoteStart: null, note: 'Mine.', version: 0, divider, at: now },
    ...changes,
  });
const marks = (actor: Actor = world.people.learner, lesson = 'second') =>
  readMarks(world.db, actor, { course: slug, lesson });
const reasonOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'nothing was refused';
};
const list = (
  filter: Parameters<typeof listNotes>[2]['filter'] = {},
  page: number | null = 1,
  actor = world.people.learner,
) => listNotes(world.db, actor, { filter, locale: 'en', page });
const texts = (found: ReturnType<typeof list>) =>
  found.courses.flatMap(({ lessons }) => lessons.flatMap(({ notes }) => notes.map(({ note }) => note)));

describe('a note', () => {
  it('is kept once however often it is sent, with one entry that does not say what it says', () => {
    const first = save();
    expect(first).toEqual({ id: uuid(1), version: 1, note: 'Mine.', merged: false });
    expect(save()).toEqual(first);
    expect(marks().annotations).toMatchObject([
      { id: uuid(1), kind: 'note', block: 1, note: 'Mine.', version: 1, locale: 'en' },
    ]);
    const logged = world.db
      .select()
      .from(entries)
      .all()
      .filter(({ action }) => action === 'annotation.saved');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toMatch(/Mine|Words about/);
  });

  it('changes when it is written from the newest version', () => {
    save();
    expect(save({ version: 1, note: 'Mine, again.' })).toMatchObject({ version: 2, merged: false });
    expect(marks().annotations[0]?.note).toBe('Mine, again.');
    save({ version: 2, note: '' });
    expect(marks().annotations[0]?.note).toBe('');
  });

  it('written on two devices keeps both texts, once', () => {
    save();
    save({ version: 1, note: 'From the phone.' });
    const joined = save({ version: 1, note: 'From the desk.' });
    expect(joined).toEqual({
      ...{ id: uuid(1), version: 3, merged: true },
      note: `From the phone.\n\n${divider}\n\nFrom the desk.`,
    });
    // The answer was lost on the way, and the device sends it again.
    expect(save({ version: 1, note: 'From the desk.' })).toEqual(joined);
  });

  it('that was typed on while the answer was lost is not doubled', () => {
    save({ note: 'One two' });
    expect(save({ note: 'One two three', version: 0 })).toMatchObject({
      note: 'One two three',
      merged: false,
    });
    // The shorter one, sent earlier, arrives last.
    expect(save({ note: 'One two', version: 0 })).toMatchObject({ note: 'One two three', merged: true });
  });

  it('is not emptied by a device that did not know of it', () => {
    save();
    save({ version: 1, note: 'More.' });
    expect(save({ version: 1, note: '' })).toMatchObject({ note: 'More.', merged: true });
  });

  it('too long to join becomes two notes', () => {
    const long = (letter: string) => letter.repeat(noteLimit - 10);
    save({ note: 'x' });
    save({ version: 1, note: long('a') });
    expect(save({ version: 1, note: long('b') })).toMatchObject({ note: long('a'), merged: true });
    save({ version: 1, note: long('b') });
    expect(marks().annotations.map(({ note }) => note)).toEqual([long('a'), long('b')]);
  });

  it('deleted on one device and written on another comes back', () => {
    save();
    removeAnnotation(world.db, world.people.learner, { id: uuid(1), version: 1, at: now });
    expect(save({ version: 1, note: 'Still here.' })).toMatchObject({ version: 1, note: 'Still here.' });
  });

  it('has limits, and none of them cuts anything', () => {
    expect(save({ note: 'x'.repeat(noteLimit) })).toMatchObject({ version: 1 });
    expect(reasonOf(() => save({ version: 1, note: 'x'.repeat(noteLimit + 1) }))).toBe('note-too-long');
    expect(reasonOf(() => save({ id: uuid(2), quote: 'x'.repeat(quoteLimit + 1) }))).toBe('quote-too-long');
    expect(marks().annotations[0]?.note).toHaveLength(noteLimit);
  });

  it('is one of 500 at most in a lesson', () => {
    for (let n = 1; n <= 500; n += 1) save({ id: uuid(n), kind: 'bookmark', note: '' });
    expect(reasonOf(() => save({ id: uuid(501) }))).toBe('annotations-full');
    expect(save({ id: uuid(500), kind: 'bookmark', note: '' })).toMatchObject({ version: 1 });
    expect(save({ id: uuid(501), lesson: 'first', textDigest: digestOf(edition, 'first') })).toMatchObject({
      version: 1,
    });
  });

  it('needs a text of that very lesson', () => {
    expect(reasonOf(() => save({ textDigest: digestOf(edition, 'first') }))).toBe('text-unknown');
    expect(reasonOf(() => save({ lesson: 'none' }))).toBe('not-found');
  });

  it('is put on a text of an older edition as well', async () => {
    const textDigest = digestOf(edition, 'second');
    await publishLessons(world.db, [
      { id: 'first', preview: true },
      { id: 'second', word: 'Other' },
    ]);
    expect(save({ textDigest })).toMatchObject({ version: 1 });
  });
});

describe('nobody else', () => {
  it('reads, changes or deletes a note', () => {
    save();
    const { colleague, foreigner, instructor, parkAdministrator, programmeAdministrator } = world.people;
    for (const other of [colleague, foreigner, instructor, parkAdministrator, programmeAdministrator]) {
      enrol(world.db, other, { course: slug, at: now });
      expect(marks(other).annotations).toEqual([]);
      expect(list({}, 1, other)).toMatchObject({ any: false, courses: [], choices: [] });
      expect(reasonOf(() => save({ note: 'Theirs.' }, other))).toBe('forbidden');
      expect(
        reasonOf(() =>
          changeNote(world.db, other, { id: uuid(1), note: 'Theirs.', version: 1, divider, at: now }),
        ),
      ).toBe('not-found');
      expect(removeAnnotation(world.db, other, { id: uuid(1), version: 9, at: now })).toEqual({
        removed: true,
        gone: null,
      });
    }
    expect(marks().annotations).toMatchObject([{ note: 'Mine.', version: 1 }]);
  });

  it('may annotate what they may not read; whoever reads a preview may', () => {
    const { colleague } = world.people;
    for (const work of [
      () => save({}, anonymous),
      () => marks(anonymous),
      () => removeAnnotation(world.db, anonymous, { id: uuid(1), version: 1, at: now }),
    ]) {
      expect(reasonOf(work)).toBe('forbidden');
    }
    expect(reasonOf(() => save({}, colleague))).toBe('not-enrolled');
    expect(reasonOf(() => marks(colleague))).toBe('not-enrolled');
    expect(
      reasonOf(() =>
        savePosition(world.db, colleague, { course: slug, lesson: 'second', block: 2, at: now }),
      ),
    ).toBe('not-enrolled');
    const preview = { lesson: 'first', textDigest: digestOf(edition, 'first') };
    expect(save(preview, colleague)).toMatchObject({ version: 1 });
    expect(marks(colleague, 'first').annotations).toHaveLength(1);
  });
});

describe('deleting', () => {
  const remove = (version: number) =>
    removeAnnotation(world.db, world.people.learner, { id: uuid(1), version, at: now });

  it('again is as once', () => {
    save();
    expect(remove(1)).toMatchObject({ removed: true, gone: { note: 'Mine.' } });
    expect(remove(1)).toEqual({ removed: true, gone: null });
    expect(world.db.select().from(annotations).all()).toEqual([]);
    const log = world.db
      .select()
      .from(entries)
      .all()
      .filter(({ action }) => action === 'annotation.removed');
    expect(log).toHaveLength(1);
    expect(JSON.stringify(log)).not.toContain('Mine');
  });

  it('from an older version leaves words that came since', () => {
    save();
    save({ version: 1, note: 'Newer.' });
    expect(remove(1)).toEqual({ removed: false, newer: { id: uuid(1), version: 2, note: 'Newer.' } });
    expect(remove(2)).toMatchObject({ removed: true });
  });
});

describe('an answer to a Reflect', () => {
  const answer = (note: string, version?: number) =>
    saveReflection(world.db, world.people.learner, {
      ...{ course: slug, lesson: 'first', reflection: 'my-park', textDigest: digestOf(edition, 'first') },
      ...{ note, version, divider, at: now },
    });

  it('from two devices keeps both texts; one that names no version knew what is stored', () => {
    expect(answer('Phone.', 0)).toEqual({ version: 1, note: 'Phone.', merged: false });
    const joined = answer('Desk.', 0);
    expect(joined).toEqual({ version: 2, note: `Phone.\n\n${divider}\n\nDesk.`, merged: true });
    expect(answer('Desk.', 0)).toEqual(joined);
    expect(answer('Plain.')).toEqual({ version: 3, note: 'Plain.', merged: false });
    expect(marks(world.people.learner, 'first').reflections).toEqual({ 'my-park': 3 });
  });

  it('holds two long texts, and asks before there would be three', () => {
    const long = (letter: string) => letter.repeat(noteLimit - 100);
    answer(long('a'), 0);
    expect(answer(long('b'), 0).note).toContain(long('a'));
    expect(reasonOf(() => answer(long('c'), 0))).toBe('note-moved-on');
    expect(reasonOf(() => answer('x'.repeat(noteLimit + 1)))).toBe('note-too-long');
  });
});

describe('the place in a lesson', () => {
  const place = (block: number, at: number) =>
    savePosition(world.db, world.people.learner, { course: slug, lesson: 'second', block, at });

  it('is the newest, whichever device says so', () => {
    expect(marks().position).toBeNull();
    place(3, now);
    place(2, now + 10);
    place(7, now + 5);
    expect(marks().position).toEqual({ block: 2, updatedAt: now + 10 });
  });

  it('is where the learner’s page goes on', () => {
    recordVisit(world.db, world.people.learner, {
      courseId: edition.courseId,
      lessonId: edition.modules[0]?.lessons[1]?.id ?? 0,
      at: now,
    });
    const block = () => myCourses(world.db, world.people.learner)[0]?.block;
    expect(block()).toBeNull();
    place(1, now);
    expect(block()).toBeNull();
    place(3, now + 1);
    expect(block()).toBe(3);
  });
});

describe('the list of notes', () => {
  beforeEach(() => {
    save({ id: uuid(1), block: 2, note: 'Café au lait', quote: 'ＡＢＣ wide' });
    save({ id: uuid(2), block: 1, kind: 'highlight', quote: '创新创业孵化器', note: '', quoteStart: 3 });
    save({
      id: uuid(3),
      block: 1,
      kind: 'bookmark',
      quote: 'Plain words',
      note: '',
      lesson: 'first',
      textDigest: digestOf(edition, 'first'),
    });
    saveReflection(world.db, world.people.learner, {
      ...{ course: slug, lesson: 'first', reflection: 'my-park', textDigest: digestOf(edition, 'first') },
      ...{ note: 'Our park is small', divider, at: now },
    });
  });

  it('is in the order of course, lesson and text', () => {
    const found = list();
    expect(found).toMatchObject({ count: 4, page: 1, pages: 1, any: true, choices: [{ slug }] });
    expect(
      found.courses[0]?.lessons.map(({ slug: name, notes }) => [name, notes.map(({ id }) => id)]),
    ).toEqual([
      ['first', [uuid(3), 'my-park']],
      ['second', [uuid(2), uuid(1)]],
    ]);
  });

  it.each([
    ['CAFE', [uuid(1)]],
    ['ａｂｃ WIDE', [uuid(1)]],
    ['孵化', [uuid(2)]],
    ['small park', ['my-park']],
    ['what of your', ['my-park']],
    ['"*%_\\', []],
    ['', [uuid(3), 'my-park', uuid(2), uuid(1)]],
  ])('finds %j', (q, ids) => {
    const found = list({ q });
    expect(
      found.courses.flatMap(({ lessons }) => lessons.flatMap(({ notes }) => notes.map(({ id }) => id))),
    ).toEqual(ids);
  });

  it('is filtered by kind and course', () => {
    expect(list({ kind: 'highlight' }).count).toBe(1);
    expect(list({ kind: 'answer' }).count).toBe(1);
    expect(list({ course: slug }).count).toBe(4);
    expect(list({ course: 'none' })).toMatchObject({ count: 0, any: true });
  });

  it('goes on to further pages', () => {
    for (let n = 10; n < 50; n += 1) save({ id: uuid(n), block: n, note: `Note ${n}` });
    expect(list()).toMatchObject({ count: 44, page: 1, pages: 2 });
    expect(texts(list({}, 1))).toHaveLength(30);
    expect(texts(list({}, 2))).toHaveLength(14);
    expect(list({}, 99).page).toBe(2);
    expect(texts(list({}, null))).toHaveLength(44);
  });

  it('keeps what was put on a lesson that is gone, and lets it be changed', async () => {
    await publishLessons(world.db, [{ id: 'first', preview: true }]);
    const [, gone] = list().courses[0]?.lessons ?? [];
    expect(gone).toMatchObject({ slug: 'second', title: 'Lesson second', current: false });
    expect(
      changeNote(world.db, world.people.learner, {
        id: uuid(1),
        note: 'Changed',
        version: 1,
        divider,
        at: now,
      }),
    ).toMatchObject({ version: 2 });
  });

  it('leaves out an answer that was cleared', async () => {
    saveReflection(world.db, world.people.learner, {
      ...{ course: slug, lesson: 'first', reflection: 'my-park', textDigest: digestOf(edition, 'first') },
      ...{ note: '', divider, at: now },
    });
    expect(list().count).toBe(3);
  });
});
