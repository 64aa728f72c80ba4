import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DomainError } from '~/domain/error';
import { hashPassword, signIn } from '~/domain/identity/index.server';
import { migrateDatabase } from '~db/migrate.server';
import { openDatabase } from '~db/open.server';
import { accounts } from '~db/schema';
import { makeWorld, now } from '../../support/world';
import { everythingIn, givePassword, good, refusalOf } from './support';

const address = '192.0.2.7';

afterEach(() => {
  vi.useRealTimers();
});

describe('signing in', () => {
  it('opens the account with its address and password', async () => {
    const { db, people } = await makeWorld();
    await givePassword(db, people.learner.id);
    expect(await signIn(db, { email: people.learner.email, password: good, address })).toEqual({
      accountId: people.learner.id,
    });
  });

  it('takes the same password however its letters are composed', async () => {
    const { db, people } = await makeWorld();
    await givePassword(db, people.learner.id, 'caf\u00e9 au lait, deux');
    const typed = { email: people.learner.email, password: 'cafe\u0301 au lait, deux', address };
    expect(await signIn(db, typed)).toEqual({ accountId: people.learner.id });
  });

  it('gives a wrong password, an unknown address, a disabled account and one without a password the same answer', async () => {
    const { db, people } = await makeWorld();
    await givePassword(db, people.learner.id);
    await givePassword(db, people.foreigner.id);
    db.update(accounts).set({ disabledAt: now }).where(eq(accounts.id, people.foreigner.id)).run();
    const answers = [];
    for (const [email, password] of [
      [people.learner.email, 'not the password'],
      ['nobody@mranti.example', good],
      [people.foreigner.email, good],
      [people.colleague.email, '!'],
    ] as const) {
      const refused = await refusalOf(() => signIn(db, { email, password, address }));
      answers.push(
        refused instanceof DomainError
          ? JSON.stringify({ ...refused, said: refused.message })
          : String(refused),
      );
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('wrong-credentials');
  });

  it('keeps passwords as argon2id with the parameters OWASP asks for, salted', async () => {
    const [one, other] = [await hashPassword(good), await hashPassword(good)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toBe(one);
  });
});

describe('the limits of signing in', () => {
  it('refuses an account after ten wrong passwords, even the right one, and lets it in when the time is over', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    const { db, people } = await makeWorld();
    await givePassword(db, people.learner.id);
    const email = people.learner.email;
    for (let time = 0; time < 10; time++) {
      await expect(
        signIn(db, { email, password: 'wrong wrong wrong', address: `192.0.2.${time}` }),
      ).rejects.toMatchObject({
        code: 'wrong-credentials',
      });
    }
    const refused = await refusalOf(() => signIn(db, { email, password: good, address }));
    expect(refused).toMatchObject({
      code: 'too-many-attempts',
      refusal: 'limited',
      details: { retryAfter: 900 },
    });
    vi.setSystemTime(now + 15 * 60_000 + 1);
    expect(await signIn(db, { email, password: good, address })).toEqual({ accountId: people.learner.id });
  });

  it('counts attempts sent all at once', async () => {
    const { db, people } = await makeWorld();
    const all = Array.from({ length: 15 }, () =>
      refusalOf(() => signIn(db, { email: people.learner.email, password: 'wrong wrong wrong', address })),
    );
    const codes = (await Promise.all(all)).map((refused) =>
      refused instanceof DomainError ? refused.code : String(refused),
    );
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(10);
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(5);
  });

  it('forgets wrong passwords once the right one is given', async () => {
    const { db, people } = await makeWorld();
    await givePassword(db, people.learner.id);
    const email = people.learner.email;
    for (let round = 0; round < 2; round++) {
      for (let time = 0; time < 9; time++)
        await refusalOf(() => signIn(db, { email, password: 'wrong wrong wrong', address }));
      expect(await signIn(db, { email, password: good, address })).toEqual({ accountId: people.learner.id });
    }
  });

  it('refuses a network after fifty wrong ones, whatever the accounts; all of an IPv6 /64 is one network', async () => {
    const { db, people } = await makeWorld();
    await givePassword(db, people.learner.id);
    for (let time = 0; time < 50; time++) {
      await refusalOf(() =>
        signIn(db, {
          email: `guess${time}@zpark.example`,
          password: 'x',
          address: `2001:db8:0:1::${time + 1}`,
        }),
      );
    }
    const right = { email: people.learner.email, password: good };
    await expect(signIn(db, { ...right, address: '2001:db8:0:1:ffff::9' })).rejects.toMatchObject({
      code: 'too-many-attempts',
    });
    expect(await signIn(db, { ...right, address: '2001:db8:0:2::1' })).toEqual({
      accountId: people.learner.id,
    });
  });

  it('survives a restart, and keeps no address in the file', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-limits-'));
    const url = `file:${path.join(folder, 'test.db')}`;
    try {
      const first = openDatabase(url);
      migrateDatabase(first, 'db/migrations');
      const attempt = { email: 'somebody@mranti.example', password: 'wrong wrong wrong', address };
      for (let time = 0; time < 10; time++) await refusalOf(() => signIn(first, attempt));
      first.$client.close();

      const again = openDatabase(url);
      await expect(signIn(again, attempt)).rejects.toMatchObject({ code: 'too-many-attempts' });
      const kept = everythingIn(again);
      expect(kept).toContain('sign-in-account:');
      expect(kept).not.toContain(attempt.email);
      expect(kept).not.toContain(address);
      again.$client.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
