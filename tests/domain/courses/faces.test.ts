// The Chinese heading face: what publishing cuts of it, and what it leaves as it is.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '~/domain/actor';
import {
  currentEdition,
  faceRules,
  findFace,
  lessonsOf,
  publishCourses,
} from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';
import { openTestDatabase } from '../../support/database';

const slug = 'technology-incubation';
const text = path.join('01-foundations', '02-selecting-companies.zh-Hans.mdx');
const at = Date.UTC(2026, 10, 24);

let folder: string;
let course: string;
let db: Db;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-faces-'));
  course = path.join(folder, slug);
  cpSync(path.join('courses', slug), course, { recursive: true });
  db = openTestDatabase();
  await publishCourses(db, system, { folders: [course], at });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const publishWithHeading = async (heading: string) => {
  const file = path.join(course, text);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^## .*$/m, `## ${heading}`));
  await publishCourses(db, system, { folders: [course], at });
};

type Piece = { digest: string; characters: Set<string> };

function pieces(): Piece[] {
  return [...faceRules(db).css.matchAll(/\/faces\/([0-9a-f]{64})\.woff2.*?unicode-range:([^}]*)/g)].map(
    ([, digest = '', ranges = '']) => ({ digest, characters: new Set(ranges.split(',').flatMap(range)) }),
  );
}
function range(written: string): string[] {
  const [first = 0, last = first] = written
    .slice(2)
    .split('-')
    .map((point) => Number.parseInt(point, 16));
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}
const has = (character: string) => pieces().some(({ characters }) => characters.has(character));
const chinese = (words: string) => [...words].filter((each) => /\p{Script=Han}/u.test(each));

test('every character of a published Chinese title or heading is in a piece', () => {
  const edition = currentEdition(db, slug);
  if (!edition) throw new Error('not published');
  const source = readFileSync(path.join(course, text), 'utf8');
  const headings = [...source.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading = '']) => heading);
  expect(headings.length).toBeGreaterThan(1);
  const said = [
    edition.titles['zh-Hans'],
    ...edition.modules.map(({ titles }) => titles['zh-Hans']),
    ...lessonsOf(edition).map(({ texts }) => texts['zh-Hans']?.title ?? ''),
    ...headings,
  ].join('');
  expect(chinese(said).filter((each) => !has(each))).toEqual([]);
});

test('a piece is a WOFF2 file under its digest, of 200 bytes a character', () => {
  for (const { digest, characters } of pieces()) {
    const bytes = findFace(db, digest);
    if (!bytes) throw new Error('no such piece');
    expect(bytes.subarray(0, 4).toString()).toBe('wOF2');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
    expect(bytes.length).toBeLessThan(characters.size * 200 + 1500);
    expect(characters.size).toBeLessThanOrEqual(128);
  }
  expect(findFace(db, '0'.repeat(64))).toBeNull();
});

test('no other character is in them, and no Latin ones', () => {
  expect(has('鑫')).toBe(false);
  expect(has('a')).toBe(false);
});

test('a publication with nothing new in its headings leaves the rules as they are', async () => {
  const before = faceRules(db);
  const heading = currentEdition(db, slug)?.titles['zh-Hans'] ?? '';
  await publishWithHeading(heading);
  expect(faceRules(db)).toEqual(before);
});

test('new characters fill the last piece, whose old address still answers; full pieces stay as they are', async () => {
  const before = pieces();
  await publishWithHeading('鑫鑫');
  const after = pieces();
  expect(has('鑫')).toBe(true);
  expect(after.length).toBe(before.length);
  expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
  expect(findFace(db, before.at(-1)?.digest ?? '')).not.toBeNull();

  const many = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x5000 + index)).join('');
  await publishWithHeading(many.slice(0, 100));
  await publishWithHeading(many.slice(100));
  expect([...many].filter((each) => !has(each))).toEqual([]);
  expect(pieces().map(({ characters }) => characters.size <= 128)).not.toContain(false);
  const all = pieces().flatMap(({ characters }) => [...characters]);
  expect(new Set(all).size).toBe(all.length);
});
