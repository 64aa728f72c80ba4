// Server processes to measure, and the load on them: on a core each where the machine lets us choose.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { freePort } from '../support/server';

const canPin =
  process.platform === 'linux' &&
  cpus().length > 1 &&
  spawnSync('taskset', ['-V'], { stdio: 'ignore' }).status === 0;

/** The command line that runs Node with `args` on one core, or on any where cores cannot be chosen. */
export const pinned = (core: number, args: string[]): [string, string[]] =>
  canPin ? ['taskset', ['-c', String(core), process.execPath, ...args]] : [process.execPath, args];

export type Served = {
  origin: string;
  /** Seconds of processor time the process has used; null where the system does not say. */
  processorTime(): number | null;
  /** Megabytes of memory it has in use; null where the system does not say. */
  memory(): number | null;
  stop(): Promise<void>;
};

/**
 * Runs Node on `args` as a server in production and resolves when it answers `ready`. It logs to `server.log` in `dataDir`.
 */
export async function startProcess(options: {
  args: string[];
  dataDir: string;
  ready?: string;
  env?: Record<string, string>;
}): Promise<Served> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const log = path.join(options.dataDir, 'server.log');
  const output = openSync(log, 'a');
  const [command, args] = pinned(0, options.args);
  const child = spawn(command, args, {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      ORIGIN: origin,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: options.dataDir,
      ...options.env,
    },
    stdio: ['ignore', output, output],
  });
  await answering(child, `${origin}${options.ready ?? '/healthz'}`, log);
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  return {
    origin,
    processorTime: () => processorTimeOf(child.pid),
    memory: () => memoryOf(child.pid),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      process.off('exit', killed);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Resolves once `url` answers at all. Asks again every 2 ms, so that a start can be timed by it. */
async function answering(child: ChildProcess, url: string, log: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${readFileSync(log, 'utf8')}`);
    const answered = await fetch(url)
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** From /proc: user and system time of all threads, in ticks of 10 ms. */
function processorTimeOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** From /proc: the resident set. */
function memoryOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const [, kilobytes] = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(file, 'utf8')) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1000;
}

export type Load = {
  tool: 'autocannon' | 'sockets';
  /** For each connection, the requests it makes in turn, again and again. */
  connections: { path: string; headers?: Record<string, string> }[][];
  seconds: number;
};
export type LoadAt = Load & { origin: string };
export type Loaded = { answered: number; seconds: number; failed: number };

/**
 * Loads a server from a process of its own on the other core, and returns how many requests it answers a second of its own
 * processor time, which is what it can do with a core to itself, whatever else the machine is doing; where the system does not
 * tell that time, a second of the clock. Throws if anything but 2xx comes back.
 */
export async function load(server: Served, asked: Load): Promise<number> {
  const [command, args] = pinned(1, ['--import', 'tsx', `tests/bench/load-${asked.tool}.ts`]);
  const before = server.processorTime();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const sent: LoadAt = { ...asked, origin: server.origin };
  child.stdin.end(JSON.stringify(sent));
  await new Promise((resolve) => child.once('close', resolve));
  const after = server.processorTime();
  const { answered, seconds, failed } = JSON.parse(printed) as Loaded;
  if (failed > 0) throw new Error(`${failed} requests to ${server.origin} failed`);
  return answered / (before !== null && after !== null ? after - before : seconds);
}
