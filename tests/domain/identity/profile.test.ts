import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  changeLocale,
  changeProfile,
  changeSharing,
  createPark,
  createUnit,
  findActor,
  keepForm,
  listParks,
  listUnits,
  purgeExpired,
  readSettings,
  setParkDomains,
  takeForm,
} from '~/domain/identity/index.server';
import { passwordProblem } from '~/domain/identity/rules';
import { joinFirstSchema, joinSchema, profileSchema } from '~/domain/identity/schema';
import { accounts, keptForms } from '~db/schema';
import { makeWorld, now } from '../../support/world';
import { actionsOf, everythingIn, good } from './support';

const hour = 60 * 60 * 1000;

describe('a profile', () => {
  it('is changed by its owner, into a unit of the own park only', async () => {
    const { db, people, units } = await makeWorld();
    const change = {
      name: 'Aisyah',
      locale: 'ms',
      timeZone: 'Asia/Shanghai',
      unitId: units.technology,
      at: now,
    } as const;
    expect(() => changeProfile(db, anonymous, change)).toThrow('forbidden');
    expect(() => changeProfile(db, people.learner, { ...change, unitId: units.exchange })).toThrow(
      'unit-unknown',
    );
    changeProfile(db, people.learner, change);
    expect(findActor(db, people.learner.id)).toMatchObject({
      name: 'Aisyah',
      locale: 'ms',
      timeZone: 'Asia/Shanghai',
      unitId: units.technology,
    });
    changeLocale(db, people.learner, { locale: 'zh-Hans', at: now });
    expect(readSettings(db, people.learner, { sessionIdHash: null, at: now })).toMatchObject({
      name: 'Aisyah',
      locale: 'zh-Hans',
    });
    expect(findActor(db, people.colleague.id)).toEqual(people.colleague);
  });

  it('keeps consent with its time, takes it back, and writes both down once', async () => {
    const { db, people } = await makeWorld();
    const sharedAt = () =>
      db.select().from(accounts).where(eq(accounts.id, people.learner.id)).get()?.sharedAt;
    expect(() => changeSharing(db, anonymous, { shared: true, at: now })).toThrow('forbidden');
    changeSharing(db, people.learner, { shared: true, at: now });
    changeSharing(db, people.learner, { shared: true, at: now + 1 });
    expect(sharedAt()).toBe(now);
    changeSharing(db, people.learner, { shared: false, at: now + 2 });
    expect(sharedAt()).toBeNull();
    expect(actionsOf(db)).toEqual(['sharing.agreed', 'sharing.withdrawn']);
  });
});

describe('parks and units', () => {
  const names = { en: 'Third park', ms: 'Taman ketiga', 'zh-Hans': '第三园区' };

  it('are kept by programme administrators only', async () => {
    const { db, parks, people } = await makeWorld();
    for (const actor of [anonymous, people.learner, people.instructor, people.parkAdministrator]) {
      expect(() => createPark(db, actor, { slug: 'third', names, domains: [], at: now })).toThrow(
        'forbidden',
      );
      expect(() => createUnit(db, actor, { parkId: parks.mranti, slug: 'new', names, at: now })).toThrow(
        'forbidden',
      );
      expect(() => setParkDomains(db, actor, { parkId: parks.mranti, domains: [], at: now })).toThrow(
        'forbidden',
      );
    }
    const admin = people.programmeAdministrator;
    const { parkId } = createPark(db, admin, { slug: 'third', names, domains: ['third.example'], at: now });
    createUnit(db, admin, { parkId, slug: 'labs', names, at: now });
    setParkDomains(db, admin, { parkId, domains: ['b.example', 'a.example'], at: now });
    expect(listParks(db).at(-1)).toEqual({
      id: parkId,
      slug: 'third',
      names,
      domains: ['a.example', 'b.example'],
    });
    expect(listUnits(db, { parkId }).map((unit) => unit.slug)).toEqual(['labs']);
    expect(actionsOf(db)).toEqual(['park.created', 'unit.created', 'park.domains-set']);
  });

  it('share no short name and no domain; a refusal changes nothing', async () => {
    const { db, parks, people } = await makeWorld();
    const admin = people.programmeAdministrator;
    expect(() => createPark(db, admin, { slug: 'mranti', names, domains: [], at: now })).toThrow(
      'slug-taken',
    );
    expect(() =>
      createPark(db, admin, { slug: 'third', names, domains: ['zpark.example'], at: now }),
    ).toThrow('domain-taken');
    expect(() => createUnit(db, admin, { parkId: parks.mranti, slug: 'incubation', names, at: now })).toThrow(
      'slug-taken',
    );
    expect(() => createUnit(db, admin, { parkId: 999, slug: 'labs', names, at: now })).toThrow(
      'park-unknown',
    );
    const domains = ['new.example', 'zpark.example'];
    expect(() => setParkDomains(db, admin, { parkId: parks.mranti, domains, at: now })).toThrow(
      'domain-taken',
    );
    expect(listParks(db).map((park) => [park.slug, park.domains])).toEqual([
      ['mranti', ['mranti.example']],
      ['z-park', ['zpark.example']],
    ]);
    expect(actionsOf(db)).toEqual([]);
  });
});

describe('a kept form', () => {
  it('is given back once, without passwords, and only by its token', async () => {
    const { db } = await makeWorld();
    const fields: [string, string][] = [
      ['note', '我的笔记'],
      ['note', 'second'],
      ['newPassword', good],
    ];
    const token = (await keepForm(db, { action: '/my/notes', fields, address: '10.0.0.1', at: now })) ?? '';
    expect(everythingIn(db)).not.toContain(good);
    expect(everythingIn(db)).not.toContain(token);
    expect(takeForm(db, 'made-up', now)).toBeNull();
    expect(takeForm(db, token, now)).toEqual({ action: '/my/notes', fields: fields.slice(0, 2) });
    expect(takeForm(db, token, now)).toBeNull();
  });

  it('is one of sixty an hour from one network, for anybody can send one', async () => {
    const { db } = await makeWorld();
    const keep = (address: string, fields: [string, string][] = [['a', 'b']]) =>
      keepForm(db, { action: '/a', fields, address, at: now });
    const tokens = await Promise.all(Array.from({ length: 70 }, () => keep('10.0.0.1')));
    expect(tokens.filter((token) => token !== null)).toHaveLength(60);
    expect(db.select().from(keptForms).all()).toHaveLength(60);
    expect(await keep('10.0.0.2')).not.toBeNull();
    expect(await keep('10.0.0.3', [['password', 'secret']])).toBeNull();
  });

  it('is kept for an hour and up to 64 kB', async () => {
    const { db } = await makeWorld();
    const keep = (field: string) =>
      keepForm(db, { action: '/a', fields: [['a', field]], address: '10.0.0.1', at: now });
    const token = (await keep('x'.repeat(60_000))) ?? '';
    expect(await keep('字'.repeat(22_000))).toBeNull();
    expect(takeForm(db, token, now + hour)).toBeNull();
    purgeExpired(db, { at: now + hour });
    expect(db.select().from(keptForms).all()).toEqual([]);
  });
});

describe('easy passwords', () => {
  const person = { email: 'li.na@zpark.example', name: '李娜' };

  it.each([
    ['seven quiet otters', null],
    ['48160273950614', null],
    ['!@#$%^&*()_+', null],
    ['abababababab', 'password-common'],
    ['QWERTYuiop-123', 'password-common'],
    ['Lina12345678', 'password-personal'],
    ['李娜李娜李娜李娜李娜李娜', 'password-common'],
    ['李娜20260302000', 'password-personal'],
    ['linen lamp gale', null],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password, person)).toBe(problem);
  });
});

describe('what the forms accept', () => {
  const codes = (
    schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[]; message: string }[] } } },
    value: unknown,
  ) =>
    (schema.safeParse(value).error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const joining = { name: 'Siti', password: good, locale: 'ms', timeZone: 'Asia/Kuala_Lumpur' };

  it('asks 12 to 200 characters of a password, counted as people count', () => {
    expect(codes(joinSchema, joining)).toEqual([]);
    expect(codes(joinSchema, { ...joining, password: '密码密码密码密码密码密' })).toEqual([
      'password: password-short',
    ]);
    expect(codes(joinSchema, { ...joining, password: '🦦'.repeat(11) })).toEqual([
      'password: password-short',
    ]);
    expect(codes(joinSchema, { ...joining, password: '🦦'.repeat(200) })).toEqual([]);
    expect(codes(joinSchema, { ...joining, password: 'x'.repeat(201) })).toEqual(['password: password-long']);
  });

  it.each(['Li\u202egnp.exe', 'a\u2066b', 'a\u2028b', '\u200b\u200b', '…'])(
    'refuse the name %j, which a record could not show as it is',
    (name) => {
      const typed = { name, locale: 'en', timeZone: 'Asia/Shanghai' };
      expect(codes(profileSchema, typed)).toEqual(['name: characters-invalid']);
    },
  );

  it.each(['李娜', 'Nur ‘Aisyah binti Abdul-Rahman', 'ஸ்ரீ', 'می\u200cخواهم', '42'])(
    'take the name %s',
    (name) => {
      expect(codes(profileSchema, { name, locale: 'en', timeZone: 'Asia/Shanghai' })).toEqual([]);
    },
  );

  it('names each wrong field by a code', () => {
    expect(codes(profileSchema, { name: ' ', locale: 'fr', timeZone: 'Mars/Olympus' })).toEqual([
      'name: required',
      'locale: locale-invalid',
      'timeZone: time-zone-invalid',
    ]);
    const park = {
      ...joining,
      email: ' First@MRANTI.example ',
      slug: 'Z Park',
      names: { en: 'a', ms: 'b' },
      domains: 'gmail.com',
    };
    expect(codes(joinFirstSchema, park)).toEqual([
      'slug: slug-invalid',
      'names.zh-Hans: required',
      'domains.0: domain-public',
    ]);
  });

  it('tidies addresses and domains', () => {
    const names = { en: 'a', ms: 'b', 'zh-Hans': '丙' };
    const typed = {
      ...joining,
      email: ' First@MRANTI.example ',
      slug: 'Z-Park',
      names,
      domains: '@A.example; b.example\na.example',
    };
    expect(joinFirstSchema.parse(typed)).toMatchObject({
      email: 'first@mranti.example',
      slug: 'z-park',
      domains: ['a.example', 'b.example'],
      shared: false,
    });
  });
});
