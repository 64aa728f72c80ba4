import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { anonymous } from '~/domain/actor';
import { correctHolderName, revokeRecord } from '~/domain/records/index.server';
import { validUntil } from '~/domain/records/rules';
import { exportRegistry, findInRegistry, listRegistry } from '~/domain/reports/index.server';
import { startOfDay } from '~/domain/reports/rules';
import { readRegistryQuery } from '~/domain/reports/schema';
import { accounts, courses, entries } from '~db/schema';
import { makeWorld, now, type World } from '../../support/world';
import { issue, publishCourse } from '../records/completed-course';

let world: World;
let ids: Record<'learner' | 'colleague' | 'instructor' | 'foreigner', string>;
const day = 24 * 60 * 60_000;

beforeEach(async () => {
  world = await makeWorld();
  const { db, people } = world;
  const incubation = publishCourse(db, 'technology-incubation', 24);
  const entry = publishCourse(db, 'market-entry');
  for (const { id, edition } of [incubation, entry]) {
    db.update(courses).set({ currentEditionId: edition.id }).where(eq(courses.id, id)).run();
  }
  ids = {
    learner: issue(db, people.learner, incubation, now),
    colleague: issue(db, people.colleague, entry, now + day),
    instructor: issue(db, people.instructor, incubation, now + 2 * day),
    foreigner: issue(db, people.foreigner, incubation, now + 3 * day),
  };
});

type Who = keyof World['people'];
const ask = (who: Who, asked: Record<string, string> = {}, at = now + 4 * day, size?: number) =>
  listRegistry(world.db, world.people[who], {
    query: readRegistryQuery(new URLSearchParams(asked)),
    locale: 'en',
    timeZone: 'Asia/Kuala_Lumpur',
    at,
    ...(size === undefined ? {} : { size }),
  });
const found = (who: Who, asked: Record<string, string> = {}, at?: number) =>
  ask(who, asked, at).records.map(
    ({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0] ?? id,
  );

describe('the registry', () => {
  test('is for administrators: of the own park, and of others who agreed to be named', () => {
    for (const who of ['learner', 'instructor'] as const) expect(() => ask(who)).toThrow('forbidden');
    const query = readRegistryQuery(new URLSearchParams());
    expect(() =>
      listRegistry(world.db, anonymous, { query, locale: 'en', timeZone: 'UTC', at: now }),
    ).toThrow('forbidden');
    expect(found('parkAdministrator')).toEqual(['instructor', 'colleague', 'learner']);
    expect(found('foreignAdministrator')).toEqual(['foreigner']);
    expect(() => ask('parkAdministrator', { park: 'z-park' })).toThrow('forbidden');
    expect(found('programmeAdministrator')).toEqual(['instructor', 'colleague', 'learner']);
    expect(found('programmeAdministrator', { park: 'z-park' })).toEqual([]);
    expect(found('programmeAdministrator', { search: '李娜' })).toEqual([]);
    world.db.update(accounts).set({ sharedAt: now }).where(eq(accounts.id, world.people.foreigner.id)).run();
    expect(found('programmeAdministrator')).toEqual(['foreigner', 'instructor', 'colleague', 'learner']);
    expect(found('programmeAdministrator', { park: 'z-park' })).toEqual(['foreigner']);
    expect(found('parkAdministrator')).not.toContain('foreigner');
  });

  test('gives any record by its number to who may look everywhere, without the name of who has not agreed', () => {
    const [record] = ask('programmeAdministrator', { search: ids.foreigner }).records;
    expect(record).toMatchObject({ id: ids.foreigner, holder: null, parkName: 'Zhongguancun Science Park' });
    expect(JSON.stringify(record)).not.toContain('李娜');
    expect(found('parkAdministrator', { search: ids.foreigner })).toEqual([]);
    const input = { locale: 'en' as const, timeZone: 'UTC', at: now };
    expect(() =>
      findInRegistry(world.db, world.people.parkAdministrator, { id: ids.foreigner, ...input }),
    ).toThrow('not-found');
    expect(() =>
      findInRegistry(world.db, world.people.parkAdministrator, { id: 'Aisyah binti Rahman', ...input }),
    ).toThrow('not-found');
  });

  test('is searched by name, course, state and date', () => {
    const { db, people } = world;
    expect(found('parkAdministrator', { search: 'aisyah' })).toEqual(['learner']);
    expect(found('parkAdministrator', { search: '%' })).toEqual([]);
    expect(found('parkAdministrator', { course: 'market-entry' })).toEqual(['colleague']);
    expect(found('parkAdministrator', { course: 'no-such-course' })).toEqual([]);
    // 2026-03-02 09:00 in Kuala Lumpur is the first.
    expect(found('parkAdministrator', { from: '2026-03-03' })).toEqual(['instructor', 'colleague']);
    expect(found('parkAdministrator', { from: '2026-03-02', to: '2026-03-02' })).toEqual(['learner']);
    revokeRecord(db, people.parkAdministrator, { id: ids.colleague, reason: 'No', at: now });
    const fresh = correctHolderName(db, people.parkAdministrator, {
      id: ids.learner,
      name: 'Aisyah R.',
      at: now + 4 * day,
    });
    const end = validUntil(now + 2 * day, 24) ?? 0;
    const states = (at: number) =>
      Object.fromEntries(
        ['valid', 'expired', 'revoked', 'replaced', 'renewed'].map((state) => [
          state,
          found('parkAdministrator', { state }, at),
        ]),
      );
    expect(states(now + 5 * day)).toEqual({
      valid: [fresh, 'instructor'],
      expired: [],
      revoked: ['colleague'],
      replaced: ['learner'],
      renewed: [],
    });
    expect(states(end + 1)).toMatchObject({ valid: [], expired: [fresh, 'instructor'] });
    for (const at of [now + 5 * day, end, end + 1]) {
      for (const { id, state } of ask('parkAdministrator', {}, at).records) {
        expect(ask('parkAdministrator', { state }, at).records.map((record) => record.id)).toContain(id);
      }
    }
  });

  test('comes in pages that together are the whole', () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = ask('parkAdministrator', after === undefined ? {} : { after }, now + 4 * day, 2);
      seen.push(...page.records.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual([ids.instructor, ids.colleague, ids.learner]);
    expect(found('parkAdministrator', { after: 'nonsense' })).toHaveLength(3);
  });

  test('is exported as it is seen, and the export is on the audit log', () => {
    const headings = [
      'number',
      'holder',
      'park',
      'course',
      'edition',
      'language',
      'completed',
      'issued',
      'validUntil',
      'state',
      'address',
    ];
    const words = {
      headings: Object.fromEntries(headings.map((heading) => [heading, heading])) as never,
      states: {
        valid: 'Valid',
        expired: 'Expired',
        revoked: 'Revoked',
        replaced: 'Corrected',
        renewed: 'Renewed',
      },
      languages: { en: 'English', ms: 'Malay', 'zh-Hans': 'Chinese' },
      origin: 'https://learn.example',
    };
    const exported = (who: Who) =>
      [
        ...exportRegistry(world.db, world.people[who], {
          query: readRegistryQuery(new URLSearchParams({ course: 'technology-incubation' })),
          locale: 'en',
          timeZone: 'Asia/Kuala_Lumpur',
          words,
          at: now + 4 * day,
        }),
      ].join('');
    expect(() => exported('learner')).toThrow('forbidden');
    const lines = exported('programmeAdministrator').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toBe(
      `"${ids.learner}","Aisyah binti Rahman","MRANTI","Technology incubation",3,"English","2026-03-02 09:00","2026-03-02 09:00","2028-03-02 09:00","Valid","https://learn.example/records/${ids.learner}"`,
    );
    expect(exported('foreignAdministrator')).toContain('李娜');
    expect(world.db.select().from(entries).where(eq(entries.action, 'report.exported')).all()).toMatchObject([
      { entityId: 'records', actorId: world.people.programmeAdministrator.id },
      { entityId: 'records' },
    ]);
  });
});

test.each([
  ['2026-03-02', 'Asia/Kuala_Lumpur', '2026-03-01T16:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-03-02', 'UTC', '2026-03-02T00:00:00.000Z'],
])('%s begins in %s at %s', (date, zone, at) => {
  expect(new Date(startOfDay(date, zone)).toISOString()).toBe(at);
});
