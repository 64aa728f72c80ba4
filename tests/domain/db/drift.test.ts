// The migrated database is the declared schema: by drizzle-kit's own comparison, and column by column from SQLite itself.
import { readFileSync } from 'node:fs';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { is } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from '~db/schema';
import { openTestDatabase } from '../../support/database';

const tables = Object.values(schema).filter((one) => is(one, SQLiteTable));
const { entries } = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as {
  entries: { tag: string }[];
};

test('drizzle-kit finds nothing to migrate', async () => {
  const last = entries.at(-1)?.tag.slice(0, 4);
  const snapshot = JSON.parse(readFileSync(`db/migrations/meta/${last}_snapshot.json`, 'utf8'));
  const declared = await generateSQLiteDrizzleJson(schema, snapshot.id, 'snake_case');
  expect(await generateSQLiteMigration(snapshot, declared)).toEqual([]);
});

/** FTS5's tables, which only SQL can declare: the index and its words, and the tables that FTS5 keeps the index in. */
const fullText = ['', '_config', '_data', '_docsize', '_idx']
  .map((of) => `search_index${of}`)
  .concat('search_words');

test('every table is there, and no other', () => {
  const db = openTestDatabase();
  const there = db.$client
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all();
  expect(there).toEqual([...tables.map((table) => getTableConfig(table).name), ...fullText].sort());
});

test.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
  '%s has its columns, keys and indexes',
  (name, table) => {
    const client = openTestDatabase().$client;
    const declared = getTableConfig(table);
    const casing = new CasingCache('snake_case');
    const nameOf = (column: (typeof declared.columns)[number]) => casing.getColumnCasing(column);

    type Info = { name: string; type: string; notnull: number; pk: number };
    const columns = client.pragma(`table_info(${name})`) as Info[];
    expect(columns.map((column) => [column.name, column.type.toLowerCase(), column.notnull === 1])).toEqual(
      declared.columns.map((column) => [nameOf(column), column.getSQLType(), column.notNull]),
    );
    const keys = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
    const primary = declared.primaryKeys[0]?.columns ?? declared.columns.filter((column) => column.primary);
    expect(keys.map((column) => column.name)).toEqual(primary.map(nameOf));

    type Reference = { from: string; table: string; to: string; on_delete: string };
    const references = client.pragma(`foreign_key_list(${name})`) as Reference[];
    const declaredReferences = declared.foreignKeys.map((key) => {
      const { columns: from, foreignTable, foreignColumns } = key.reference();
      return [
        from.map(nameOf).join(),
        getTableConfig(foreignTable).name,
        foreignColumns.map(nameOf).join(),
        key.onDelete ?? 'no action',
      ];
    });
    expect(
      references.map((key) => [key.from, key.table, key.to, key.on_delete.toLowerCase()]).sort(),
    ).toEqual(declaredReferences.sort());

    const indexes = client
      .prepare(
        `select name from sqlite_master where type = 'index' and tbl_name = ? and sql is not null order by name`,
      )
      .pluck()
      .all(name);
    const unique = declared.columns
      .filter((column) => column.isUnique)
      .map((column) => column.uniqueName ?? '');
    expect(indexes).toEqual([...declared.indexes.map((one) => one.config.name), ...unique].sort());
  },
);
