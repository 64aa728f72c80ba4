// Structured logs.
import pino, { type Logger } from 'pino';
import type { Config } from '~/config.server';

/** Milliseconds a line may wait for others to be written with it: a call to the system for each would cost as much as a page. */
const together = 20;

/** Written without waiting; what is not written yet when the process ends itself is written then. */
export const openLog = (level: Config['logLevel']): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 1, sync: false, minLength: 8192, periodicFlush: together }),
  );
