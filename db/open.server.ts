// Opens the database that DATABASE_URL names, with the settings every connection must have.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';

export type Db = BetterSQLite3Database & { $client: Database.Database };
/** What domain functions take: a handle or a running transaction. */
export type Queryable = Pick<
  Db,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'run' | 'all' | 'get'
>;

/** The database cannot be used as it is; the message says what to do and is meant for the operator. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable';
}

/** The file a `file:` URL names. Throws DatabaseUnusable for any other kind of URL. */
export function databaseFile(url: string): string {
  if (url.startsWith('file:'))
    return url.startsWith('file://') ? fileURLToPath(url) : path.resolve(url.slice('file:'.length));
  throw new DatabaseUnusable(
    `DATABASE_URL must be a file: URL (file:./data/parkbridge.db); this version opens no other kind.`,
  );
}

/** Opens (and creates) the database of `url` in WAL mode, durable on every commit. Throws DatabaseUnusable. */
export function openDatabase(url: string): Db {
  const file = databaseFile(url);
  let client: Database.Database;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    makePrivate(file);
    client = new Database(file);
    client.pragma('journal_mode = WAL');
    client.pragma('schema_version');
  } catch (error) {
    throw explain(file, error);
  }
  return wrapClient(client);
}

/** Makes `file`, empty, where there is none: it will hold personal data, so only its owner may read it. SQLite's own files follow it. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/** Puts the settings on an open connection and gives it Drizzle's interface. */
export function wrapClient(client: Database.Database): Db {
  client.pragma('foreign_keys = ON');
  // So that `insert or replace` meets the triggers that forbid deleting.
  client.pragma('recursive_triggers = ON');
  client.pragma('busy_timeout = 5000');
  // A confirmed completion, attempt or record must survive power loss; see `relaxed` for what may not need to.
  client.pragma('synchronous = FULL');
  client.pragma('cache_size = -65536');
  client.pragma('temp_store = MEMORY');
  client.pragma('mmap_size = 268435456');
  // Without the schema: `db.query` would be built anew for every transaction, table by table, and nothing here uses it.
  return drizzle(client, { casing: 'snake_case' });
}

/**
 * Runs `work` without waiting for the disk at commit: for facts that are rewritten often and nobody was promised,
 * such as which lesson was opened last. They survive a crash of the process and may be lost with the power.
 */
export function relaxed<T>(db: Db, work: () => T): T {
  db.$client.pragma('synchronous = NORMAL');
  try {
    return work();
  } finally {
    db.$client.pragma('synchronous = FULL');
  }
}

/** What went wrong with `file`, in the operator's words; what is no trouble of files or SQLite comes back as it is. */
export function explain(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnusable) return error;
  // Drizzle wraps what SQLite said.
  if (!('code' in error)) return error.cause === undefined ? error : explain(file, error.cause);
  const code = String(error.code);
  const remedy =
    code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')
      ? 'The file is not a database or is damaged. Restore a backup: npm run db -- restore BACKUP'
      : /^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR)/.test(code)
        ? 'Check that the folder exists and that this user may write in it.'
        : /^(SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT|EFBIG|EIO)/.test(code)
          ? 'The disk is full or failing. Free space, then try again; nothing was half-written.'
          : /^SQLITE_(BUSY|LOCKED)/.test(code)
            ? 'Another process is writing to it. Try again in a moment.'
            : 'Nothing was changed.';
  return new DatabaseUnusable(`Cannot use the database ${file}: ${error.message}. ${remedy}`, {
    cause: error,
  });
}
