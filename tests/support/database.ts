// A migrated database of its own for each test, opened from a buffer made once.
import Database from 'better-sqlite3';
import { migrateDatabase } from '~db/migrate.server';
import { type Db, wrapClient } from '~db/open.server';

let migrated: Buffer | undefined;

/** An empty, fully migrated database in memory. */
export function openTestDatabase(): Db {
  if (!migrated) {
    const template = wrapClient(new Database(':memory:'));
    migrateDatabase(template, 'db/migrations');
    migrated = template.$client.serialize();
    template.$client.close();
  }
  return wrapClient(new Database(migrated));
}
