// What the check says of a course's languages and glossary beside each other: findings that keep it from being published, warnings that do not.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkCourse, freshen } from '~/domain/courses/index.server';
import { edited, type Files, withFiles, writeCourse } from './fixture';

const first = { en: '01-basics/01-first.en.mdx', ms: '01-basics/01-first.ms.mdx' };

/** Of a small course other advice is given too: that it is short, and so on. */
const always = /a good length is|names no objectives|has 2 choices|does not say which source text it renders/;

async function said(changes: Record<string, string | Buffer | null>) {
  const folder = writeCourse(withFiles(changes));
  const { findings, warnings } = await checkCourse(folder);
  const shown = ({ path: file, line, column, message }: (typeof findings)[number]) =>
    `${path.relative(folder, file)}:${line}:${column} ${message}`;
  return {
    findings: findings.map(shown),
    warnings: warnings.filter(({ message }) => !always.test(message)).map(shown),
  };
}
const nothing = { findings: [], warnings: [] };
const withAims = (locale: 'en' | 'ms', ...aims: string[]) =>
  edited(first[locale], (text) =>
    text.replace('---\n\n', `objectives:\n  - ${aims.join('\n  - ')}\n---\n\n`),
  );

test('objectives are as many in each language as in the source', async () => {
  expect(await said({ ...withAims('en', 'One', 'Two'), ...withAims('ms', 'Satu', 'Dua') })).toEqual(nothing);
  expect(await said({ ...withAims('en', 'One', 'Two'), ...withAims('ms', 'Satu') })).toEqual({
    findings: [`${first.ms}:4:1 This text has 1 objective and en has 2: give each language the same ones.`],
    warnings: [],
  });
});

test('objectives that a translation has not yet are a warning of its own', async () => {
  const folder = writeCourse(withFiles(withAims('en', 'One')));
  const { findings, warnings } = await checkCourse(folder);
  expect(findings).toEqual([]);
  expect(
    warnings
      .filter(({ message }) => message.includes('objectives'))
      .map(({ path: file }) => path.basename(file)),
  ).toEqual(['01-first.ms.mdx']);
});

test('blocks are the same in number and kind', async () => {
  expect(await said({})).toEqual(nothing);
  const ms = (change: (text: string) => string) => said(edited(first.ms, change));
  expect(await ms((text) => text.replace('\n## Satu', '\n- Satu\n- Dua\n\n## Satu'))).toEqual({
    findings: [],
    warnings: [
      `${first.ms}:8:1 Block 2 is a list here and a heading of level 2 in en (8 blocks here, 7 in en): keep the blocks and their order, since readers change language at a paragraph.`,
    ],
  });
  expect((await ms((text) => `${text}\nLagi.\n`)).warnings).toEqual([
    expect.stringContaining(
      `${first.ms}:22:1 en has no block 8, which is a paragraph here (8 blocks here, 7 in en)`,
    ),
  ]);
  expect((await ms((text) => text.replace(/\nThen take.*\n/, ''))).warnings).toEqual([
    expect.stringContaining(
      `${first.ms}:18:1 This text ends before its block 7, which is a paragraph in en (6 blocks here, 7 in en)`,
    ),
  ]);
  expect((await ms((text) => text.replace('Then take', '> Then take'))).warnings).toEqual([
    expect.stringContaining(`${first.ms}:20:1 Block 7 is a quotation here and a paragraph in en: keep`),
  ]);
  // Comments and notes are no blocks.
  expect(await ms((text) => text.replace('## Satu', '{/* Nota */}\n\n## Satu'))).toEqual(nothing);
});

test('headings that differ are said once', async () => {
  const { findings, warnings } = await said(
    edited(first.ms, (text) => text.replace('## Satu', '## Lagi\n\n## Satu')),
  );
  expect(findings).toEqual([expect.stringMatching(/^01-basics\/01-first\.ms\.mdx:8:1 The headings differ/)]);
  expect(warnings).toEqual([]);
});

test('a place in a translation is one in its file, also below the line that names the source', async () => {
  const folder = writeCourse(
    withFiles(edited(first.ms, (text) => text.replace('## Satu', '- Satu\n\n## Satu'))),
  );
  await freshen(path.join(folder, first.ms));
  const { warnings } = await checkCourse(folder);
  expect(warnings.find(({ message }) => message.startsWith('Block 2'))).toMatchObject({ line: 9, column: 1 });
});

test('a picture is described in each language', async () => {
  const english = edited(first.ms, (text) => text.replace('alt="Perkataan"', 'alt="WORDS"'));
  expect(await said(english)).toEqual({
    findings: [],
    warnings: [`${first.ms}:10:1 The description of this picture is the same as in en: translate it.`],
  });
});

test('a term that one language explains is explained in each', async () => {
  const plain = (locale: 'en' | 'ms') =>
    edited(first[locale], (text) => text.replace(/<Term[^>]*>(\w+)<\/Term>/, '$1'));
  expect((await said(plain('ms'))).warnings).toEqual([
    `${first.ms}:6:1 en explains the term \`incubator\` in this block, and this text nowhere: write <Term id="incubator">…</Term>.`,
  ]);
  expect((await said(plain('en'))).warnings).toEqual([
    `${first.ms}:6:17 en does not explain the term \`incubator\`: explain it in every language of the lesson, or in none.`,
  ]);
});

const glossary = (more: string) => ({
  'glossary.yml': `incubator:
  en: { term: incubator, definition: A place for young companies. }
  ms: { term: inkubator, definition: Tempat untuk syarikat muda. }
${more}`,
});

test('a term that no text uses is a warning, and so is none that one uses', async () => {
  const exit =
    'exit:\n  en: { term: exit, definition: Leaving. }\n  ms: { term: keluar, definition: Pergi. }\n';
  expect(await said(glossary(exit))).toEqual({
    findings: [],
    warnings: [
      'glossary.yml:5:3 No text uses the term `exit`: write <Term id="exit"> where it belongs, or remove it.',
    ],
  });
  const used = (locale: 'en' | 'ms', word: string) =>
    edited(first[locale], (text) => text.replace('\n\n##', ` <Term id="exit">${word}</Term>.\n\n##`));
  expect(await said({ ...glossary(exit), ...used('en', 'exits'), ...used('ms', 'dikeluarkan') })).toEqual(
    nothing,
  );
});

test('one word is the term of one entry', async () => {
  const twin =
    'nursery:\n  en: { term: nursery, definition: Much the same. }\n  ms: { term: Inkubator, definition: Sama sahaja. }\n';
  expect((await said(glossary(twin))).findings).toEqual([
    'glossary.yml:6:15 “Inkubator” is the term of `incubator` too: one word for one thing, so use that entry, or another word here.',
  ]);
});

/** A course in Chinese and English with one lesson that uses `term` as `words` in each. */
function inChinese(
  words: { en: string; 'zh-Hans': string },
  terms = { en: 'exit policy', 'zh-Hans': '退出制度' },
): Files {
  const text = (title: string, word: string, other: string) =>
    `---\ntitle: ${title}\nsummary: ${title}\n---\n\n${other}<Term id="it">${word}</Term>${other}\n`;
  return {
    'course.yml': `theme: incubation
languages: [zh-Hans, en]
owners: [z-park]
pass: { mark: 75 }
title: { en: A course, zh-Hans: 课程 }
summary: { en: A course, zh-Hans: 课程 }
objectives: { en: [Know it], zh-Hans: [了解] }
modules:
  - id: one
    title: { en: One, zh-Hans: 一 }
    lessons: [{ id: only, kind: reading, revision: 1 }]
`,
    'glossary.yml': `it:
  en: { term: ${terms.en}, definition: Rules. }
  zh-Hans: { term: ${terms['zh-Hans']}, definition: 规则。 }
`,
    '01-one/01-only.en.mdx': text('One', words.en, ' words '),
    '01-one/01-only.zh-Hans.mdx': text('一', words['zh-Hans'], '文字'),
  };
}

test.each([
  [{ en: 'exit policies', 'zh-Hans': '退出制度' }, undefined],
  [{ en: 'policy on exits', 'zh-Hans': '书面退出制度' }, undefined],
  [{ en: '**Exit** rules', 'zh-Hans': '退出**制度**' }, undefined],
  [
    { en: 'TRL 4', 'zh-Hans': '技术就绪度' },
    { en: 'technology readiness level', 'zh-Hans': '技术就绪度（TRL）' },
  ],
  [
    { en: 'IPOs', 'zh-Hans': 'IPO' },
    { en: 'IPO', 'zh-Hans': '首次公开募股/IPO' },
  ],
])('the words of a term may be bent: %o', async (words, terms) => {
  const { warnings } = await checkCourse(writeCourse(inChinese(words, terms)));
  expect(warnings.filter(({ message }) => message.includes('glossary'))).toEqual([]);
});

test.each([
  [
    { en: 'exit policy', 'zh-Hans': '退出机制' },
    'zh-Hans.mdx',
    '6:3 The glossary calls `it` “退出制度”, and here stands “退出机制”',
  ],
  [
    { en: 'way out', 'zh-Hans': '退出制度' },
    'en.mdx',
    '6:8 The glossary calls `it` “exit policy”, and here stands “way out”',
  ],
])('the words of a term are the glossary’s: %o', async (words, file, expected) => {
  const { findings, warnings } = await checkCourse(writeCourse(inChinese(words)));
  expect(findings).toEqual([]);
  expect(
    warnings
      .filter(({ message }) => message.includes('The glossary calls'))
      .map((each) => `${path.basename(each.path)}:${each.line}:${each.column} ${each.message}`),
  ).toEqual([expect.stringContaining(`${file}:${expected}`)]);
});

test('a warning fails the check only where it is strict, and a finding everywhere', () => {
  const check = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'app/cli/courses.ts', 'check', ...args], {
      encoding: 'utf8',
    });
  const weak = writeCourse();
  const [lenient, strict] = [check(weak), check('--strict', weak)];
  expect([lenient.status, strict.status]).toEqual([0, 1]);
  expect(lenient.stdout).toContain(`${weak}: right, 8 warnings`);
  expect(strict.stdout).toBe(lenient.stdout);
  expect(strict.stdout).toContain('01-first.en.mdx:1:1 This lesson names no objectives');

  const wrong = writeCourse(withFiles({ 'assets/old.csv': 'a,b\n' }));
  expect([check(wrong).status, check(wrong, '--strict').status]).toEqual([1, 1]);
  expect(check('--lax').status).toBe(1);
}, 60_000);
