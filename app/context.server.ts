// The one wiring point: opens the database, keys and mail that everything else is handed.
import type { Logger } from 'pino';
import { migrateDatabase } from '~db/migrate.server';
import { type Db, openDatabase } from '~db/open.server';
import type { Config } from './config.server';
import { refreshSearch } from './domain/courses/index.server';
import { type IssuerKeys, loadOrCreateKeys, signPending } from './domain/records/index.server';
import { openLog } from './http/log.server';
import { makeSessions, type Sessions } from './http/session.server';
import { startOutbox } from './jobs/deliver-outbox.server';
import { startPurge } from './jobs/purge-expired.server';
import { startReminders } from './jobs/remind-expiring.server';

export type App = {
  config: Config;
  db: Db;
  log: Logger;
  keys: IssuerKeys;
  sessions: Sessions;
  /** Tells the mail job that there is something to send. */
  nudgeMail(): void;
  /** Stops the jobs and closes the database. */
  close(): Promise<void>;
};

/**
 * Opens everything, migrating the database first. `jobs: false` starts no timers (commands at a terminal).
 * Throws DatabaseUnusable or KeysUnusable with a message for the operator.
 */
export async function openApp(config: Config, options: { jobs?: boolean } = {}): Promise<App> {
  const log = openLog(config.logLevel);
  const db = openDatabase(config.databaseUrl);
  migrateDatabase(db, config.migrations);
  try {
    // Editions of before there was a search, or of another way of indexing.
    refreshSearch(db);
  } catch (error) {
    // A full disk, say, is no reason not to serve what can be read.
    log.error({ err: error }, 'what can be searched is not up to date');
  }
  const keys = await loadOrCreateKeys({
    dataDir: config.dataDir,
    origin: config.origin,
    configured: config.issuerKey,
    name: config.issuerName,
  });
  await signPending(db, keys, Date.now());
  const outbox = options.jobs === false ? undefined : startOutbox({ config, db, log });
  const purge = options.jobs === false ? undefined : startPurge({ db, log });
  const reminders =
    options.jobs === false ? undefined : startReminders({ db, log, nudge: () => outbox?.nudge() });
  return {
    config,
    db,
    log,
    keys,
    sessions: makeSessions(db, { secure: config.origin.startsWith('https:') }),
    nudgeMail: () => outbox?.nudge(),
    close: async () => {
      purge?.stop();
      reminders?.stop();
      await outbox?.stop();
      db.$client.close();
    },
  };
}
