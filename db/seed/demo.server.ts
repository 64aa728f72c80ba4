// The demo's data: founded, played, and marked as such.
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { findActor } from '~/domain/identity/index.server';
import { type MyCourse, myCourses } from '~/domain/learning/index.server';
import { migrateDatabase } from '../migrate.server';
import { type Db, wrapClient } from '../open.server';
import { accounts, installation } from '../schema';
import { startOfDay } from './calendar';
import { foundProgramme } from './founding.server';
import { demoParks } from './parks';
import { type Demo, playProgramme } from './programme.server';

export { dayOf } from './calendar';
export { demoParks, demoPassword } from './parks';

const mark = 'demo';

/** Only the parks, their units and the named accounts, two hours before `at` (epoch milliseconds). For a database without any park. */
export async function seedParks(db: Db, { at }: { at: number }): Promise<void> {
  await foundProgramme(db, { at: at - 2 * 60 * 60_000 });
}

/**
 * Half a year of a programme in two parks with 300 people, which ended last night. For a database without any park. The same day,
 * seed and courses give the same content, but for what is random so that nobody can guess it (see tests/domain/db/demo.test.ts).
 */
export async function seedDemo(db: Db, demo: Demo): Promise<void> {
  await playProgramme(db, demo);
  const value = JSON.stringify({ today: demo.today, seed: demo.seed });
  db.insert(installation)
    .values({ key: mark, value, at: startOfDay(demo.today) })
    .run();
}

/**
 * Makes the demo's database in `file`, where there is none. In memory first and then at once, so that a demo which is stopped on its
 * first day is no half year with holes. Its records are signed by the first `openApp`, which has the key.
 */
export async function writeDemo(file: string, migrations: string, demo: Demo): Promise<void> {
  const db = wrapClient(new Database(':memory:'));
  migrateDatabase(db, migrations);
  await seedDemo(db, demo);
  const bytes = db.$client.serialize();
  db.$client.close();
  await mkdir(path.dirname(file), { recursive: true });
  const part = `${file}.part`;
  try {
    const handle = await open(part, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

/** Whether `seedDemo` made this data. */
export const isDemo = (db: Db): boolean =>
  db.select({ key: installation.key }).from(installation).where(eq(installation.key, mark)).get() !==
  undefined;

/** The named accounts, one for each role and park, and what each of them has on hand. */
export const listNamedAccounts = (db: Db): { email: string; role: string; park: string; courses: string }[] =>
  demoParks.flatMap((park) =>
    park.accounts.map(({ email, role }) => {
      const account = db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)).get();
      const actor = account && findActor(db, account.id);
      const courses = actor ? myCourses(db, actor).map(standing).join('; ') : '';
      return { email, role, park: park.names.en, courses };
    }),
  );

function standing({ edition, state, record }: MyCourse): string {
  const again = state.again.length > 0 ? `, ${state.again.length} to do again` : '';
  const done = record ? 'record' : `${state.done} of ${state.total} lessons${again}`;
  return `${edition.titles.en}: ${done}`;
}
