// Clears away what is over, hourly: sessions, kept forms, links, counters.
import type { App } from '~/context.server';
import { purgeExpired } from '~/domain/identity/index.server';

const every = 60 * 60 * 1000;

/** Starts the job; `stop` ends it. */
export function startPurge(app: Pick<App, 'db'> & { log: Pick<App['log'], 'error'> }): { stop(): void } {
  const purge = () => {
    try {
      purgeExpired(app.db, { at: Date.now() });
    } catch (error) {
      app.log.error({ err: error }, 'what is over could not be cleared away');
    }
  };
  const timer = setInterval(purge, every).unref();
  return { stop: () => clearInterval(timer) };
}
