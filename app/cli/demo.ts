// `npm run demo`: everything from nothing to a running site with demo people, and the same again in seconds.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { seedDemo } from '~db/seed/demo.server';
import { loadConfig } from '../config.server';
import { openApp } from '../context.server';
import { system } from '../domain/actor';
import { publishCourses } from '../domain/courses/index.server';
import { buildIfChanged } from './build';
import { run } from './run';

const port = process.env.PORT ?? '3000';
const env = {
  ...process.env,
  NODE_ENV: 'production' as const,
  PORT: port,
  ORIGIN: process.env.ORIGIN ?? `http://localhost:${port}`,
  DATA_DIR: process.env.DATA_DIR ?? './data/demo',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
};

await run(async () => {
  const config = loadConfig(env);
  if (process.argv.includes('--reset')) await rm(config.dataDir, { recursive: true, force: true });
  await buildIfChanged();

  const app = await openApp(config, { jobs: false });
  const at = Date.now();
  const people = await seedDemo(app.db, { at });
  await publishCourses(app.db, system, { folders: ['courses'], at });
  await app.close();

  const rows = people.map((person) => `  ${person.email.padEnd(34)} ${person.role}, ${person.park}`);
  process.stdout.write(
    [
      '',
      `Parkbridge is at ${config.origin}`,
      '',
      `Demo accounts, all with the password ${people[0]?.password}:`,
      ...rows,
      '',
      ...(config.smtpUrl
        ? []
        : [`No SMTP_URL: mail lands as .eml files in ${path.join(config.dataDir, 'outbox')}`]),
      `Data is in ${config.dataDir}. Stop with Ctrl+C.`,
      '',
    ].join('\n'),
  );
  Object.assign(process.env, env);
  const server = path.resolve('build/server/index.js');
  if (!existsSync(server)) throw new Error('The build left no server.');
  await import(server);
});
