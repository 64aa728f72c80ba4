// The process that serves the bare page: everything of ours but the pages.
import * as build from 'virtual:remix/server-build';
import type { ServerBuild } from '@remix-run/node';
import { loadConfig } from '~/config.server';
import { openApp } from '~/context.server';
import { serve } from '~/http/serve.server';

const app = await openApp(loadConfig(process.env));
const server = await serve(app, build as unknown as ServerBuild);
app.log.info({ port: server.port }, 'listening');
process.once('SIGTERM', async () => {
  await server.stop();
  await app.close();
  process.exit(0);
});
