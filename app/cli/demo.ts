// `npm run demo`: everything from nothing to a running site with half a year of people in it, and the same again in seconds.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { databaseFile } from '~db/open.server';
import { dayOf, demoPassword, isDemo, listNamedAccounts, writeDemo } from '~db/seed/demo.server';
import { loadConfig } from '../config.server';
import { openApp } from '../context.server';
import { system } from '../domain/actor';
import { publishCourses } from '../domain/courses/index.server';
import { buildIfChanged } from './build';
import { run } from './run';

/** Another number, other people. */
const seed = 1;

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

  const file = databaseFile(config.databaseUrl);
  if (!existsSync(file)) {
    process.stdout.write('Making half a year of a programme…\n');
    await writeDemo(file, config.migrations, { today: dayOf(Date.now()), seed, courses: 'courses' });
  }
  const app = await openApp(config, { jobs: false });
  const played = isDemo(app.db);
  await publishCourses(app.db, system, { folders: ['courses'], at: Date.now() });
  const rows = listNamedAccounts(app.db).flatMap(({ email, role, park, courses }) => [
    `  ${email.padEnd(32)} ${role}, ${park}`,
    ...(courses ? [`  ${''.padEnd(32)} ${courses}`] : []),
  ]);
  await app.close();

  Object.assign(process.env, env);
  const server = path.resolve('build/server/index.js');
  if (!existsSync(server)) throw new Error('The build left no server.');
  // Resolves once it listens; a server that cannot start says why and ends the process.
  await import(server);

  process.stdout.write(
    [
      '',
      `Parkbridge is at ${config.origin}`,
      '',
      `Demo accounts, all with the password ${demoPassword}:`,
      ...rows,
      '',
      ...(config.smtpUrl
        ? []
        : [`No SMTP_URL: mail lands as .eml files in ${path.join(config.dataDir, 'outbox')}`]),
      ...(played
        ? []
        : ['This data was not made by this demo and stays as it is; npm run demo -- --reset starts over.']),
      `Data is in ${config.dataDir}. Stop with Ctrl+C.`,
      '',
    ].join('\n'),
  );
});
