// Structured logs.
import pino, { type Logger } from 'pino';
import type { Config } from '~/config.server';

/** Written without waiting, and together while a write is under way: each write is a call to the system. */
export const openLog = (level: Config['logLevel']): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 1, sync: false }),
  );
