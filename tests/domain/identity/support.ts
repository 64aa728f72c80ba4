// What identity's tests share: usable passwords, and the links that were mailed.
import { desc, eq } from 'drizzle-orm';
import { hashPassword } from '~/domain/identity/index.server';
import type { Db } from '~db/open.server';
import { accounts, entries, outbox } from '~db/schema';

export const good = 'seven quiet otters';

/** Gives an account a password one can sign in with. */
export async function givePassword(db: Db, accountId: number, password = good): Promise<void> {
  const passwordHash = await hashPassword(password);
  db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId)).run();
}

/** Mail in the outbox, newest first. */
export const mails = (db: Db) => db.select().from(outbox).orderBy(desc(outbox.id)).all();

/** The token at the end of the link in the newest mail. */
export function mailedToken(db: Db): string {
  const token = mails(db)[0]?.values.path?.split('/').at(-1);
  if (!token) throw new Error('no mail with a link');
  return token;
}

export const actionsOf = (db: Db): string[] =>
  db
    .select()
    .from(entries)
    .orderBy(entries.id)
    .all()
    .map((entry) => entry.action);

/** Every value of every row of every table, as one string: what a thief of the file would read. */
export function everythingIn(db: Db): string {
  const tables = db.$client
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all()
    .map(({ name }) => name);
  return tables.map((name) => JSON.stringify(db.$client.prepare(`select * from "${name}"`).all())).join('\n');
}

/** What `work` throws, for asserting its code. */
export async function refusalOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('it was not refused');
}
