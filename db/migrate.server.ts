// Brings a database to the schema of this version, or refuses one that is newer or damaged.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { DatabaseUnusable, type Db, explain } from './open.server';

type Journal = { entries: { when: number; tag: string }[] };

/**
 * Applies the migrations in `folder` that `db` has not had. Foreign keys are off while they run, since SQLite
 * otherwise deletes a rebuilt parent table's children, and are checked before anyone may use the database.
 * Throws DatabaseUnusable for a database of a newer version, a damaged one, or one left with broken references.
 */
export function migrateDatabase(db: Db, folder: string): { applied: number } {
  try {
    return applyPending(db, folder);
  } catch (error) {
    throw explain(db.$client.name, error);
  }
}

function applyPending(db: Db, folder: string): { applied: number } {
  const client = db.$client;
  const check = client.pragma('quick_check(1)', { simple: true });
  if (check !== 'ok') {
    throw new DatabaseUnusable(
      `The database is damaged (${String(check)}). Restore a backup: npm run db -- restore BACKUP`,
    );
  }
  const journal = readJournal(folder);
  const known = Math.max(...journal);
  const before = latestApplied(db);
  if (before > known) {
    throw new DatabaseUnusable(
      'The database was made by a newer version of Parkbridge. Start that version, or restore a backup made by this one.',
    );
  }
  const pending = journal.filter((when) => when > before).length;
  if (pending === 0) return { applied: 0 };
  // Drizzle migrates inside a transaction, where this pragma does nothing: it must be set on the connection first.
  client.pragma('foreign_keys = OFF');
  try {
    migrate(db, { migrationsFolder: folder });
  } finally {
    client.pragma('foreign_keys = ON');
  }
  const broken = client.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) {
    throw new DatabaseUnusable(
      `Migrating left ${broken.length} broken references. Restore the backup made before this start.`,
    );
  }
  return { applied: pending };
}

/** When each migration of `folder` was made, in order: the number by which a database knows it. */
export function readJournal(folder: string): number[] {
  const journal = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
  return journal.entries.map((entry) => entry.when);
}

/** When the newest applied migration was made, as its journal says; 0 for an empty database. */
function latestApplied(db: Db): number {
  const table = db.$client.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get();
  if (!table) return 0;
  const row = db.$client.prepare('select max(created_at) as latest from __drizzle_migrations').get() as {
    latest: number | null;
  };
  return row.latest ?? 0;
}
