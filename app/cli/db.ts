// `npm run db -- …`: migrates, copies, puts back and checks the database, from a terminal.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, loadConfig } from '~/config.server';
import { backupDatabase, inspectDatabase, restoreDatabase } from '~db/backup.server';
import { findDamage } from '~db/check.server';
import { migrateDatabase } from '~db/migrate.server';
import { DatabaseUnusable, databaseFile, openDatabase } from '~db/open.server';

const usage = `Usage:
  npm run db -- migrate          Brings the database to the schema of this version.
  npm run db -- backup FILE      Copies the database to the new FILE, also while the server runs, and checks the copy.
  npm run db -- restore FILE     Puts the backup FILE in the database's place, which is kept beside it. The server must not run.
  npm run db -- check            Reads the whole database and says what is wrong with it.

The database is the one DATABASE_URL or DATA_DIR names.
`;

/** The command cannot be done as typed, or found something wrong; the message says what. */
class Refused extends Error {}

const size = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

async function run(args: string[]): Promise<string> {
  const [command, file, ...rest] = args;
  const takesFile = command === 'backup' || command === 'restore';
  const known = takesFile || command === 'migrate' || command === 'check';
  if (!known || rest.length > 0 || takesFile !== (file !== undefined)) throw new Refused(usage);
  const { databaseUrl, migrations } = loadConfig(process.env);
  const database = databaseFile(databaseUrl);

  if (command === 'migrate') {
    const db = openDatabase(databaseUrl);
    try {
      const { applied } = migrateDatabase(db, migrations);
      return applied === 0 ? `${database} is up to date.\n` : `${database}: ${applied} migrations applied.\n`;
    } finally {
      db.$client.close();
    }
  }
  if (!existsSync(database) && command !== 'restore') {
    throw new Refused(`There is no database at ${database} yet.\n`);
  }
  if (command === 'check') {
    const { migration, bytes } = inspectDatabase(database, migrations);
    const db = openDatabase(databaseUrl);
    const damage = findDamage(db.$client);
    db.$client.close();
    if (damage.length > 0) throw new Refused(`${database}:\n${damage.map((line) => `  ${line}\n`).join('')}`);
    return `${database} is whole: migration ${migration}, ${size(bytes)}.\n`;
  }
  const named = path.resolve(file ?? '');
  if (command === 'backup') {
    const { migration, bytes } = await backupDatabase(database, named, migrations);
    return `${named}: migration ${migration}, ${size(bytes)}, checked.\n`;
  }
  const { kept, migration } = await restoreDatabase(named, database, migrations, Date.now());
  return `${database} is now ${named} (migration ${migration}).\n${kept ? `What it was before: ${kept}\n` : ''}`;
}

try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Refused || error instanceof DatabaseUnusable || error instanceof ConfigError))
    throw error;
  process.stderr.write(`${error.message.trimEnd()}\n`);
  process.exitCode = 1;
}
