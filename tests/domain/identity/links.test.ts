import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  confirmSignUp,
  findActor,
  findReset,
  findSignUp,
  listSessions,
  purgeExpired,
  requestReset,
  requestSignUp,
  resetPassword,
  setParkDomains,
  signIn,
} from '~/domain/identity/index.server';
import { accounts, mailTokens } from '~db/schema';
import { makeWorld, now } from '../../support/world';
import { actionsOf, everythingIn, givePassword, good, mailedToken, mails, refusalOf } from './support';

const address = '192.0.2.7';
const hour = 60 * 60 * 1000;
const newcomer = 'siti@mranti.example';
const joining = {
  name: 'Siti',
  password: good,
  locale: 'ms',
  timeZone: 'Asia/Kuala_Lumpur',
  shared: false,
  at: now,
} as const;

describe('signing up by a park’s mail domain', () => {
  const ask = { email: newcomer, locale: 'ms', address, at: now } as const;

  it('mails a link that makes a learner of that park, once', async () => {
    const { db, parks, units } = await makeWorld();
    await requestSignUp(db, ask);
    expect(mails(db)).toMatchObject([{ template: 'confirm-sign-up', recipient: newcomer, locale: 'ms' }]);
    const token = mailedToken(db);
    expect(findSignUp(db, { token, at: now })).toMatchObject({
      state: 'open',
      email: newcomer,
      park: { id: parks.mranti },
    });
    const { accountId } = await confirmSignUp(db, { ...joining, token, unitId: units.incubation });
    expect(findActor(db, accountId)).toMatchObject({
      email: newcomer,
      parkId: parks.mranti,
      unitId: units.incubation,
      roles: [],
    });
    expect(findSignUp(db, { token, at: now })).toEqual({ state: 'used' });
    await expect(confirmSignUp(db, { ...joining, token })).rejects.toMatchObject({ code: 'link-used' });
    expect(actionsOf(db)).toEqual(['sign-up.requested', 'account.created']);
  });

  it('tells the holder of an account by mail only, and makes no link', async () => {
    const { db, people } = await makeWorld();
    expect(await requestSignUp(db, { ...ask, email: people.learner.email })).toBe(
      await requestSignUp(db, ask),
    );
    expect(mails(db).map((mail) => mail.template)).toEqual(['confirm-sign-up', 'already-registered']);
    expect(db.select().from(mailTokens).all()).toHaveLength(1);
  });

  it('refuses a domain that is no park’s, and one that only ends like it', async () => {
    const { db } = await makeWorld();
    for (const email of ['a@gmail.com', 'a@sub.mranti.example', 'a@notmranti.example']) {
      await expect(requestSignUp(db, { ...ask, email })).rejects.toMatchObject({
        code: 'domain-unknown',
        refusal: 'invalid',
      });
    }
    expect(mails(db)).toEqual([]);
  });

  it('has links that end after 24 hours, when a newer is asked for, or when the domain is given up', async () => {
    const { db, parks, people } = await makeWorld();
    await requestSignUp(db, ask);
    const older = mailedToken(db);
    await requestSignUp(db, { ...ask, at: now + 1 });
    const token = mailedToken(db);
    expect(findSignUp(db, { token: older, at: now })).toEqual({ state: 'used' });
    expect(findSignUp(db, { token, at: now + 24 * hour + 1 })).toEqual({ state: 'expired' });
    setParkDomains(db, people.programmeAdministrator, {
      parkId: parks.mranti,
      domains: ['other.example'],
      at: now,
    });
    expect(findSignUp(db, { token, at: now })).toEqual({ state: 'revoked' });
    expect(findSignUp(db, { token: 'made-up', at: now })).toEqual({ state: 'unknown' });
  });

  it('sends one address at most five mails an hour', async () => {
    const { db } = await makeWorld();
    for (let time = 0; time < 5; time++) await requestSignUp(db, ask);
    await expect(requestSignUp(db, ask)).rejects.toMatchObject({ code: 'too-many-attempts' });
    await expect(requestReset(db, { email: newcomer, address, at: now })).rejects.toMatchObject({
      code: 'too-many-attempts',
    });
    expect(mails(db)).toHaveLength(5);
  });
});

describe('a forgotten password', () => {
  it('is set anew by a mailed link, once; every session ends, and mail says so', async () => {
    const world = await makeWorld();
    const { db, people } = world;
    await givePassword(db, people.learner.id);
    await world.app.sessions.begin(people.learner.id, null, now);
    await requestReset(db, { email: people.learner.email, address, at: now });
    const token = mailedToken(db);
    expect(findReset(db, { token, at: now })).toMatchObject({ state: 'open', email: people.learner.email });

    await resetPassword(db, { token, password: 'eleven loud herons', at: now });
    expect(listSessions(db, people.learner, { at: now })).toEqual([]);
    await expect(signIn(db, { email: people.learner.email, password: good, address })).rejects.toMatchObject({
      code: 'wrong-credentials',
    });
    const right = { email: people.learner.email, password: 'eleven loud herons', address };
    expect(await signIn(db, right)).toEqual({ accountId: people.learner.id });
    expect(mails(db)[0]).toMatchObject({ template: 'password-changed', recipient: people.learner.email });
    await expect(resetPassword(db, { token, password: 'twelve odd newts', at: now })).rejects.toMatchObject({
      code: 'link-used',
    });
    expect(actionsOf(db).filter((action) => action.includes('reset'))).toEqual([
      'reset.requested',
      'password.reset',
    ]);
  });

  it('opens an account that wrong guesses had locked', async () => {
    const { db, people } = await makeWorld();
    const { email } = people.learner;
    for (let time = 0; time < 11; time++)
      await refusalOf(() => signIn(db, { email, password: 'x', address }));
    await requestReset(db, { email, address, at: now });
    await resetPassword(db, { token: mailedToken(db), password: good, at: now });
    expect(await signIn(db, { email, password: good, address })).toEqual({ accountId: people.learner.id });
  });

  it('does the same for an address without an account, mailing nobody and naming nobody', async () => {
    const { db, people } = await makeWorld();
    db.update(accounts).set({ disabledAt: now }).where(eq(accounts.id, people.foreigner.id)).run();
    for (const email of ['nobody@mranti.example', people.foreigner.email])
      await requestReset(db, { email, address, at: now });
    expect(mails(db)).toEqual([]);
    expect(
      db
        .select()
        .from(mailTokens)
        .all()
        .map((row) => [row.email, row.accountId]),
    ).toEqual([
      ['', null],
      ['', null],
    ]);
    expect(everythingIn(db)).not.toContain('nobody@mranti.example');
  });

  it('has links that end after an hour, when a newer is asked for, or with the account', async () => {
    const { db, people } = await makeWorld();
    const ask = { email: people.learner.email, address, at: now };
    await requestReset(db, ask);
    const older = mailedToken(db);
    await requestReset(db, ask);
    const token = mailedToken(db);
    expect(findReset(db, { token: older, at: now })).toEqual({ state: 'used' });
    expect(findReset(db, { token, at: now + hour })).toEqual({ state: 'expired' });
    db.update(accounts).set({ disabledAt: now }).where(eq(accounts.id, people.learner.id)).run();
    expect(findReset(db, { token, at: now })).toEqual({ state: 'revoked' });
    await expect(resetPassword(db, { token, password: good, at: now })).rejects.toMatchObject({
      code: 'link-revoked',
    });
  });

  it('cannot be set by a link made to sign up, and links are kept only as hashes, a week past their end', async () => {
    const { db } = await makeWorld();
    await requestSignUp(db, { email: newcomer, locale: 'en', address, at: now });
    const token = mailedToken(db);
    expect(findReset(db, { token, at: now })).toEqual({ state: 'unknown' });
    db.$client.exec('update outbox set "values" = \'{}\'');
    expect(everythingIn(db)).not.toContain(token);
    purgeExpired(db, { at: now + 24 * hour });
    expect(findSignUp(db, { token, at: now + 24 * hour })).toEqual({ state: 'expired' });
    purgeExpired(db, { at: now + 9 * 24 * hour });
    expect(db.select().from(mailTokens).all()).toEqual([]);
  });
});
