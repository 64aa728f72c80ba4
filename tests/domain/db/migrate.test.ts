// Migrations: the trap that deletes children, and what is refused.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { migrateDatabase } from '~db/migrate.server';
import { DatabaseUnusable, type Db, openDatabase, wrapClient } from '~db/open.server';
import { openTestDatabase } from '../../support/database';
import { makeFolder } from './folder';

/** A folder of migrations as drizzle-kit writes it. */
function writeMigrations(folder: string, migrations: string[]): string {
  mkdirSync(path.join(folder, 'meta'), { recursive: true });
  const entries = migrations.map((sql, idx) => {
    const tag = `000${idx}_step`;
    writeFileSync(path.join(folder, `${tag}.sql`), sql);
    return { idx, version: '6', when: 1000 + idx, tag, breakpoints: true };
  });
  writeFileSync(
    path.join(folder, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  );
  return folder;
}

const first = `create table parent (id integer primary key, name text);
--> statement-breakpoint
create table child (id integer primary key, parent_id integer not null references parent (id) on delete cascade);`;

// Word for word what drizzle-kit generates when a column of a parent table changes its type.
const rebuild = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_parent\` (\`id\` integer PRIMARY KEY NOT NULL, \`name\` text NOT NULL);
--> statement-breakpoint
INSERT INTO \`__new_parent\`("id", "name") SELECT "id", "name" FROM \`parent\`;--> statement-breakpoint
DROP TABLE \`parent\`;--> statement-breakpoint
ALTER TABLE \`__new_parent\` RENAME TO \`parent\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;`;

function familyIn(migrations: string): Db {
  const db = wrapClient(new Database(':memory:'));
  migrateDatabase(db, writeMigrations(path.join(migrations, 'one'), [first]));
  db.$client.exec(
    `insert into parent values (1, 'a'), (2, 'b'); insert into child values (10, 1), (11, 1), (12, 2)`,
  );
  return db;
}
const children = (db: Db) => db.$client.prepare('select count(*) from child').pluck().get();

test('rebuilding a parent table keeps its children; Drizzle alone would delete them', () => {
  const folder = makeFolder();
  const two = writeMigrations(path.join(folder, 'two'), [first, rebuild]);
  const plain = familyIn(folder);
  migrate(plain, { migrationsFolder: two });
  expect(children(plain)).toBe(0);

  const ours = familyIn(folder);
  expect(migrateDatabase(ours, two)).toEqual({ applied: 1 });
  expect(children(ours)).toBe(3);
  expect(ours.$client.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => ours.$client.exec('insert into child values (13, 99)')).toThrow('FOREIGN KEY');
  ours.$client.exec('delete from parent where id = 1');
  expect(children(ours)).toBe(1);
});

test('a migration that leaves broken references is refused, and so is the next start', () => {
  const folder = makeFolder();
  const lossy = writeMigrations(path.join(folder, 'lossy'), [
    first,
    `${rebuild}--> statement-breakpoint\nDELETE FROM \`parent\` WHERE id = 1;`,
  ]);
  const db = familyIn(folder);
  expect(() => migrateDatabase(db, lossy)).toThrow(DatabaseUnusable);
});

test('a migration that fails half-way leaves nothing of itself', () => {
  const folder = makeFolder();
  const wrong = writeMigrations(path.join(folder, 'wrong'), [
    first,
    'create table half (id integer);--> statement-breakpoint\ninsert into nowhere values (1);',
  ]);
  const db = familyIn(folder);
  expect(() => migrateDatabase(db, wrong)).toThrow(DatabaseUnusable);
  expect(db.$client.prepare(`select count(*) from sqlite_master where name = 'half'`).pluck().get()).toBe(0);
  expect(children(db)).toBe(3);
});

test('migrating again does nothing', () => {
  expect(migrateDatabase(openTestDatabase(), 'db/migrations')).toEqual({ applied: 0 });
});

test('a database of a newer version is refused and untouched', () => {
  const db = openTestDatabase();
  db.$client.exec(`insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)`);
  const before = db.$client.serialize();
  expect(() => migrateDatabase(db, 'db/migrations')).toThrow(/newer version/);
  expect(db.$client.serialize().equals(before)).toBe(true);
});

test('a file that is no database is refused', () => {
  const file = path.join(makeFolder(), 'parkbridge.db');
  writeFileSync(file, 'This is a letter, not a database. '.repeat(100));
  expect(() => openDatabase(`file:${file}`)).toThrow(/not a database or is damaged/);
});

test('a damaged database is refused', () => {
  const file = path.join(makeFolder(), 'parkbridge.db');
  const bytes = openTestDatabase().$client.serialize();
  // Not the first page, which says that this is a database.
  bytes.fill(0xa5, 4096 * 3, 4096 * 12);
  writeFileSync(file, bytes);
  const open = () => {
    const db = openDatabase(`file:${file}`);
    try {
      return migrateDatabase(db, 'db/migrations');
    } finally {
      db.$client.close();
    }
  };
  expect(open).toThrow(DatabaseUnusable);
  expect(open).toThrow(/damaged/);
});

test('a folder that cannot be made is a message, not a stack trace', () => {
  const file = path.join(makeFolder(), 'a-file');
  writeFileSync(file, '');
  expect(() => openDatabase(`file:${file}/parkbridge.db`)).toThrow(DatabaseUnusable);
});

test('the audit log only grows', () => {
  const db = openTestDatabase();
  db.$client.exec(
    `insert into entries (at, action, entity, entity_id, detail) values (1, 'a.b', 'c', 'd', '{}')`,
  );
  expect(() => db.$client.exec(`update entries set action = 'x'`)).toThrow('never updated');
  expect(() => db.$client.exec('delete from entries')).toThrow('never deleted');
  expect(() =>
    db.$client.exec(
      `insert or replace into entries (id, at, action, entity, entity_id, detail) values (1, 2, 'x', 'c', 'd', '{}')`,
    ),
  ).toThrow('never');
  expect(db.$client.prepare('select action from entries').pluck().all()).toEqual(['a.b']);
});
