// How the cost of a lesson page and of completing a lesson grows with the learners there are: 1,000, 10,000 and 100,000 of them.
import path from 'node:path';
import { openDatabase } from '~db/open.server';
import { completing } from './completing';
import { sizeName, sizes } from './crowd';
import { median, type Result } from './measure';
import { readingLoad } from './pages';
import { load, type Served, startProcess } from './processes';
import { prepareSite, type Site } from './site';

const rounds = 5;
/** Of those, who open pages: few enough that no size has more of them in memory than another. */
const reading = 600;

export async function growth(): Promise<Result[]> {
  const sites: Site[] = [];
  for (const size of sizes) sites.push(await prepareSite(reading, { crowd: size }));
  try {
    return [...(await pagesAt(sites)), ...(await completionsAt(sites))];
  } finally {
    for (const site of sites) site.dispose();
  }
}

/** A second's worth at every size, and the ratio to the smallest: the median of the rounds' ratios. */
function rowsOf(name: string, unit: string, measured: readonly number[][]): Result[] {
  const [smallest = []] = measured;
  return measured.map((values, index) => {
    const ratio = median(values.map((value, round) => value / (smallest[round] ?? Number.NaN)));
    return {
      name: `${name}-${sizeName(sizes[index] ?? 0)}`,
      value: median(values),
      unit,
      reference: index === 0 ? null : median(smallest),
      ratio: index === 0 ? null : ratio,
      aim: index === 0 ? 'the reference' : '≥ 0.8 of 1k',
      met: index === 0 || ratio >= 0.8,
    };
  });
}

async function pagesAt(sites: readonly Site[]): Promise<Result[]> {
  const servers: Served[] = [];
  try {
    for (const { dataDir } of sites)
      servers.push(await startProcess({ args: ['build/server/index.js'], dataDir }));
    const measured = sites.map((): number[] => []);
    for (let round = -1; round < rounds; round += 1) {
      for (const [index, server] of servers.entries()) {
        const site = sites[index];
        if (!site) continue;
        const pages = await load(server, {
          tool: 'autocannon',
          connections: readingLoad(site),
          seconds: 3,
        });
        // The first round warms up.
        if (round >= 0) measured[index]?.push(pages);
      }
    }
    return rowsOf('growth-lesson-page', 'pages/s', measured);
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function completionsAt(sites: readonly Site[]): Promise<Result[]> {
  const dbs = sites.map(({ dataDir }) => openDatabase(`file:${path.join(dataDir, 'parkbridge.db')}`));
  const turns = dbs.map((db) => completing(db, rounds + 1));
  const measured = sites.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, turn] of turns.entries()) {
      const done = await turn();
      if (round >= 0) measured[index]?.push(done);
    }
  }
  for (const db of dbs) db.$client.close();
  return rowsOf('growth-complete-lesson', 'a second', measured);
}
