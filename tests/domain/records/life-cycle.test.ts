import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  changeIdentity,
  correctHolderName,
  didDocument,
  findRecord,
  listRecords,
  recordJson,
  recordVersion,
  reinstateRecord,
  remindExpiring,
  revocationList,
  revokeRecord,
  showRecord,
  signRecord,
  statusList,
} from '~/domain/records/index.server';
import { validUntil } from '~/domain/records/rules';
import { entries, logEntries, outbox, recordCredentials, records } from '~db/schema';
import { makeWorld, now, origin, type World } from '../../support/world';
import { type Course, issue, publishCourse } from './completed-course';
import { countBits, readBit } from './status-reader';
import { storedForm } from './stored-form';
import { verifyElsewhere } from './verify-elsewhere';

let world: World;
let course: Course;
let id: string;
const day = 24 * 60 * 60_000;

beforeEach(async () => {
  world = await makeWorld();
  course = publishCourse(world.db, undefined, 24);
  id = issue(world.db, world.people.learner, course, now);
  await signRecord(world.db, world.app.keys, { id, at: now });
});

const view = (of = id, actor: Parameters<typeof findRecord>[2] = anonymous, at = now) =>
  findRecord(world.db, world.app.keys, actor, { id: of, at });
const row = (of = id) => {
  const found = world.db.select().from(records).where(eq(records.id, of)).get();
  if (!found) throw new Error('no such record');
  return found;
};
const list = async (purpose: string, at = now) =>
  (await statusList(world.db, world.app.keys, { purpose, list: 0, at })) ?? '';
const bits = async (of = id) => {
  const { statusIndex } = row(of);
  return {
    revocation: readBit(await list('revocation'), statusIndex),
    suspension: readBit(await list('suspension'), statusIndex),
  };
};
const logged = () =>
  world.db
    .select()
    .from(logEntries)
    .all()
    .map(({ event, recordId }) => `${event} ${recordId === id ? 'first' : 'other'}`);
const revocation = { reason: 'Issued to the wrong person', at: now + 1 };

describe('revoking and reinstating', () => {
  test('are for administrators of the holder’s park and of the programme, and nobody else', () => {
    const { db, people } = world;
    const { learner, colleague, instructor, foreignAdministrator } = people;
    for (const actor of [anonymous, learner, colleague, instructor, foreignAdministrator]) {
      expect(() => revokeRecord(db, actor, { id, ...revocation })).toThrow('forbidden');
      expect(() => reinstateRecord(db, actor, { id, at: now })).toThrow('forbidden');
    }
    expect(() => revokeRecord(db, people.parkAdministrator, { id: 'none', ...revocation })).toThrow(
      'forbidden',
    );
    expect(() => revokeRecord(db, people.programmeAdministrator, { id: 'none', ...revocation })).toThrow(
      'not-found',
    );
    revokeRecord(db, people.parkAdministrator, { id, ...revocation });
    expect(() => revokeRecord(db, people.programmeAdministrator, { id, ...revocation })).toThrow(
      'record-already-revoked',
    );
    reinstateRecord(db, people.programmeAdministrator, { id, at: now + 2 });
    expect(() => reinstateRecord(db, people.programmeAdministrator, { id, at: now + 2 })).toThrow(
      'record-not-revoked',
    );
  });

  test('set and unset a bit that anyone can read, in a list that both libraries hold for signed', async () => {
    const { db, people, app } = world;
    expect(await bits()).toEqual({ revocation: false, suspension: false });
    revokeRecord(db, people.parkAdministrator, { id, ...revocation });
    expect(await bits()).toEqual({ revocation: false, suspension: true });
    expect(countBits(await list('suspension'))).toBe(1);
    expect(await verifyElsewhere(await list('suspension'), didDocument(app.keys), new Date(now))).toBe(true);
    expect(JSON.parse(await revocationList(db, app.keys, now))).toEqual({
      id: `${origin}/status/revoked.json`,
      issuer: 'did:web:parkbridge.test',
      revokedCredential: [{ id: `${origin}/records/${id}`, revoked: true }],
    });
    reinstateRecord(db, people.parkAdministrator, { id, at: now + 2 });
    expect(await bits()).toEqual({ revocation: false, suspension: false });
    expect(JSON.parse(await revocationList(db, app.keys, now)).revokedCredential).toEqual([]);
    expect(await list('suspension')).toBe(await list('suspension'));
    expect(await statusList(db, app.keys, { purpose: 'suspension', list: 7, at: now })).toBeNull();
    expect(await statusList(db, app.keys, { purpose: 'other', list: 0, at: now })).toBeNull();
  });

  test('are told to the holder, on the page, in the log and in the audit', async () => {
    const { db, people } = world;
    revokeRecord(db, people.parkAdministrator, { id, ...revocation });
    expect(await view()).toMatchObject({ verified: true, standing: { state: 'revoked', reason: null } });
    expect(await view(id, people.learner)).toMatchObject({ standing: { reason: revocation.reason } });
    reinstateRecord(db, people.parkAdministrator, { id, at: now + 2 });
    expect(await view()).toMatchObject({ standing: { state: 'valid' } });
    revokeRecord(db, people.parkAdministrator, { id, ...revocation, public: true, at: now + 3 });
    expect(await view()).toMatchObject({ standing: { state: 'revoked', reason: revocation.reason } });
    expect(logged()).toEqual(['issued first', 'revoked first', 'reinstated first', 'revoked first']);
    expect(
      db
        .select()
        .from(outbox)
        .all()
        .map(({ template, recipient }) => [template, recipient]),
    ).toEqual(
      ['record-issued', 'record-revoked', 'record-reinstated', 'record-revoked'].map((template) => [
        template,
        people.learner.email,
      ]),
    );
    const audit = db.select().from(entries).where(eq(entries.entityId, id)).all();
    expect(audit.map(({ action }) => action)).toEqual([
      'record.issued',
      'record.revoked',
      'record.reinstated',
      'record.revoked',
    ]);
    expect(JSON.stringify(audit)).not.toContain(revocation.reason);
  });
});

describe('a corrected name', () => {
  test('is a new record; the former is revoked for good and leads to it', async () => {
    const { db, people, app } = world;
    const input = { id, name: 'Aisyah binti Abdul Rahman', at: now + day };
    for (const actor of [anonymous, people.learner, people.foreignAdministrator]) {
      expect(() => correctHolderName(db, actor, input)).toThrow('forbidden');
    }
    expect(() =>
      correctHolderName(db, people.parkAdministrator, { ...input, name: people.learner.name }),
    ).toThrow('record-name-unchanged');
    const fresh = correctHolderName(db, people.parkAdministrator, input);
    await signRecord(db, app.keys, { id: fresh, at: now + day });
    expect(await view(id, anonymous, now + day)).toMatchObject({
      standing: { state: 'replaced', replacedBy: fresh, replacedFor: 'correction', replacedAt: now + day },
    });
    expect(await view(fresh, people.learner, now + day)).toMatchObject({
      standing: { state: 'valid' },
      name: input.name,
      facts: { completedAt: now, issuedAt: now + day, validUntil: validUntil(now, 24) },
    });
    expect(row(fresh)).toMatchObject({ replaces: id, evidence: row().evidence });
    expect(row(fresh).salt).not.toBe(row().salt);
    expect(await bits()).toEqual({ revocation: true, suspension: false });
    expect(await bits(fresh)).toEqual({ revocation: false, suspension: false });
    expect(JSON.parse(await revocationList(db, app.keys, now)).revokedCredential).toEqual([
      { id: `${origin}/records/${id}`, revoked: true, revocationReason: 'replaced' },
    ]);
    expect(logged()).toEqual(['issued first', 'replaced first', 'issued other']);
    // The former is over: whatever is asked is to be asked of the new one.
    expect(() => revokeRecord(db, people.parkAdministrator, { id, ...revocation })).toThrow(
      'record-replaced',
    );
    expect(() => correctHolderName(db, people.parkAdministrator, { ...input, name: 'x' })).toThrow(
      'record-replaced',
    );
    expect(issue(db, people.learner, course, now + 2 * day)).toBe(fresh);
    expect(listRecords(db, people.learner, now).map((record) => record.id)).toEqual([fresh]);
  });
});

describe('expiry', () => {
  test('is at the very end of the time it was issued for, and does not make a record less genuine', async () => {
    const end = validUntil(now, 24) ?? 0;
    expect(new Date(end).toISOString()).toBe('2028-03-02T01:00:00.000Z');
    expect(await view(id, anonymous, end)).toMatchObject({ verified: true, standing: { state: 'valid' } });
    expect(await view(id, anonymous, end + 1)).toMatchObject({
      verified: true,
      standing: { state: 'expired' },
    });
    expect(recordVersion(world.db, id, end)).not.toBe(recordVersion(world.db, id, end + 1));
    const json = storedForm(world.db, id) ?? '';
    expect(await verifyElsewhere(json, didDocument(world.app.keys), new Date(end))).toBe(true);
    expect(await verifyElsewhere(json, didDocument(world.app.keys), new Date(end + 1000))).toBe(false);
  });

  test.each([
    ['2024-02-29T10:00:00.500Z', 12, '2025-02-28T10:00:00.000Z'],
    ['2026-08-31T00:00:00.000Z', 6, '2027-02-28T00:00:00.000Z'],
    ['2026-12-31T23:59:59.999Z', 1, '2027-01-31T23:59:59.000Z'],
  ])('of %s in %i months is %s', (from, months, until) => {
    expect(new Date(validUntil(Date.parse(from), months) ?? 0).toISOString()).toBe(until);
    expect(validUntil(Date.parse(from), null)).toBeNull();
  });

  test('is announced 60 and 14 days before, once each, and not for what does not stand', () => {
    const { db, people } = world;
    const end = validUntil(now, 24) ?? 0;
    const reminders = () =>
      db.select().from(outbox).where(eq(outbox.template, 'record-expiring')).all().length;
    expect(remindExpiring(db, end - 60 * day - 1)).toBe(0);
    expect(remindExpiring(db, end - 60 * day)).toBe(1);
    expect(remindExpiring(db, end - 59 * day)).toBe(0);
    expect(remindExpiring(db, end - 14 * day)).toBe(1);
    expect(remindExpiring(db, end - 1)).toBe(0);
    expect(reminders()).toBe(2);
    expect(db.select().from(outbox).where(eq(outbox.template, 'record-expiring')).get()).toMatchObject({
      recipient: people.learner.email,
      values: { date: '2 March 2028', path: '/my/records' },
    });
    const late = issue(db, people.colleague, course, now);
    // A server that was off at 60 days sends the nearer one only.
    expect(remindExpiring(db, end - 3 * day)).toBe(1);
    expect(remindExpiring(db, end - 2 * day)).toBe(0);
    revokeRecord(db, people.parkAdministrator, { id: late, ...revocation });
    db.update(records).set({ remindedDays: null }).run();
    expect(remindExpiring(db, end - 2 * day)).toBe(1);
  });
});

describe('what the holder shows', () => {
  test('can be nothing, and the record stays valid', async () => {
    const { db, people, app } = world;
    expect(() => showRecord(db, people.parkAdministrator, { id, shown: false, at: now })).toThrow(
      'forbidden',
    );
    const before = recordVersion(db, id, now);
    showRecord(db, people.learner, { id, shown: false, at: now });
    expect(recordVersion(db, id, now)).not.toBe(before);
    const seen = await view();
    expect(seen).toMatchObject({ verified: true, hidden: true, facts: null, name: null });
    expect(JSON.stringify(seen)).not.toMatch(/Aisyah|Technology|incubation/);
    expect(await view(id, people.learner)).toMatchObject({
      hidden: true,
      own: true,
      name: people.learner.name,
    });
    expect(await recordJson(db, app.keys, anonymous, { id, at: now })).toMatchObject({ shown: false });
    expect(await recordJson(db, app.keys, people.learner, { id, at: now })).toMatchObject({ shown: true });
    expect(await bits()).toEqual({ revocation: false, suspension: false });
    expect(logged()).toEqual(['issued first']);
    showRecord(db, people.learner, { id, shown: true, at: now });
    expect(await view()).toMatchObject({ hidden: false, facts: { id } });
  });

  test('is a hash, a name, or name and address; each form stays genuine', async () => {
    const { db, people, app } = world;
    const change = async (identity: 'hashed' | 'named' | 'shown') => {
      changeIdentity(db, app.keys, people.learner, { id, identity, at: now });
      return signRecord(db, app.keys, { id, at: now });
    };
    expect(() =>
      changeIdentity(db, app.keys, people.parkAdministrator, { id, identity: 'shown', at: now }),
    ).toThrow('forbidden');
    const hashed = storedForm(db, id) ?? '';
    expect(hashed).not.toContain('Aisyah');
    expect(hashed).not.toContain('aisyah@');
    expect(await view()).toMatchObject({ name: null, facts: { holder: null, email: null } });
    expect(await view(id, people.learner)).toMatchObject({
      name: people.learner.name,
      facts: { holder: null },
    });
    const named = await change('named');
    expect(named).not.toContain('aisyah@');
    expect(await view()).toMatchObject({ name: people.learner.name, facts: { email: null } });
    const shown = await change('shown');
    expect(await view()).toMatchObject({
      facts: { holder: people.learner.name, email: people.learner.email },
    });
    expect(await change('hashed')).toBe(hashed);
    expect(db.select().from(recordCredentials).where(eq(recordCredentials.recordId, id)).all()).toHaveLength(
      3,
    );
    for (const form of [hashed, named, shown]) {
      expect(await verifyElsewhere(form, didDocument(app.keys), new Date(now))).toBe(true);
      expect(JSON.parse(form).credentialStatus).toEqual(JSON.parse(hashed).credentialStatus);
    }
    // A revocation reaches every form that was handed out.
    revokeRecord(db, people.parkAdministrator, { id, ...revocation });
    const revoked = db.select().from(logEntries).where(eq(logEntries.event, 'revoked')).all();
    const digests = db
      .select()
      .from(recordCredentials)
      .all()
      .map(({ digest }) => digest);
    expect(revoked.map(({ digest }) => digest).sort()).toEqual(digests.sort());
  });

  test('whoever knows name or address can check them against the hash', () => {
    const { salt } = row();
    const [name, email] = JSON.parse(storedForm(world.db, id) ?? '').credentialSubject.identifier;
    const hash = (value: string) =>
      `sha256$${createHash('sha256')
        .update(value + salt)
        .digest('hex')}`;
    expect(name).toMatchObject({ identityType: 'name', salt, identityHash: hash('Aisyah binti Rahman') });
    expect(email).toMatchObject({ identityHash: hash('aisyah@mranti.example') });
    expect(name.identityHash).not.toBe(hash('Aisyah binti Rahmat'));
  });
});

describe('what was signed and what is attested', () => {
  test('is never changed and never deleted', () => {
    const { db } = world;
    const run = (sql: string) => () => db.$client.exec(sql);
    for (const table of ['record_credentials', 'log_entries', 'log_nodes', 'records']) {
      expect(run(`delete from ${table}`)).toThrow('never deleted');
    }
    expect(run(`update record_credentials set json = '{}'`)).toThrow('never changed');
    expect(run('update log_entries set at = 1')).toThrow('never updated');
    expect(run('update log_nodes set hash = zeroblob(32)')).toThrow('never updated');
    expect(run(`update records set holder = 'Somebody else'`)).toThrow('never changed');
    expect(run('update records set valid_until = null')).toThrow('never changed');
    expect(run(`insert or replace into log_entries select * from log_entries`)).toThrow();
    expect(
      run(`insert into log_entries select position + 2, at, event, record_id, digest, leaf from log_entries`),
    ).toThrow('follow each other');
  });

  test('an account has one record in a course that nothing has replaced', () => {
    const { db, people } = world;
    const current = db
      .select()
      .from(records)
      .where(and(eq(records.accountId, people.learner.id), eq(records.courseId, course.id)))
      .get();
    if (!current) throw new Error('none');
    expect(() =>
      db
        .insert(records)
        .values({ ...current, id: 'another', statusIndex: (current.statusIndex + 1) % 131_072 })
        .run(),
    ).toThrow('UNIQUE');
  });
});
