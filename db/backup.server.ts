// Copies of the database: made while it is in use, checked, and put back.
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { readJournal } from './migrate.server';
import { DatabaseUnusable, explain, makePrivate } from './open.server';

export type Found = {
  /** Of how many migrations of this version the file has had. */
  migration: number;
  bytes: number;
};

/**
 * Copies the database `source` to the new file `target` while others go on writing: what was committed before the end of the copy
 * is in it, whole transactions only. The copy is checked before it gets its name. Throws DatabaseUnusable.
 */
export async function backupDatabase(source: string, target: string, migrations: string): Promise<Found> {
  const taken = () =>
    new DatabaseUnusable(`${target} exists already. Choose another name; backups are never overwritten.`);
  if (existsSync(target)) throw taken();
  if (!existsSync(path.dirname(target)))
    throw new DatabaseUnusable(`The folder ${path.dirname(target)} does not exist.`);
  demandFile(source);
  return withTemporary(target, async (temporary) => {
    await copyDatabase(source, temporary);
    const found = inspectDatabase(temporary, migrations);
    if (existsSync(target)) throw taken();
    renameSync(temporary, target);
    return found;
  });
}

/**
 * Puts the backup `source` in the place of the database `target`, which is kept beside it: returns its new name, or null where there
 * was none. Nothing is changed when the backup is no database of Parkbridge, damaged or newer than `migrations`, or while a server has
 * `target` open. Throws DatabaseUnusable.
 */
export async function restoreDatabase(
  source: string,
  target: string,
  migrations: string,
  at: number,
): Promise<Found & { kept: string | null }> {
  demandFile(source);
  if (path.resolve(source) === path.resolve(target))
    throw new DatabaseUnusable(`${source} is the database itself.`);
  inspectDatabase(source, migrations);
  mkdirSync(path.dirname(target), { recursive: true });
  return withTemporary(target, async (temporary) => {
    await copyDatabase(source, temporary);
    const found = inspectDatabase(temporary, migrations);
    if (!existsSync(target)) {
      renameSync(temporary, target);
      return { ...found, kept: null };
    }
    const release = takeAlone(target);
    try {
      const kept = `${target}.before-restore-${new Date(at).toISOString().replace(/[:.]/g, '-')}`;
      keepAs(target, kept);
      // What the database had not yet taken in from its log belongs to it, not to the backup.
      for (const ending of ['-wal', '-shm']) {
        if (existsSync(target + ending)) renameSync(target + ending, kept + ending);
      }
      renameSync(temporary, target);
      return { ...found, kept };
    } finally {
      release();
    }
  });
}

/** Which version of the schema a file has. Throws DatabaseUnusable where it is no whole database of Parkbridge of a version known here. */
export function inspectDatabase(file: string, migrations: string): Found {
  demandFile(file);
  try {
    const client = new Database(file, { readonly: true });
    try {
      const check = client.pragma('quick_check(1)', { simple: true });
      if (check !== 'ok')
        throw new DatabaseUnusable(`${file} is damaged (${String(check)}). Nothing was changed.`);
      return { migration: migrationOf(client, file, migrations), bytes: statSync(file).size };
    } finally {
      client.close();
    }
  } catch (error) {
    throw explain(file, error);
  }
}

function migrationOf(client: Database.Database, file: string, migrations: string): number {
  const known = readJournal(migrations);
  const table = client.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get();
  const latest = table
    ? client.prepare<[], number | null>('select max(created_at) from __drizzle_migrations').pluck().get()
    : null;
  const ours = client
    .prepare(`select 1 from sqlite_master where type = 'table' and name = 'enrolments'`)
    .get();
  const index = known.indexOf(latest ?? 0);
  if (!ours || typeof latest !== 'number')
    throw new DatabaseUnusable(`${file} is not a database of Parkbridge. Nothing was changed.`);
  if (index >= 0) return index + 1;
  if (latest > (known.at(-1) ?? 0)) {
    throw new DatabaseUnusable(
      `${file} was made by a newer version of Parkbridge. Install that version first. Nothing was changed.`,
    );
  }
  throw new DatabaseUnusable(
    `${file} is of no version of Parkbridge that this one knows. Nothing was changed.`,
  );
}

async function copyDatabase(source: string, target: string): Promise<void> {
  try {
    makePrivate(target);
    const from = new Database(source, { readonly: true, timeout: 5000 });
    try {
      // All pages in one step: a step that another process's write interrupts would begin again, for ever on a busy server.
      await from.backup(target, { progress: ({ totalPages }) => totalPages });
    } finally {
      from.close();
    }
    // One file that needs no other: the copy has the original's journal mode, whose log would be a second one.
    const copy = new Database(target);
    copy.pragma('journal_mode = DELETE');
    copy.close();
  } catch (error) {
    throw explain(target, error);
  }
}

/**
 * Takes `file` from everybody else, or refuses. A server in WAL mode holds a shared lock on the file for as long as it runs, idle
 * or not, and SQLite leaves WAL mode only where nobody else has the file open: so trying that tells. It also takes in the log.
 */
function takeAlone(file: string): () => void {
  let client: Database.Database | undefined;
  try {
    client = new Database(file, { timeout: 0 });
    client.pragma('locking_mode = EXCLUSIVE');
    client.pragma('journal_mode = DELETE');
    client.exec('begin exclusive');
    client.exec('rollback');
    const held = client;
    return () => held.close();
  } catch (error) {
    client?.close();
    if (error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
      throw new DatabaseUnusable(
        `${file} is in use. Stop the server first, then restore. Nothing was changed.`,
      );
    }
    // A database too damaged to be locked is what restoring is for.
    return () => {};
  }
}

/** Gives a file a second name, or a copy where the file system has no links; the first name stays until it is replaced. */
function keepAs(file: string, kept: string): void {
  try {
    linkSync(file, kept);
  } catch {
    copyFileSync(file, kept);
  }
}

async function withTemporary<Value>(
  target: string,
  work: (temporary: string) => Promise<Value>,
): Promise<Value> {
  const temporary = `${target}.${process.pid}.part`;
  try {
    return await work(temporary);
  } catch (error) {
    throw explain(target, error);
  } finally {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(temporary + ending, { force: true });
  }
}

function demandFile(file: string): void {
  if (!existsSync(file)) throw new DatabaseUnusable(`${file} does not exist.`);
  if (!statSync(file).isFile()) throw new DatabaseUnusable(`${file} is not a file.`);
}
