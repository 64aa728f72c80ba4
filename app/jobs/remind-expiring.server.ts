// Reminds people whose record expires, once when the server starts and hourly.
import type { App } from '~/context.server';
import { remindExpiring } from '~/domain/records/index.server';

const every = 60 * 60 * 1000;

/** Starts the job; `nudge` is called when there is mail to send, `stop` ends it. */
export function startReminders(app: Pick<App, 'db'> & { log: Pick<App['log'], 'error'>; nudge(): void }): {
  stop(): void;
} {
  const remind = () => {
    try {
      if (remindExpiring(app.db, Date.now()) > 0) app.nudge();
    } catch (error) {
      app.log.error({ err: error }, 'reminders of records that expire could not be queued');
    }
  };
  const soon = setImmediate(remind);
  const timer = setInterval(remind, every).unref();
  return {
    stop: () => {
      clearImmediate(soon);
      clearInterval(timer);
    },
  };
}
