// Searching 10,000 texts in three languages, beside a bare FTS5 query for the same words on the same table.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { type Actor, system } from '~/domain/actor';
import { publishCourses } from '~/domain/courses/index.server';
import { indexCourse, search } from '~/domain/search/index.server';
import { type Locale, locales } from '~/i18n/locales';
import { migrateDatabase } from '~db/migrate.server';
import { type Db, openDatabase, wrapClient } from '~db/open.server';
import { courses, editionLessons, editions, lessons } from '~db/schema';
import { type Result, timed } from './measure';

const texts = 10_000;
const lessonsEach = 32;
const rounds = 3;
const asked = 400;

type Random = () => number;

/** mulberry32: the same numbers on every machine. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

export async function searching(): Promise<Result[]> {
  const db = openDatabase(`file:${await prepared()}`);
  const questions = questionsFor(db);
  // The best the table can do: no languages to fold, no excerpts, no misspellings, twenty rows.
  const bare = db.$client
    .prepare<[string], number>(
      'select rowid from search_index where search_index match ? order by rank limit 20',
    )
    .pluck();
  const actor: Actor = system;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { query, locale, match }] of questions.entries()) {
      const search_ = () => timed(() => search(db, actor, { query, locale, page: 1 }));
      const bare_ = () => timed(() => bare.all(match));
      const first = (round + index) % 2 === 0;
      const [a, b] = first ? [await search_(), await bare_()] : [await bare_(), await search_()].reverse();
      // The first round warms up.
      if (round > 0) {
        ours.push(a ?? 0);
        theirs.push(b ?? 0);
      }
    }
  }
  db.$client.close();
  return [
    { share: 0.5, name: 'search-p50', limit: 10 },
    { share: 0.99, name: 'search-p99', limit: 50 },
  ].map(({ share, name, limit }) => {
    const value = at(ours, share);
    const reference = at(theirs, share);
    return {
      name,
      value,
      unit: 'ms',
      reference,
      ratio: value / reference,
      aim: `< ${limit} ms`,
      met: value < limit,
    };
  });
}

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

type Question = { query: string; locale: Locale; match: string };

/**
 * What people type: one to three words of a text, in its language; one in ten with a wrong letter, one in four with its last word
 * not typed to the end.
 */
function questionsFor(db: Db): Question[] {
  const random = seeded(7);
  const body = db.$client
    .prepare<[string, number], string>(
      `select body from search_documents where kind = 'lesson' and locale = ? order by id limit 1 offset ?`,
    )
    .pluck();
  return Array.from({ length: asked }, (): Question => {
    const locale = pick(random, locales);
    const line = pick(random, (body.get(locale, Math.floor(random() * 3000)) ?? '').split('\n'));
    const words = Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(line))
      .filter(({ isWordLike, segment }) => isWordLike && segment.length > 1 && /^\p{L}+$/u.test(segment))
      .map(({ segment }) => segment.toLowerCase());
    const start = Math.floor(random() * Math.max(1, words.length - 3));
    const chosen = words.slice(start, start + 1 + Math.floor(random() * 3));
    const last = chosen.pop() ?? 'park';
    const han = locale === 'zh-Hans';
    const slip = random();
    const typed = han
      ? last
      : slip < 0.1 && last.length > 4
        ? last.slice(0, 2) + last.slice(3)
        : slip < 0.35 && last.length > 5
          ? last.slice(0, -2)
          : last;
    const all = [...chosen, typed];
    return {
      query: all.join(han ? '' : ' '),
      locale,
      match: all.map((word) => (han ? phraseOf(word) : `"${word}"`)).join(' AND '),
    };
  });
}

/** Chinese is in the index as pairs. */
function phraseOf(word: string): string {
  const characters = Array.from(word);
  return `"${characters
    .slice(1)
    .map((one, index) => characters[index] + one)
    .join(' ')}"`;
}

/** The data, made again only when what makes it has changed. */
async function prepared(): Promise<string> {
  const folder = 'node_modules/.cache/parkbridge-bench';
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256');
  const sources = ['app/domain/search', 'db/migrations'].flatMap((place) =>
    readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => path.join(place, name)),
  );
  for (const source of ['tests/bench/searching.ts', ...sources.sort()]) hash.update(readFileSync(source));
  const file = path.join(folder, `search-${hash.digest('hex').slice(0, 16)}.db`);
  if (!existsSync(file)) {
    const making = `${file}.${process.pid}`;
    const db = openDatabase(`file:${making}`);
    migrateDatabase(db, 'db/migrations');
    db.$client.pragma('synchronous = OFF');
    fill(db, await realLines());
    db.$client.pragma('journal_mode = DELETE');
    db.$client.close();
    renameSync(making, file);
  }
  return file;
}

/** The paragraphs of the built-in courses. */
async function realLines(): Promise<Record<Locale, string[]>> {
  const db = wrapClient(new Database(':memory:'));
  migrateDatabase(db, 'db/migrations');
  await publishCourses(db, system, { folders: ['courses'], at: 0 });
  const bodies = db.$client
    .prepare<[string], string>(`select body from search_documents where kind = 'lesson' and locale = ?`)
    .pluck();
  const lines = (locale: Locale) => bodies.all(locale).flatMap((body) => body.split('\n'));
  const read = { en: lines('en'), ms: lines('ms'), 'zh-Hans': lines('zh-Hans') };
  db.$client.close();
  return read;
}

function fill(db: Db, lines: Record<Locale, string[]>): void {
  const random = seeded(3);
  const rare = rareWords(random, lines);
  const all = Math.ceil(texts / locales.length);
  const clauses = Object.fromEntries(
    locales.map((locale) => [
      locale,
      lines[locale]
        .flatMap((line) => line.split(/(?<=[,;:.，；：。])/))
        .filter((clause) => clause.length > 6),
    ]),
  ) as Record<Locale, string[]>;
  const paragraph = (locale: Locale): string =>
    Array.from({ length: 3 + Math.floor(random() * 6) }, () => {
      const clause = pick(random, clauses[locale]).trim();
      // The more words there are, the rarer most of them: a fifth of the clauses has a word of which there are thousands.
      if (random() > 0.2) return clause;
      const word = rare[locale][Math.floor(random() ** 2 * rare[locale].length)] ?? '';
      return locale === 'zh-Hans'
        ? clause.slice(0, 4) + word + clause.slice(4)
        : clause.replace(' ', ` ${word} `);
    }).join(locale === 'zh-Hans' ? '' : ' ');
  for (let first = 0; first < all; first += lessonsEach) {
    db.transaction((tx) => {
      const slug = `course-${first}`;
      const courseId = tx
        .insert(courses)
        .values({ slug, createdAt: 0 })
        .returning({ id: courses.id })
        .get().id;
      const editionId = tx
        .insert(editions)
        .values({ courseId, number: 1, digest: slug, manifest: '{}', publishedAt: 0 })
        .returning({ id: editions.id })
        .get().id;
      tx.update(courses).set({ currentEditionId: editionId }).where(eq(courses.id, courseId)).run();
      const found = Array.from({ length: Math.min(lessonsEach, all - first) }, (_, position) => {
        const lesson = `lesson-${first + position}`;
        const lessonId = tx
          .insert(lessons)
          .values({ courseId, slug: lesson })
          .returning({ id: lessons.id })
          .get().id;
        tx.insert(editionLessons)
          .values({
            editionId,
            lessonId,
            position: position + 1,
            kind: 'reading',
            revision: 1,
            required: true,
            preview: false,
          })
          .run();
        return locales.map((locale) => ({
          kind: 'lesson' as const,
          key: `lesson/${lesson}`,
          locale,
          lessonId,
          open: false,
          source: lesson,
          read: () => ({
            title: pick(random, clauses[locale]).slice(0, 40),
            summary: pick(random, clauses[locale]),
            paragraphs: Array.from({ length: 25 }, (_line, line) => ({
              anchor: `b${line + 1}`,
              heading: line % 6 === 0,
              text: line % 6 === 0 ? pick(random, clauses[locale]) : paragraph(locale),
            })),
          }),
        }));
      });
      const named = locales.map((locale) => ({
        kind: 'course' as const,
        key: 'course',
        locale,
        lessonId: null,
        open: true,
        source: slug,
        read: () => ({
          title: pick(random, clauses[locale]),
          summary: pick(random, clauses[locale]),
          paragraphs: [],
        }),
      }));
      indexCourse(tx, courseId, [...named, ...found.flat()]);
    });
  }
}

/** Words that are in no course, 20,000 in each language, made of the real ones' pieces. */
function rareWords(random: Random, lines: Record<Locale, string[]>): Record<Locale, string[]> {
  const made = (locale: Locale): string[] => {
    const text = lines[locale].join(' ');
    if (locale === 'zh-Hans') {
      const characters = text.match(/\p{Script=Han}/gu) ?? [];
      return Array.from({ length: 20_000 }, () => pick(random, characters) + pick(random, characters));
    }
    const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    return Array.from({ length: 20_000 }, () => {
      const [a, b] = [pick(random, words), pick(random, words)];
      return a.slice(0, 2 + Math.floor(random() * 3)) + b.slice(-2 - Math.floor(random() * 4));
    });
  };
  return { en: made('en'), ms: made('ms'), 'zh-Hans': made('zh-Hans') };
}
