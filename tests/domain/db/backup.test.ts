// Backup and restore, by the command itself in a process of its own.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'esbuild';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { findDamage } from '~db/check.server';
import { migrateDatabase } from '~db/migrate.server';
import { type Db, openDatabase } from '~db/open.server';
import { addCourse, addPark, addPerson, enrolPerson } from '../reports/programme';
import { makeFolder } from './folder';

let folder: string;
let file: string;

beforeEach(() => {
  folder = makeFolder();
  file = path.join(folder, 'parkbridge.db');
});

const at = (name: string) => path.join(folder, name);
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'test',
  DATA_DIR: folder,
  DATABASE_URL: '',
});

// The command as one file: what `npm run db` starts, without compiling it anew for each of the many runs below.
const command = 'node_modules/.cache/parkbridge/db-command.mjs';
beforeAll(async () => {
  await build({
    entryPoints: ['app/cli/db.ts'],
    outfile: command,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
});

function run(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env: environment(),
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

function fill(name = 'Aisyah'): Db {
  const db = openDatabase(`file:${file}`);
  migrateDatabase(db, 'db/migrations');
  const park = addPark(db, 'a', 'A');
  const course = addCourse(db, 'x', { en: 'Course', ms: 'Kursus', 'zh-Hans': '课程' });
  enrolPerson(db, addPerson(db, { parkId: park, name }).id, course.id);
  return db;
}

function namesIn(database: string): unknown[] {
  const client = new Database(database, { readonly: true });
  try {
    return client.prepare('select name from accounts').pluck().all();
  } finally {
    client.close();
  }
}
const leftovers = () => readdirSync(folder).filter((name) => name.includes('.part'));

test('the database, its backup and what is restored are readable by their owner only', () => {
  const mode = (name: string) => (statSync(at(name)).mode & 0o777).toString(8);
  const db = openDatabase(`file:${file}`);
  migrateDatabase(db, 'db/migrations');
  expect([mode('parkbridge.db'), mode('parkbridge.db-wal')]).toEqual(['600', '600']);
  db.$client.close();
  expect(run('backup', at('copy.db')).said).toContain('checked');
  expect(mode('copy.db')).toBe('600');
  chmodSync(at('copy.db'), 0o644);
  expect(run('restore', at('copy.db')).status).toBe(0);
  expect(mode('parkbridge.db')).toBe('600');
});

test('a backup made while a server has the database open is whole, and is never overwritten', () => {
  const db = fill();
  // Committed, but still in the log only.
  expect(existsSync(`${file}-wal`)).toBe(true);
  expect(run('backup', at('copy.db'))).toMatchObject({ status: 0, said: expect.stringContaining('checked') });
  expect(namesIn(at('copy.db'))).toEqual(['Aisyah']);
  expect(existsSync(`${at('copy.db')}-wal`)).toBe(false);
  const before = readFileSync(at('copy.db'));
  expect(run('backup', at('copy.db'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('exists already'),
  });
  expect(readFileSync(at('copy.db')).equals(before)).toBe(true);
  expect(leftovers()).toEqual([]);
  db.$client.close();
});

test('a backup during a burst of writes ends, and holds whole transactions only', async () => {
  const db = fill();
  const park = 1;
  const done = new Promise<number | null>((resolve) => {
    spawn(process.execPath, [command, 'backup', at('busy.db')], { env: environment() }).on('close', resolve);
  });
  let status: number | null | undefined;
  void done.then((code) => {
    status = code;
  });
  while (status === undefined) {
    db.transaction(() => {
      for (let index = 0; index < 20; index += 1) enrolPerson(db, addPerson(db, { parkId: park }).id, 1);
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(status).toBe(0);
  db.$client.close();
  const copy = new Database(at('busy.db'));
  expect(findDamage(copy)).toEqual([]);
  expect((Number(copy.prepare('select count(*) from accounts').pluck().get()) - 1) % 20).toBe(0);
  copy.close();
});

test('restoring puts the backup in place and keeps what was there', () => {
  fill('Before').$client.close();
  expect(run('backup', at('copy.db')).status).toBe(0);
  const db = openDatabase(`file:${file}`);
  db.$client.exec(`update accounts set name = 'After'`);
  db.$client.close();
  const restored = run('restore', at('copy.db'));
  expect(restored).toMatchObject({ status: 0, said: expect.stringContaining('before-restore-') });
  expect(namesIn(file)).toEqual(['Before']);
  const kept = readdirSync(folder).filter((name) => name.includes('.before-restore-'));
  expect(kept).toHaveLength(1);
  expect(namesIn(at(kept[0] ?? ''))).toEqual(['After']);
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(run('check')).toMatchObject({ status: 0, said: expect.stringContaining('is whole') });
  expect(leftovers()).toEqual([]);
});

test('what a killed server left in its log is kept with the database it belongs to', () => {
  fill('Before').$client.close();
  expect(run('backup', at('copy.db')).status).toBe(0);
  const killed = spawnSync(process.execPath, [
    '-e',
    `const db = new (require('better-sqlite3'))(${JSON.stringify(file)}); db.pragma('wal_autocheckpoint = 0');
     db.exec("update accounts set name = 'In the log'"); process.kill(process.pid, 'SIGKILL')`,
  ]);
  expect(killed.signal).toBe('SIGKILL');
  expect(existsSync(`${file}-wal`)).toBe(true);
  expect(run('restore', at('copy.db')).status).toBe(0);
  expect(namesIn(file)).toEqual(['Before']);
  const kept = readdirSync(folder).find((name) => name.includes('.before-restore-')) ?? '';
  expect(namesIn(at(kept))).toEqual(['In the log']);
});

test('restoring is refused while a server holds the database, even an idle one', () => {
  const db = fill();
  expect(run('backup', at('copy.db')).status).toBe(0);
  db.$client.exec(`update accounts set name = 'After'`);
  expect(run('restore', at('copy.db'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('Stop the server'),
  });
  expect(db.$client.prepare('select name from accounts').pluck().all()).toEqual(['After']);
  enrolPerson(db, addPerson(db, { parkId: 1 }).id, 1);
  expect(readdirSync(folder).filter((name) => name.includes('restore'))).toEqual([]);
  expect(leftovers()).toEqual([]);
  db.$client.close();
  expect(run('restore', at('copy.db')).status).toBe(0);
});

test('where there is no database yet, or a broken one, a backup is restored all the same', () => {
  fill().$client.close();
  expect(run('backup', at('copy.db')).status).toBe(0);
  writeFileSync(file, 'broken');
  expect(run('check')).toMatchObject({
    status: 1,
    said: expect.stringContaining('not a database or is damaged'),
  });
  expect(run('restore', at('copy.db')).status).toBe(0);
  expect(namesIn(file)).toEqual(['Aisyah']);
  const empty = makeFolder();
  copyFileSync(at('copy.db'), path.join(empty, 'copy.db'));
  const { status } = spawnSync(process.execPath, [command, 'restore', path.join(empty, 'copy.db')], {
    env: { ...environment(), DATA_DIR: path.join(empty, 'new') },
  });
  expect(status).toBe(0);
  expect(namesIn(path.join(empty, 'new/parkbridge.db'))).toEqual(['Aisyah']);
});

test.each([
  ['is missing', 'does not exist', () => {}],
  [
    'is no database',
    'not a database or is damaged',
    () => writeFileSync(at('wrong.db'), 'A letter. '.repeat(1000)),
  ],
  [
    'is damaged',
    'damaged',
    () => {
      const bytes = readFileSync(at('copy.db'));
      bytes.fill(0xa5, 4096 * 3, 4096 * 12);
      writeFileSync(at('wrong.db'), bytes);
    },
  ],
  [
    'is newer',
    'newer version',
    () => {
      copyFileSync(at('copy.db'), at('wrong.db'));
      new Database(at('wrong.db'))
        .exec(`insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)`)
        .close();
    },
  ],
  [
    'is another program’s',
    'not a database of Parkbridge',
    () => new Database(at('wrong.db')).exec('create table t (x)').close(),
  ],
  ['is a folder', 'not a file', () => openDatabase(`file:${at('wrong.db/inner.db')}`).$client.close()],
])('a backup that %s is refused and nothing is changed', (_, message, make) => {
  fill().$client.close();
  expect(run('backup', at('copy.db')).status).toBe(0);
  make();
  const before = readFileSync(file);
  expect(run('restore', at('wrong.db'))).toMatchObject({ status: 1, said: expect.stringContaining(message) });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('restore'))).toEqual([]);
});

test('a disk that is full is said, and no part of a backup stays', () => {
  fill().$client.close();
  // A limit on the size of files stands in for the disk: writing beyond it fails in the same way.
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `trap '' XFSZ; ulimit -f 64; exec "$0" "$@"`, process.execPath, command, 'backup', at('copy.db')],
    { env: environment(), encoding: 'utf8' },
  );
  expect(stderr).toContain('The disk is full or failing');
  expect(status).toBe(1);
  expect(existsSync(at('copy.db'))).toBe(false);
  expect(leftovers()).toEqual([]);
});

test('what is typed wrong gets the usage, and a folder that is not there is said', () => {
  for (const args of [[], ['backup'], ['restore'], ['check', 'x'], ['sing'], ['backup', 'a', 'b']]) {
    expect(run(...args)).toMatchObject({ status: 1, said: expect.stringContaining('Usage:') });
  }
  expect(run('backup', at('copy.db'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('There is no database'),
  });
  expect(run('migrate').status).toBe(0);
  expect(run('migrate')).toMatchObject({ status: 0, said: expect.stringContaining('up to date') });
  expect(run('backup', at('nowhere/copy.db'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('does not exist'),
  });
});
