// A data folder as the demo's is before anybody studies, with no server running on it.

import { loadConfig } from '~/config.server';
import { openApp } from '~/context.server';
import { system } from '~/domain/actor';
import { publishCourses } from '~/domain/courses/index.server';
import { seedParks } from '~db/seed/demo.server';

/** Fills `folder` with demo people and the built-in courses. */
export async function prepareData(folder: string): Promise<void> {
  const config = loadConfig({ NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const app = await openApp(config, { jobs: false });
  const at = Date.now();
  await seedParks(app.db, { at });
  await publishCourses(app.db, system, { folders: ['courses'], at });
  app.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  await app.close();
}
