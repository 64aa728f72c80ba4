// Commits a completion's record and dies before it is signed.
import { eq } from 'drizzle-orm';
import type { AccountActor } from '~/domain/actor';
import { openDatabase } from '~db/open.server';
import { accounts } from '~db/schema';
import { issue, publishCourse } from './completed-course';

const db = openDatabase(`file:${process.argv[2]}`);
const account = db.select().from(accounts).where(eq(accounts.email, 'aisyah@mranti.example')).get();
if (!account) throw new Error('no such account');
const actor: AccountActor = { kind: 'account', roles: [], ...account };
issue(db, actor, publishCourse(db), Date.UTC(2026, 2, 2, 1));
process.kill(process.pid, 'SIGKILL');
