// From starting the process to its first answer, beside a Node that does nothing else.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareData } from '../support/data';
import { alternate, type Result, timed } from './measure';
import { startProcess } from './processes';

const nothing = `require('node:http').createServer((request, response) => response.end('ok')).listen(process.env.PORT, '127.0.0.1')`;

export async function startUp(): Promise<Result[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-bench-'));
  try {
    await prepareData(dataDir);
    const start = async (args: string[], ready: string) => {
      let stop: (() => Promise<void>) | undefined;
      const ms = await timed(async () => {
        ({ stop } = await startProcess({ args, dataDir, ready }));
      });
      await stop?.();
      return ms;
    };
    const measured = await alternate(
      5,
      () => start(['build/server/index.js'], '/courses'),
      () => start(['-e', nothing], '/'),
    );
    return [{ name: 'start-up', unit: 'ms', ...measured, aim: '< 2,000 ms', met: measured.value < 2000 }];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
