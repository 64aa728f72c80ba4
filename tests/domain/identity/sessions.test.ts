import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anonymous } from '~/domain/actor';
import {
  changePassword,
  endSession,
  listSessions,
  purgeExpired,
  sha256,
  signOut,
  signOutEverywhere,
} from '~/domain/identity/index.server';
import { makeSessions } from '~/http/session.server';
import { accountRoles, accounts, sessions } from '~db/schema';
import { makeWorld, now } from '../../support/world';
import { actionsOf, everythingIn, givePassword, good, mails } from './support';

const day = 24 * 60 * 60 * 1000;
const idOf = (setCookie: string) => /^session=([^;]+)/.exec(setCookie)?.[1] ?? '';
const cookieOf = (setCookie: string) => `lng=ms; session=${idOf(setCookie)}; other=%E0%A4%A`;

describe('a session', () => {
  it('travels in a cookie that scripts cannot read and other sites do not send', async () => {
    const { db, people } = await makeWorld();
    const secure = await makeSessions(db, { secure: true }).begin(people.learner.id, 'Firefox', now);
    expect(secure.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      `Max-Age=${30 * 24 * 60 * 60}`,
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
    const plain = await makeSessions(db, { secure: false }).begin(people.learner.id, 'Firefox', now);
    expect(plain).not.toContain('Secure');
    expect(makeSessions(db, { secure: true }).endCookie()).toMatch(/^session=; .*Max-Age=0/);
  });

  it('is known by its id and stored nowhere but as its SHA-256', async () => {
    const { db, people } = await makeWorld();
    const made = makeSessions(db, { secure: true });
    const cookie = await made.begin(people.parkAdministrator.id, 'Firefox', now);
    const read = await made.read(cookieOf(cookie), now);
    expect(read).toEqual({ actor: people.parkAdministrator, sessionIdHash: sha256(idOf(cookie)) });
    expect(idOf(cookie)).toMatch(/^[a-z2-7]{40}$/);
    const kept = everythingIn(db);
    expect(kept).toContain(sha256(idOf(cookie)));
    expect(kept).not.toContain(idOf(cookie));
  });

  it('reads all of an account’s roles', async () => {
    const { db, people } = await makeWorld();
    db.insert(accountRoles).values({ accountId: people.instructor.id, role: 'park-administrator' }).run();
    const made = makeSessions(db, { secure: false });
    const read = await made.read(cookieOf(await made.begin(people.instructor.id, null, now)), now);
    expect([...(read?.actor.roles ?? [])].sort()).toEqual(['instructor', 'park-administrator']);
  });

  it('is nobody’s for a missing, strange or guessed cookie, or its own hash', async () => {
    const { db, people } = await makeWorld();
    const made = makeSessions(db, { secure: false });
    const id = idOf(await made.begin(people.learner.id, null, now));
    const strange = [
      null,
      '',
      'session=',
      'session=%zz',
      `session=${'a'.repeat(40)}`,
      `session=${sha256(id)}`,
      `xsession=${id}`,
    ];
    for (const header of strange) expect(await made.read(header, now)).toBeNull();
  });

  it('lasts 30 days, and is prolonged when half of them are over', async () => {
    const { db, people } = await makeWorld();
    const made = makeSessions(db, { secure: false });
    const cookie = cookieOf(await made.begin(people.learner.id, null, now));
    expect((await made.read(cookie, now + 14 * day))?.setCookie).toBeUndefined();
    expect((await made.read(cookie, now + 16 * day))?.setCookie).toMatch(/^session=/);
    expect((await made.read(cookie, now + 45 * day))?.actor.id).toBe(people.learner.id);
    expect(await made.read(cookie, now + 76 * day)).toBeNull();
    expect(db.select().from(sessions).all()).toEqual([]);
  });

  it('is lost, and cannot be begun, when the account is disabled', async () => {
    const { db, people } = await makeWorld();
    const made = makeSessions(db, { secure: false });
    const cookie = cookieOf(await made.begin(people.learner.id, null, now));
    db.update(accounts).set({ disabledAt: now }).where(eq(accounts.id, people.learner.id)).run();
    expect(await made.read(cookie, now)).toBeNull();
    expect(db.select().from(sessions).all()).toEqual([]);
    await expect(made.begin(people.learner.id, null, now)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('one’s own sessions', () => {
  it('are listed newest first and ended one by one; a stranger ends none', async () => {
    const { db, people } = await makeWorld();
    const made = makeSessions(db, { secure: false });
    await made.begin(people.learner.id, 'Firefox', now);
    const newer = await made.begin(people.learner.id, 'Chrome', now + 1000);
    await made.begin(people.colleague.id, 'Safari', now);
    const at = now + 2000;
    const idHash = sha256(idOf(newer));

    endSession(db, people.colleague, { idHash, at });
    expect(() => endSession(db, anonymous, { idHash, at })).toThrow('forbidden');
    expect(listSessions(db, people.learner, { at }).map((line) => line.userAgent)).toEqual([
      'Chrome',
      'Firefox',
    ]);

    endSession(db, people.learner, { idHash, at });
    expect(listSessions(db, people.learner, { at }).map((line) => line.userAgent)).toEqual(['Firefox']);
    expect(actionsOf(db).filter((action) => action === 'session.ended')).toHaveLength(1);
    expect(() => listSessions(db, anonymous, { at })).toThrow('forbidden');
  });

  it('end all at once, and nobody else’s', async () => {
    const { db, people } = await makeWorld();
    const made = makeSessions(db, { secure: false });
    for (const person of [people.learner, people.learner, people.colleague])
      await made.begin(person.id, null, now);
    signOutEverywhere(db, people.learner, { at: now });
    expect(listSessions(db, people.learner, { at: now })).toEqual([]);
    expect(listSessions(db, people.colleague, { at: now })).toHaveLength(1);
    expect(() => signOutEverywhere(db, anonymous, { at: now })).toThrow('forbidden');
  });

  it('ends with signing out, which does nothing to whoever is not signed in', async () => {
    const { db, people } = await makeWorld();
    const made = makeSessions(db, { secure: false });
    const cookie = await made.begin(people.learner.id, null, now);
    signOut(db, anonymous, { sessionIdHash: null, at: now });
    signOut(db, people.learner, { sessionIdHash: sha256(idOf(cookie)), at: now });
    expect(await made.read(cookieOf(cookie), now)).toBeNull();
  });

  it('all but this one end when the password changes, which is told by mail', async () => {
    const { db, people } = await makeWorld();
    await givePassword(db, people.learner.id);
    const made = makeSessions(db, { secure: false });
    await made.begin(people.learner.id, 'Firefox', now);
    const sessionIdHash = sha256(idOf(await made.begin(people.learner.id, 'Chrome', now)));
    const change = { currentPassword: good, newPassword: 'eleven loud herons', sessionIdHash, at: now };

    await expect(changePassword(db, anonymous, change)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      changePassword(db, people.learner, { ...change, currentPassword: 'not this' }),
    ).rejects.toMatchObject({
      code: 'password-wrong',
      details: { fields: { currentPassword: 'password-wrong' } },
    });
    expect(listSessions(db, people.learner, { at: now })).toHaveLength(2);

    await changePassword(db, people.learner, change);
    expect(listSessions(db, people.learner, { at: now }).map((line) => line.idHash)).toEqual([sessionIdHash]);
    expect(mails(db).map((mail) => [mail.template, mail.recipient])).toEqual([
      ['password-changed', people.learner.email],
    ]);
  });

  it('are cleared away when they are over', async () => {
    const { db, people } = await makeWorld();
    const made = makeSessions(db, { secure: false });
    await made.begin(people.learner.id, null, now);
    await made.begin(people.colleague.id, null, now + 5 * day);
    purgeExpired(db, { at: now + 31 * day });
    expect(
      db
        .select()
        .from(sessions)
        .all()
        .map((each) => each.accountId),
    ).toEqual([people.colleague.id]);
  });
});
