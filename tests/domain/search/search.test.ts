// What is found, how it is ranked and shown, and that no question breaks it.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Actor, anonymous, system } from '~/domain/actor';
import { search } from '~/domain/search/index.server';
import { mostCharacters, mostWords, pageSize } from '~/domain/search/rules';
import type { Part } from '~/domain/search/schema';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { openTestDatabase } from '../../support/database';
import { putCourse } from './catalogue';

let db: Db;
beforeEach(() => {
  db = openTestDatabase();
});

type Asked = { locale?: Locale; actor?: Actor; page?: number };
const ask = (query: string, { locale = 'en', actor = system, page = 1 }: Asked = {}) =>
  search(db, actor, { query, locale, page });
const lessonsFor = (query: string, asked?: Asked) =>
  ask(query, asked).lessons.hits.map(({ lesson }) => lesson);
/** What was found stands between brackets. */
const shown = (parts: readonly Part[] = []) =>
  parts.map(({ text, found }) => (found ? `[${text}]` : text)).join('');
const excerptFor = (query: string, asked?: Asked) => shown(ask(query, asked).lessons.hits[0]?.excerpt);

describe('words', () => {
  test('case, accents, widths and invisible signs do not matter, in the text as in the question', () => {
    putCourse(db, {
      one: [
        {
          locale: 'en',
          title: 'Café',
          lines: ['The Über-naïve résumé of Ｚ－Ｐａｒｋ in ２０２６.', 'Stra\u00adße'],
        },
      ],
    });
    for (const query of [
      'cafe',
      'CAFÉ',
      'cafe\u0301',
      'uber',
      'NAIVE',
      'resume',
      'ｒｅｓｕｍｅ',
      '2026',
      '２０２６',
      'z-park',
      'strasse',
      'Straße',
    ])
      expect(lessonsFor(query), query).toEqual(['one']);
    expect(excerptFor('RESUME')).toBe('The Über-naïve [résumé] of Ｚ－Ｐａｒｋ in ２０２６.');
    expect(excerptFor('strasse')).toBe('[Stra\u00adße]');
  });

  test('signs that are made of letters stand apart from words', () => {
    putCourse(db, { one: [{ locale: 'en', title: 'Parkbridge™ on 100㎡', lines: ['№7'] }] });
    for (const query of ['parkbridge', '100', 'm2', '㎡', 'parkbridge™', '7', 'no'])
      expect(lessonsFor(query), query).toEqual(['one']);
    expect(shown(ask('parkbridge').lessons.hits[0]?.title)).toBe('[Parkbridge]™ on 100㎡');
  });

  test('every word must be there', () => {
    putCourse(db, {
      both: [{ locale: 'en', title: 'A', lines: ['Rent is low.', 'Graduation comes.'] }],
      rent: [{ locale: 'en', title: 'B', lines: ['Rent is high.'] }],
    });
    expect(ask('rent graduation')).toMatchObject({ match: 'all', lessons: { total: 1 } });
    expect(lessonsFor('rent graduation')).toEqual(['both']);
  });

  test('where nothing has all the words, what has some of them is found, and it is said', () => {
    putCourse(db, {
      one: [{ locale: 'en', title: 'A', lines: ['Rent is low.'] }],
      two: [{ locale: 'en', title: 'B', lines: ['Nothing of it.'] }],
    });
    expect(ask('rent zebra')).toMatchObject({ match: 'some', corrected: null });
    expect(lessonsFor('rent zebra')).toEqual(['one']);
  });

  test('the last word may be unfinished, the others may not', () => {
    putCourse(db, { one: [{ locale: 'ms', title: 'A', lines: ['Keusahawanan dan pengkomersialan.'] }] });
    expect(lessonsFor('keusaha')).toEqual(['one']);
    expect(lessonsFor('keusahawanan pengkomersial')).toEqual(['one']);
    expect(ask('keusaha pengkomersialan').match).toBe('some');
    expect(excerptFor('keusaha')).toBe('[Keusahawanan] dan pengkomersialan.');
  });

  test('what is written together is found together', () => {
    putCourse(db, {
      joined: [{ locale: 'en', title: 'A', lines: ["Send an e-mail; don't pay 1,000 or 3.5."] }],
      apart: [{ locale: 'en', title: 'B', lines: ['Plan E is by mail, so don pays t 1 of 000, 3 and 5.'] }],
    });
    for (const query of ['e-mail', "don't", 'don’t', '1,000', '3.5'])
      expect(lessonsFor(query), query).toEqual(['joined']);
  });
});

describe('Chinese', () => {
  const line = '科技企业孵化器的遴选与租金，在孵企业毕业后入驻MRANTI园区24个月。';

  test('every pair of neighbours is found, wherever the segmenter cuts', () => {
    putCourse(db, { one: [{ locale: 'zh-Hans', title: '甲', lines: [line] }] });
    for (const run of line.match(/\p{Script=Han}+/gu) ?? [])
      for (let at = 0; at + 2 <= run.length; at += 1)
        expect(lessonsFor(run.slice(at, at + 2), { locale: 'zh-Hans' }), run.slice(at, at + 2)).toEqual([
          'one',
        ]);
    for (const query of [
      '孵化',
      '遴选',
      '租金',
      '毕业',
      '在孵',
      '孵',
      '月',
      '孵化器',
      '孵化 租金',
      '遴选租金',
      'mranti',
      '24',
    ])
      expect(lessonsFor(query, { locale: 'zh-Hans' }), query).toEqual(['one']);
    for (const query of ['化孵', '毕租', '器遴']) expect(ask(query).lessons.total, query).toBe(0);
  });

  test('a question without spaces is parted into words, which need not stand together', () => {
    putCourse(db, {
      apart: [{ locale: 'zh-Hans', title: '甲', lines: ['租金很低。', '企业很多，孵化器很少。'] }],
      together: [
        {
          locale: 'zh-Hans',
          title: '乙',
          lines: ['孵化器租金', '很多，很多，很多，很多，很多，很多，很多。'],
        },
      ],
    });
    expect(lessonsFor('孵化器的租金', { locale: 'zh-Hans' }).sort()).toEqual(['apart', 'together']);
    expect(lessonsFor('孵化器租金', { locale: 'zh-Hans' })[0]).toBe('together');
    expect(excerptFor('租金', { locale: 'zh-Hans' })).toContain('[租金]');
  });
});

describe('one wrong letter', () => {
  beforeEach(() => {
    putCourse(db, {
      one: [{ locale: 'en', title: 'The incubator', lines: ['An incubator and its rents.'] }],
    });
  });

  test.each([
    ['left out', 'incbator'],
    ['too many', 'incubbator'],
    ['another', 'incabator'],
    ['two exchanged', 'incubatro'],
    ['the first', 'encubator'],
  ])('%s is forgiven', (_name, typed) => {
    const answer = ask(typed);
    expect(answer.corrected).toBe('incubator');
    expect(answer.lessons.total).toBe(1);
    expect(shown(answer.lessons.hits[0]?.title)).toBe('The [incubator]');
  });

  test('only in words of four letters or more, only one, and only where the word is not found', () => {
    expect(ask('itz')).toMatchObject({ corrected: null, lessons: { total: 0 } });
    expect(ask('incbatro')).toMatchObject({ corrected: null, lessons: { total: 0 } });
    expect(ask('incub').corrected).toBeNull();
    expect(ask('rent').corrected).toBeNull();
    putCourse(db, { two: [{ locale: 'en', title: 'Incubated', lines: ['incubators'] }] }, { slug: 'two' });
    expect(ask('incubators').corrected).toBeNull();
  });

  test('in a question of several words the right ones stay', () => {
    expect(ask('Rents incubatr').corrected).toBe('Rents incubator');
  });

  test('no word that only closed text has is given away', () => {
    expect(ask('rants', { actor: anonymous })).toMatchObject({ corrected: null, lessons: { total: 0 } });
    expect(ask('rants')).toMatchObject({ corrected: 'rents' });
  });
});

describe('order', () => {
  test('a title counts more than a heading, a heading more than a paragraph', () => {
    const filler = Array.from({ length: 6 }, () => 'Many other words that say something else entirely.');
    putCourse(db, {
      paragraph: [{ locale: 'en', title: 'A', lines: ['It is about funding.', ...filler] }],
      heading: [{ locale: 'en', title: 'B', lines: ['# About funding', ...filler] }],
      title: [{ locale: 'en', title: 'Funding', lines: ['It is so.', ...filler] }],
    });
    expect(lessonsFor('funding')).toEqual(['title', 'heading', 'paragraph']);
  });

  test("the reader's language first; one lesson once, with its other languages under it", () => {
    putCourse(db, {
      one: [
        { locale: 'en', title: 'MRANTI in one line', lines: ['Nothing.', 'MRANTI is here.'] },
        { locale: 'ms', title: 'Satu baris', lines: ['Tiada.', 'MRANTI di sini.'] },
        { locale: 'zh-Hans', title: '一行', lines: ['无。', '这里没有。'] },
      ],
      two: [{ locale: 'en', title: 'MRANTI, MRANTI and MRANTI', lines: ['MRANTI MRANTI'] }],
    });
    const malay = ask('mranti', { locale: 'ms' }).lessons;
    expect(malay.total).toBe(2);
    expect(malay.hits.map(({ lesson, locale, anchor, also }) => [lesson, locale, anchor, also])).toEqual([
      ['one', 'ms', 'b2', ['en']],
      ['two', 'en', 'b1', []],
    ]);
    // In Chinese nothing was found, but there is such a text.
    expect(ask('mranti', { locale: 'zh-Hans' }).lessons.hits.map(({ also }) => also)).toContainEqual([
      'ms',
      'zh-Hans',
    ]);
  });

  test('pages: each lesson on one of them, and a page that is not there is the last', () => {
    putCourse(
      db,
      Object.fromEntries(
        Array.from({ length: 45 }, (_, index) => [
          `lesson-${index}`,
          [{ locale: 'en' as const, title: `Park ${index}`, lines: ['A park.'] }],
        ]),
      ),
    );
    const pages = [1, 2, 3].map((page) => lessonsFor('park', { page }));
    expect(pages.map((page) => page.length)).toEqual([pageSize, pageSize, 5]);
    expect(new Set(pages.flat()).size).toBe(45);
    expect(ask('park', { page: 9 }).lessons).toMatchObject({ page: 3, pages: 3, total: 45 });
  });
});

describe('the sentence', () => {
  const long = `${'Many words stand before it and say nothing much at all, '.repeat(12)}then the treasure appears, ${'and many more come after it, '.repeat(12)}until it ends.`;

  test('is the one with what was found, and opens the lesson at its paragraph', () => {
    putCourse(db, {
      one: [
        {
          locale: 'en',
          title: 'A',
          summary: 'Of rents.',
          lines: [
            'Rent? No.',
            'First comes something that is long enough to be read alone, and then some more. A subsidised rent must end one day, which is known when the company moves in. Then more.',
          ],
        },
      ],
    });
    const [hit] = ask('subsidised rent').lessons.hits;
    expect(shown(hit?.excerpt)).toBe(
      'A [subsidised] [rent] must end one day, which is known when the company moves in. Then more.',
    );
    expect(hit?.anchor).toBe('b2');
  });

  test('is cut around what was found where it is long', () => {
    putCourse(db, { one: [{ locale: 'en', title: 'A', lines: [long] }] });
    const text = excerptFor('treasure');
    expect(text).toMatch(/^… .*\[treasure\].* …$/);
    expect(text.length).toBeLessThan(320);
  });

  test('is the summary where the words are in no paragraph', () => {
    putCourse(db, {
      one: [{ locale: 'en', title: 'Treasure', summary: 'What it is.', lines: ['Nothing.'] }],
    });
    expect(ask('treasure').lessons.hits[0]).toMatchObject({
      anchor: '',
      excerpt: [{ text: 'What it is.', found: false }],
    });
  });
});

describe('who finds what', () => {
  test('signed out: titles and summaries of all lessons, and the text of previews', () => {
    putCourse(db, {
      closed: [
        { locale: 'en', title: 'Ladders', summary: 'On climbing.', lines: ['# Rungs', 'Secretly wooden.'] },
      ],
    });
    putCourse(
      db,
      { preview: [{ locale: 'en', title: 'Stairs', lines: ['Openly wooden.'] }] },
      { open: true, slug: 'open' },
    );
    expect(lessonsFor('wooden', { actor: anonymous })).toEqual(['preview']);
    expect(lessonsFor('rungs', { actor: anonymous })).toEqual([]);
    expect(lessonsFor('climbing', { actor: anonymous })).toEqual(['closed']);
    expect(ask('ladders wooden').match).toBe('all');
    expect(ask('ladders wooden', { actor: anonymous }).match).toBe('some');
    const [hit] = ask('ladders', { actor: anonymous }).lessons.hits;
    expect([shown(hit?.excerpt), hit?.anchor]).toEqual(['On climbing.', '']);
    expect(JSON.stringify(ask('ladders wooden', { actor: anonymous }))).not.toContain('Secretly');
    expect(lessonsFor('wooden').sort()).toEqual(['closed', 'preview']);
  });
});

describe('bad input', () => {
  beforeEach(() => {
    putCourse(db, { one: [{ locale: 'en', title: 'AND OR NOT NEAR', lines: ['A quote " and a star *.'] }] });
  });

  test.each(
    [
      '',
      ' ',
      '"',
      '""',
      "'",
      '*',
      '^',
      ':',
      '-',
      '(',
      ')',
      '{}',
      '()',
      '+',
      '!!!',
      '。，',
      '🎉',
      '👩‍👩‍👧',
      '\0',
      'a\0b',
      '\ud800',
      '\udc00x',
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'NEAR(a b)',
      'a AND',
      'OR b',
      'title:a',
      'title : "a',
      '{title}: a',
      '"a" *',
      '^a',
      'a*',
      '- {body}: x',
      '"; drop table courses; --',
      '\u202e\u200b',
      '\ufdfa',
      'ﷺ'.repeat(300),
      '\n\t',
      '%',
      '_',
      '\\',
      '?1',
      '@a',
      '$x',
      '¼',
      'e\u0301'.repeat(500),
      'a'.repeat(10_000),
      'a '.repeat(5_000),
      'a-'.repeat(5_000),
      '孵'.repeat(10_000),
      '孵化器'.repeat(3_000),
      'ァ'.repeat(10_000),
      '"'.repeat(10_000),
      '(('.repeat(5_000),
      '🎉'.repeat(5_000),
    ].map((query): [string, string] => [
      `${JSON.stringify(query.slice(0, 20))}, ${query.length} characters`,
      query,
    ]),
  )('%s', (_name, query) => {
    const started = performance.now();
    const answer = ask(query);
    const nobody = ask(query, { actor: anonymous, locale: 'zh-Hans' });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(answer.asked.length).toBeLessThanOrEqual(mostCharacters);
    expect(nobody.asked).toBe(answer.asked);
    expect(answer.asked).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  });

  test('operators are words', () => {
    for (const query of ['AND', 'or', 'NOT', 'near', 'NEAR(and, 5)', 'title: near'])
      expect(ask(query).lessons.total, query).toBe(1);
  });

  test('the words that count are as many as it says', () => {
    const words = Array.from({ length: mostWords + 1 }, (_, index) => `w${index}`);
    expect(ask(words.slice(0, mostWords).join(' ')).cut).toBe(false);
    expect(ask(words.join(' ')).cut).toBe(true);
    expect(ask('near '.repeat(100)).cut).toBe(false);
    expect(ask('')).toMatchObject({ match: 'nothing', cut: false });
    expect(ask('?!')).toMatchObject({ match: 'nothing', asked: '?!' });
  });
});

describe('at random, the same each time', () => {
  const alphabets = [
    'abcdefghijklmnopqrstuvwxyz',
    'ABCéüßøİıſﬁ',
    '0123456789０１２',
    ' \n\t\u00a0\u3000',
    '.,;:!?-–—_/\\\'"()[]{}*^+~|&@#$%',
    '孵化遴选租金毕业企业科技园区的了与在',
    '科技企业孵化器在孵企业毕业标准',
    'アイヌがカナ々〇',
    '한국어',
    'กขคงา',
    'नमस्ते',
    '🎉👍🏽‍',
    '\u0301\u200b\u00ad\ufe0f',
    '\ud83d\udc00\0\u0001',
    'ＡＢＣ｛｝',
    '𠀀𠮷𠜎',
    '①㎡ⅧＶ',
  ];
  let state = 20260302;
  const next = (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % most;
  };
  const word = () => {
    const alphabet = alphabets[next(alphabets.length)] ?? '';
    return Array.from({ length: 1 + next(9) }, () => alphabet[next(alphabet.length)]).join('');
  };
  const text = (words: number) =>
    Array.from({ length: words }, () => word() + (next(3) > 0 ? ' ' : '')).join('');

  test('no string makes it throw, and what is marked is a part of what is shown', () => {
    putCourse(
      db,
      Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [
          `l${index}`,
          [{ locale: 'en' as const, title: text(4), lines: [text(40), text(40)] }],
        ]),
      ),
    );
    for (let turn = 0; turn < 600; turn += 1) {
      const answer = ask(text(1 + next(8)), { page: 1 + next(3), actor: next(2) ? system : anonymous });
      for (const { excerpt, title } of answer.lessons.hits)
        for (const part of [...excerpt, ...title]) expect(part.text).not.toBe('');
    }
  });

  test('each word of an indexed text finds that text', () => {
    const texts = Array.from({ length: 18 }, () => [text(24), text(24)]);
    putCourse(
      db,
      Object.fromEntries(
        texts.map((lines, index) => [`l${index}`, [{ locale: 'en' as const, title: `t${index}`, lines }]]),
      ),
    );
    const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
    // A word: what stands between spaces, signs and Chinese; of Chinese what its segmenter says.
    const word =
      /(?<han>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}\p{Cf}])+/gu;
    let words = 0;
    for (const [index, lines] of texts.entries())
      for (const match of lines.join('\n').matchAll(word)) {
        const found = match.groups?.han
          ? Array.from(segmenter.segment(match[0]), ({ segment }) => segment)
          : [match[0]];
        for (const each of found) {
          if (!/[\p{L}\p{N}]/u.test(each)) continue;
          words += 1;
          expect(lessonsFor(each), JSON.stringify(each)).toContain(`l${index}`);
        }
      }
    expect(words).toBeGreaterThan(500);
  });
});
