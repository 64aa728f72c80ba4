// The process entry of `npm start`: opens the app, serves HTTP, stops gracefully.

import * as build from 'virtual:remix/server-build';
import type { ServerBuild } from '@remix-run/node';
import { DatabaseUnusable } from '~db/open.server';
import { ConfigError, loadConfig } from './config.server';
import { openApp } from './context.server';
import { createFirstInvitation } from './domain/identity/index.server';
import { KeysUnusable } from './domain/records/index.server';
import { serve } from './http/serve.server';

try {
  const config = loadConfig(process.env);
  const app = await openApp(config);
  const server = await serve(app, build as unknown as ServerBuild);
  app.log.info({ origin: config.origin, port: server.port }, 'listening');

  const token = createFirstInvitation(app.db, { at: Date.now() });
  if (token) {
    process.stdout.write(
      `\nNobody administers this programme yet. Open this link once to become its first administrator:\n\n  ${config.origin}/join/${token}\n\n`,
    );
  }

  const stop = async (signal: string) => {
    app.log.info({ signal }, 'stopping: finishing requests in flight');
    await server.stop();
    await app.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  if (error instanceof ConfigError || error instanceof DatabaseUnusable || error instanceof KeysUnusable) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') {
    process.stderr.write(
      `Port ${port} is taken, perhaps by a Parkbridge that is running already. End it, or choose another with PORT.\n`,
    );
    process.exit(1);
  }
  throw error;
}
