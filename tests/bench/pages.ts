// Pages a second of one server process: lessons for people who are signed in, the catalogue and records for everybody.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildBare } from './bare/build';
import { alternate, type Result } from './measure';
import type { Said } from './plain-server';
import { type Load, load, startProcess } from './processes';
import { prepareSite, type Site } from './site';

const connections = 16;
const rounds = 5;
/** Design, section 7: pages a second of Moodle 4.5 under the same load. Measured once, elsewhere; not in this run. */
const moodle = 18;
/** More than the server keeps pages for: by the time a learner comes back to a page, it has been forgotten. */
const learners = 3000;

export async function lessonPages(): Promise<Result[]> {
  const site = await prepareSite(learners);
  const bareData = mkdtempSync(path.join(tmpdir(), 'parkbridge-bench-'));
  const ours = await startProcess({ args: ['build/server/index.js'], dataDir: site.dataDir });
  const bare = await startProcess({ args: [await buildBare()], dataDir: bareData });
  try {
    await expectLesson(ours.origin, site);
    const lessons: Load = { tool: 'autocannon', connections: readingLoad(site), seconds: 3 };
    const pages: Load = {
      tool: 'autocannon',
      connections: Array.from({ length: connections }, () => [{ path: '/bare' }]),
      seconds: 3,
    };
    await load(ours, { ...lessons, seconds: 5 });
    await load(bare, { ...pages, seconds: 5 });
    const measured = await alternate(
      rounds,
      () => load(ours, lessons),
      () => load(bare, pages),
    );
    return [
      { name: 'lesson-page', unit: 'pages/s', ...measured, aim: '≥ 0.8', met: measured.ratio >= 0.8 },
      {
        name: 'lesson-page-moodle',
        unit: 'pages/s',
        value: measured.value,
        reference: moodle,
        ratio: measured.value / moodle,
        aim: '≥ 40 (reference not measured in this run)',
        met: measured.value / moodle >= 40,
      },
    ];
  } finally {
    await ours.stop();
    await bare.stop();
    site.dispose();
    rmSync(bareData, { recursive: true, force: true });
  }
}

/** Every connection is many learners, one after the other, each of whom opens one reading after the other. */
export const readingLoad = ({ learners, readings, course }: Site): Load['connections'] =>
  Array.from({ length: connections }, (_, connection) =>
    learners
      .filter((_, n) => n % connections === connection)
      .flatMap(({ cookie }) =>
        readings.map((lesson) => ({ path: `/courses/${course}/lessons/${lesson}`, headers: { cookie } })),
      ),
  );

/** A page that is fast because it is not the page would be no use. */
async function expectLesson(origin: string, { learners, course, readings }: Site): Promise<void> {
  for (const { cookie } of learners.slice(0, 9)) {
    const answer = await fetch(`${origin}/courses/${course}/lessons/${readings[0]}`, { headers: { cookie } });
    const html = await answer.text();
    if (answer.status !== 200 || html.length < 20_000 || !html.includes(`id="main"`)) {
      throw new Error(`this is no lesson page: ${answer.status}, ${html.length} characters`);
    }
  }
}

export async function publicPages(): Promise<Result[]> {
  const site = await prepareSite(1);
  const ours = await startProcess({ args: ['build/server/index.js'], dataDir: site.dataDir });
  const results: Result[] = [];
  try {
    for (const [name, page] of [
      ['catalogue-page', '/courses'],
      ['record-page', `/records/${site.recordId}`],
    ] as const) {
      const headers = {
        'accept-encoding': 'gzip, deflate, br, zstd',
        'accept-language': 'en-GB,en;q=0.9',
        accept: 'text/html',
      };
      // The second time is what everybody but the first sees.
      await say(ours.origin, page, headers);
      const said = path.join(site.dataDir, `${name}.json`);
      writeFileSync(said, JSON.stringify(await say(ours.origin, page, headers)));
      const plain = await startProcess({
        args: ['--import', 'tsx', 'tests/bench/plain-server.ts'],
        dataDir: site.dataDir,
        env: { SAID: said },
      });
      try {
        const asked: Load = {
          tool: 'sockets',
          connections: Array.from({ length: connections }, () => [{ path: page, headers }]),
          seconds: 2,
        };
        for (const server of [ours, plain]) await load(server, asked);
        const measured = await alternate(
          rounds,
          () => load(ours, asked),
          () => load(plain, asked),
        );
        results.push({ name, unit: 'pages/s', ...measured, aim: '≥ 0.5', met: measured.ratio >= 0.5 });
      } finally {
        await plain.stop();
      }
    }
  } finally {
    await ours.stop();
    site.dispose();
  }
  return results;
}

/** A response to the byte, but for what every server of Node's adds itself. */
async function say(origin: string, page: string, headers: Record<string, string>): Promise<Said> {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`${origin}${page}`, { headers }, resolve).on('error', reject),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  if (response.statusCode !== 200) throw new Error(`${page} answered ${response.statusCode}`);
  const own = ['date', 'connection', 'keep-alive', 'transfer-encoding'];
  const kept: string[] = [];
  for (let n = 0; n < response.rawHeaders.length; n += 2) {
    const name = response.rawHeaders[n] ?? '';
    if (!own.includes(name.toLowerCase())) kept.push(name, response.rawHeaders[n + 1] ?? '');
  }
  return { headers: kept, body: Buffer.concat(chunks).toString('base64') };
}
