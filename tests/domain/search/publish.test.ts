// Publishing and searching agree: what is published is found at once, what has gone is not, and nothing of a quiz is given away.
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, anonymous, system } from '~/domain/actor';
import { currentEdition, publishCourses, refreshSearch } from '~/domain/courses/index.server';
import { search } from '~/domain/search/index.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { publishLessons, threeLessons } from '../../support/course';
import { openTestDatabase } from '../../support/database';

let db: Db;
beforeEach(() => {
  db = openTestDatabase();
});

const ask = (query: string, locale: Locale = 'en', actor: Actor = system) =>
  search(db, actor, { query, locale, page: 1 });
const lessonsFor = (query: string, locale?: Locale, actor?: Actor) =>
  ask(query, locale, actor).lessons.hits.map(({ lesson }) => lesson);
const rows = () =>
  db.all<{ id: number; source: string }>(sql`select id, source from search_documents order by id`);
const indexed = () =>
  db.all<{ id: number }>(sql`select rowid as id from search_index order by rowid`).map(({ id }) => id);

describe('publishing', () => {
  test('makes titles, headings, paragraphs and Reflect prompts found, at their places', async () => {
    await publishLessons(db);
    expect(lessonsFor('lesson second')).toEqual(['second']);
    expect(lessonsFor('pelajaran second', 'ms')).toEqual(['second']);
    const place = (query: string) => {
      const [hit] = ask(query).lessons.hits;
      return [hit?.lesson, hit?.anchor, hit?.excerpt.map(({ text }) => text).join('')];
    };
    expect(place('heading of second')).toEqual(['second', 'b2', 'A heading of second']);
    expect(place('your park second')).toEqual(['second', 'b4', 'Words: what of your park?']);
    expect(ask('small whole').courses.hits.map(({ course }) => course)).toEqual(['small-course']);
    expect(ask('know one thing').courses.hits).toHaveLength(1);
  });

  test('makes what a reader can do afterwards found, at the top of the lesson, and rather the text where that has it too', async () => {
    await publishLessons(db, [{ id: 'first', objectives: ['Weigh a scorecard', 'A paragraph that stays'] }]);
    const [hit] = ask('scorecard').lessons.hits;
    expect([hit?.lesson, hit?.anchor, hit?.excerpt.map(({ text }) => text).join('')]).toEqual([
      'first',
      '',
      'Weigh a scorecard',
    ]);
    expect(ask('paragraph that stays').lessons.hits[0]?.anchor).toBe('b3');
  });

  test('of a quiz only what is outside its questions is found: no question, choice, key or feedback', async () => {
    await publishLessons(db, [
      { id: 'first', word: 'Alpha' },
      { id: 'check', kind: 'quiz', word: 'Zulu' },
    ]);
    expect(lessonsFor('zulu')).toEqual(['check']);
    for (const query of ['secret', 'one of three', 'two of three', '"Zulu a"'])
      expect(ask(query).match === 'all' ? lessonsFor(query) : [], query).toEqual([]);
    const words = db.all<{ term: string }>(sql`select term from search_words`).map(({ term }) => term);
    expect(words).toContain('zulu');
    for (const word of ['secret', 'three', 'two']) expect(words, word).not.toContain(word);
  });

  test('a new edition replaces the old one: what was said before is not found, what left is gone', async () => {
    await publishLessons(db, [{ id: 'first', word: 'Yesterday' }, { id: 'second' }]);
    const before = rows();
    expect(lessonsFor('yesterday')).toEqual(['first']);
    await publishLessons(db, [{ id: 'first', word: 'Tomorrow' }]);
    expect(ask('yesterday').lessons.total).toBe(0);
    expect(lessonsFor('tomorrow')).toEqual(['first']);
    expect(lessonsFor('lesson second')).not.toContain('second');
    expect(indexed()).toEqual(rows().map(({ id }) => id));
    expect(rows().length).toBeLessThan(before.length);
  });

  test('what did not change is not indexed again', async () => {
    const edition = await publishLessons(db);
    const before = rows();
    db.run(sql`create temp table touched (id integer)`);
    db.run(
      sql`create temp trigger touch after insert on search_documents begin insert into touched values (new.id); end`,
    );
    await publishLessons(
      db,
      threeLessons.map((lesson) => (lesson.id === 'second' ? { ...lesson, word: 'Other' } : lesson)),
    );
    expect(currentEdition(db, 'small-course')?.number).toBe(edition.number + 1);
    const touched = db.all<{ id: number }>(sql`select id from touched`).map(({ id }) => id);
    expect(touched).toHaveLength(2);
    expect(rows().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  test('a lesson that becomes a preview is found by everybody, and no longer when it stops being one', async () => {
    await publishLessons(db, [{ id: 'first', word: 'Walrus' }]);
    expect(lessonsFor('walrus', 'en', anonymous)).toEqual([]);
    await publishLessons(db, [{ id: 'first', word: 'Walrus', preview: true }]);
    expect(lessonsFor('walrus', 'en', anonymous)).toEqual(['first']);
    await publishLessons(db, [{ id: 'first', word: 'Walrus' }]);
    expect(lessonsFor('walrus', 'en', anonymous)).toEqual([]);
  });

  test('an edition that was refused leaves the index as it was', async () => {
    await publishLessons(db, [{ id: 'first', word: 'Stays' }]);
    db.run(sql`create temp trigger refuse before insert on entries begin select raise(abort, 'full'); end`);
    await expect(publishLessons(db, [{ id: 'first', word: 'Comes' }])).rejects.toThrow();
    expect(lessonsFor('stays')).toEqual(['first']);
    expect(ask('comes').lessons.total).toBe(0);
    expect(indexed()).toEqual(rows().map(({ id }) => id));
  });
});

describe('starting', () => {
  test('fills the index of a database that has editions and none', async () => {
    await publishLessons(db);
    const before = rows();
    db.run(sql`delete from search_index where rowid in (select id from search_documents)`);
    db.run(sql`delete from search_documents`);
    expect(ask('lesson').lessons.total).toBe(0);
    expect(refreshSearch(db)).toBe(before.length);
    expect(ask('lesson second').lessons.total).toBe(1);
    expect(refreshSearch(db)).toBe(0);
  });

  test('makes rows again that were made in another way or by another renderer', async () => {
    await publishLessons(db);
    const before = rows();
    db.run(sql`update search_documents set source = 'words-0' || substr(source, 8)`);
    expect(refreshSearch(db)).toBe(before.length);
    expect(rows()).toEqual(before);
    db.run(sql`update renderings set renderer = 'another'`);
    expect(refreshSearch(db)).toBe(6);
    expect(indexed()).toEqual(rows().map(({ id }) => id));
  });
});

test('the built-in course: two-letter Chinese words, terms in three languages, one lesson once', async () => {
  await publishCourses(db, system, { folders: ['courses/technology-incubation'], at: 0 });
  for (const query of ['孵化', '遴选', '租金', '毕业', '园区', '企业']) {
    const { lessons, match } = ask(query, 'zh-Hans');
    expect(match, query).toBe('all');
    expect(lessons.hits[0]?.locale, query).toBe('zh-Hans');
    expect(
      lessons.hits[0]?.excerpt.some(({ text, found }) => found && text.includes(query)),
      query,
    ).toBe(true);
    expect(new Set(lessons.hits.map(({ lesson }) => lesson)).size).toBe(lessons.hits.length);
  }
  const [term] = ask('soft landing').terms.hits;
  expect(term).toMatchObject({ locale: 'en', names: [{ locale: 'ms' }, { locale: 'zh-Hans' }] });
  expect(term?.definition.map(({ text }) => text).join('')).toContain('enter another market');
  // By its name in any language, shown in the reader's.
  expect(ask('软着陆').terms.hits[0]?.title[0]?.text).toMatch(/soft/i);
  // A term's card says its definition in every language within a paragraph: that is none of the paragraph's words.
  expect(lessonsFor('tempoh dana bertahan', 'en').length).toBe(
    lessonsFor('tempoh dana bertahan', 'ms').length,
  );
  for (const { locale } of ask('tempoh dana bertahan').lessons.hits) expect(locale).toBe('ms');
  // A misspelling, in a real text.
  expect(ask('gradution').corrected).toBe('graduation');
});
