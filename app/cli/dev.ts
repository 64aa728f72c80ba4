// `npm run dev`: the same server with Vite in front, for working on the site.
import { createServer } from 'vite';
import { loadConfig } from '../config.server';
import { openApp } from '../context.server';
import { run } from './run';

await run(async () => {
  const config = loadConfig({
    ...process.env,
    NODE_ENV: 'development',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  });
  const vite = await createServer({ server: { middlewareMode: true } });
  const app = await openApp(config);
  // The server is loaded by Vite as well, so that it shares its modules with the routes.
  const { serve } = (await vite.ssrLoadModule(
    './app/http/serve.server.ts',
  )) as typeof import('../http/serve.server');
  const { port } = await serve(app, {
    middlewares: vite.middlewares,
    loadBuild: () => vite.ssrLoadModule('virtual:remix/server-build') as never,
  });
  process.stdout.write(`http://localhost:${port}\n`);
});
