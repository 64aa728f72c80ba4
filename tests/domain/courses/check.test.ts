import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkCourse, freshen } from '~/domain/courses/index.server';
import { courseYml, edited, type Files, put, smallCourse, svg, withFiles, writeCourse } from './fixture';

/** Findings of a folder as `file:line:column message`, with files named from the course folder. */
async function found(folder: string): Promise<string[]> {
  const { findings } = await checkCourse(folder);
  return findings.map(
    ({ path: file, line, column, message }) =>
      `${path.relative(folder, file) || '.'}:${line}:${column} ${message}`,
  );
}
const foundIn = (files: Files, slug?: string) => found(writeCourse(files, slug));
const foundWith = (changes: Parameters<typeof withFiles>[0]) => foundIn(withFiles(changes));

/** The warnings that speak of translations and their source; a small course is given other advice. */
async function behind(folder: string) {
  const { findings, warnings } = await checkCourse(folder);
  expect(findings).toEqual([]);
  return warnings.filter(({ message }) => message.includes('source text'));
}

test('the small course is right, and its translations say nothing of their source', async () => {
  const { findings, warnings } = await checkCourse(writeCourse());
  expect(findings).toEqual([]);
  expect(
    warnings.map(({ path: file, line, message }) => [path.basename(file), line, message.split(/[:,]/)[0]]),
  ).toEqual([
    ['01-first.en.mdx', 1, 'This lesson has 12 words'],
    ['01-first.en.mdx', 1, 'This lesson names no objectives'],
    ['01-first.ms.mdx', 1, 'This lesson has 12 words'],
    ['01-first.ms.mdx', 1, 'This lesson names no objectives'],
    ['01-first.ms.mdx', 1, 'This translation does not say which source text it renders'],
    ['02-check.en.mdx', 7, 'The question "q1" has 2 choices'],
    ['02-check.ms.mdx', 1, 'This translation does not say which source text it renders'],
    ['02-check.ms.mdx', 7, 'The question "q1" has 2 choices'],
  ]);
});

test('course.yml: every wrong value with its place', async () => {
  const bad = courseYml
    .replace('theme: incubation', 'theme: gardening')
    .replace('languages: [en, ms]', 'languages: [en, fr]')
    .replace('mark: 75', 'mark: 0')
    .replace('revision: 1, preview: true', 'revision: 0, preview: maybe')
    .replace('id: check', 'id: Check It')
    .concat('colour: red\n');
  expect(await foundWith({ 'course.yml': bad })).toEqual([
    'course.yml:1:8 `theme`: Write one of: innovation-capability, ecosystem-building, incubation, research-commercialisation, park-management, market-entry.',
    'course.yml:2:17 `languages.1`: Write one of: en, ms, zh-Hans.',
    'course.yml:4:15 `pass.mark`: The mark is a percentage from 1 to 100.',
    'course.yml:14:47 `modules.0.lessons.0.revision`: The revision starts at 1.',
    'course.yml:14:59 `modules.0.lessons.0.preview`: Write true or false.',
    'course.yml:15:15 `modules.0.lessons.1.id`: Use small letters, digits and single hyphens only, such as `selecting-companies`.',
    'course.yml:16:1 `colour` is not known here: remove it, or check its spelling.',
  ]);
});

test('course.yml: what is missing is named where it should be', async () => {
  const bad = courseYml
    .replace('theme: incubation\n', '')
    .replace('id: first, kind: reading, revision: 1, ', 'id: first, ');
  expect(await foundWith({ 'course.yml': bad })).toEqual([
    expect.stringMatching(/^course\.yml:1:1 `theme` is missing\. /),
    expect.stringMatching(/^course\.yml:13:9 `modules\.0\.lessons\.0\.kind` is missing\. /),
    expect.stringMatching(/^course\.yml:13:9 `modules\.0\.lessons\.0\.revision` is missing\. /),
  ]);
});

const named = (instructors: string) => ({
  'course.yml': courseYml.replace('objectives:', `instructors:\n${instructors}objectives:`),
});

test('course.yml: instructors by one name or one for each language, with or without park and role', async () => {
  expect(
    await foundWith(
      named(`  - { name: The course team, park: mranti, role: { en: Writes it, ms: Menulisnya } }
  - { name: { en: A guest, ms: Tetamu } }
`),
    ),
  ).toEqual([]);
});

test('course.yml: instructors that are wrong, each with its place', async () => {
  expect(
    await foundWith(
      named(`  - { name: { en: A guest, fr: Une amie }, park: mranti, title: Dr }
  - { role: { en: Writes it, ms: Menulisnya } }
  - { name: 7 }
`),
    ),
  ).toEqual([
    'course.yml:8:28 `fr` is not known here: remove it, or check its spelling.',
    'course.yml:8:58 `title` is not known here: remove it, or check its spelling.',
    'course.yml:9:5 `instructors.1.name` is missing. Write the name, or one for each language: `{ en: …, ms: …, zh-Hans: … }`.',
    'course.yml:10:13 `instructors.2.name`: Write the name, or one for each language: `{ en: …, ms: …, zh-Hans: … }`.',
  ]);
  expect(
    await foundWith(
      named(`  - { name: { en: A guest }, park: z-park, role: { en: Writes it, zh-Hans: 编写 } }
`),
    ),
  ).toEqual([
    'course.yml:8:13 `instructors.0.name.ms` is missing: the course is taught in ms, so write it.',
    'course.yml:8:36 `z-park` is no owner of the course: write one of mranti, or leave `park` out for somebody from elsewhere.',
    'course.yml:8:50 `instructors.0.role.ms` is missing: the course is taught in ms, so write it.',
    'course.yml:8:76 The course is not taught in zh-Hans: remove `instructors.0.role.zh-Hans`, or add the language.',
  ]);
  expect(await foundWith(named('  []\n'))).toEqual([
    'course.yml:8:3 `instructors`: Name at least one instructor, or remove the line.',
  ]);
});

test('course.yml: broken YAML, tags, anchors and aliases', async () => {
  expect(await foundWith({ 'course.yml': 'theme: [incubation\n' })).toEqual([
    expect.stringMatching(/^course\.yml:2:1 This is not valid YAML/),
  ]);
  expect(
    await foundWith({ 'course.yml': courseYml.replace('theme: incubation', 'theme: !!str incubation') }),
  ).toEqual(['course.yml:1:14 Tags (!) are not allowed: write plain text.']);
  expect(
    await foundWith({ 'course.yml': courseYml.replace('[mranti]', '&a [mranti]').concat('more: *a\n') }),
  ).toEqual([
    expect.stringMatching(/^course\.yml:3:\d+ Anchors/),
    expect.stringMatching(/^course\.yml:16:7 Aliases/),
  ]);
  expect(await foundWith({ 'course.yml': `${courseYml}theme: incubation\n` })).toEqual([
    expect.stringMatching(/^course\.yml:16:1 This is not valid YAML: Map keys must be unique/),
  ]);
  expect(await foundWith({ 'course.yml': null, 'glossary.yml': null })).toEqual([
    expect.stringMatching(/^course\.yml:1:1 course\.yml is missing/),
    expect.stringMatching(/^glossary\.yml:1:1 glossary\.yml is missing/),
  ]);
});

test('languages: complete in titles, objectives, glossary and texts', async () => {
  const bad = courseYml
    .replace('title: { en: A small course, ms: Kursus kecil }', 'title: { en: A small course }')
    .replace(', Buat satu perkara', '');
  const glossary = 'incubator:\n  en: { term: incubator, definition: A place. }\n';
  expect(
    await foundWith({ 'course.yml': bad, 'glossary.yml': glossary, '01-basics/02-check.ms.mdx': null }),
  ).toEqual([
    'course.yml:5:8 `title.ms` is missing: the course is taught in ms, so write it.',
    'course.yml:9:7 ms has 1 objectives and en has 2: give each language the same ones.',
    'course.yml:15:9 01-basics/02-check.ms.mdx is missing: write it, or take the lesson or the language out of course.yml.',
    'glossary.yml:2:3 `incubator.ms` is missing: write the term and its definition in ms.',
  ]);
});

test('a title in a language the course is not taught in is refused', async () => {
  const bad = courseYml.replace('ms: Kursus kecil', 'ms: Kursus kecil, zh-Hans: 小课程');
  expect(await foundWith({ 'course.yml': bad })).toEqual([
    'course.yml:5:57 The course is not taught in zh-Hans: remove `title.zh-Hans`, or add the language.',
  ]);
});

test('files: a wrong number, a lesson nobody named, a language nobody listed, a stray file', async () => {
  const files = withFiles({
    '01-basics/02-check.en.mdx': null,
    '01-basics/03-check.en.mdx': String(smallCourse['01-basics/02-check.en.mdx']),
    '01-basics/04-more.en.mdx': 'more',
    '01-basics/01-first.zh-Hans.mdx': 'more',
    'picture.png': 'x',
    'assets/run.exe': 'x',
    'assets/Way.SVG': svg,
    'Bad name!.txt': 'x',
  });
  expect(await foundIn(files)).toEqual([
    '01-basics/01-first.zh-Hans.mdx:1:1 course.yml does not list the language zh-Hans: add it there, or remove this file.',
    '01-basics/03-check.en.mdx:1:1 course.yml puts this lesson elsewhere: rename the file to 01-basics/02-check.en.mdx, or change course.yml.',
    '01-basics/04-more.en.mdx:1:1 course.yml names no such lesson: add it there, or remove this file.',
    expect.stringMatching(/^Bad name!\.txt:1:1 Use only letters/),
    expect.stringMatching(/^assets\/Way\.SVG:1:1 This kind of file cannot be an asset/),
    expect.stringMatching(/^assets\/run\.exe:1:1 This kind of file cannot be an asset/),
    expect.stringMatching(/^assets\/way\.svg:1:1 This differs from assets\/Way\.SVG only in capitals/),
    'picture.png:1:1 Assets belong in the folder assets: move this file there.',
  ]);
  expect(await foundIn(smallCourse, 'Small_Course')).toEqual([
    expect.stringMatching(/^\.:1:1 The folder’s name is the course’s address/),
  ]);
  expect((await checkCourse('/no/such/course')).findings).toEqual([
    expect.objectContaining({ path: '/no/such/course', message: expect.stringContaining('no such folder') }),
  ]);
});

test('nothing outside the folder is read: links are refused, and texts cannot name a path out', async () => {
  const folder = writeCourse(withFiles({ 'assets/way.svg': null }));
  const outside = writeCourse();
  symlinkSync(path.join(outside, 'assets/way.svg'), path.join(folder, 'assets/way.svg'));
  symlinkSync(outside, path.join(folder, 'elsewhere'));
  const findings = await found(folder);
  expect(findings).toContain(
    'assets/way.svg:1:1 Links are not allowed: put the file itself into the folder.',
  );
  expect(findings).toContain('elsewhere:1:1 Links are not allowed: put the file itself into the folder.');
  expect(findings).toContainEqual(
    expect.stringMatching(/^01-basics\/01-first\.en\.mdx:10:\d+ There is no file/),
  );

  const escaped = await foundWith(
    edited('01-basics/01-first.en.mdx', (text) => text.replace('assets/way.svg', 'assets/../../secret.svg')),
  );
  expect(escaped).toEqual([
    expect.stringMatching(/^01-basics\/01-first\.en\.mdx:10:\d+ .*not a plain file name/),
  ]);
});

test('translations: the same numbers, pairs, orders and rules of a quiz', async () => {
  const quizOf = (
    locale: 'en' | 'ms',
    { rules = 'attempts="2"', answer = '5', items = ['one', 'two'] } = {},
  ) => ({
    [`01-basics/02-check.${locale}.mdx`]: `---
title: Check in ${locale}
summary: Words.
---

<Quiz id="check" ${rules}>
<Question id="q1" type="numeric" answer="${answer}" unit="${locale === 'en' ? 'km' : 'kilometer'}" right="r" wrong="w">
How far in ${locale}?
</Question>

<Question id="q2" type="ordering" right="r" wrong="w">
In which order in ${locale}?

${items.map((id) => `<Item id="${id}">${id} in ${locale}</Item>`).join('\n')}
</Question>

<Question id="q3" type="short-text" right="r" wrong="w">
Which word in ${locale}?

<Accept>word in ${locale}</Accept>
</Question>
</Quiz>
`,
  });
  expect(await foundWith({ ...quizOf('en'), ...quizOf('ms') })).toEqual([]);
  expect(
    await foundWith({
      ...quizOf('en'),
      ...quizOf('ms', { rules: 'attempts="3"', answer: '6', items: ['two', 'one'] }),
    }),
  ).toEqual([
    '01-basics/02-check.ms.mdx:6:1 The Quiz differs from en: give both the same id and pass, and the same of what else <Quiz> says.',
    '01-basics/02-check.ms.mdx:7:1 Question q1 has another answer, tolerance or factor than in en: give both the same.',
    '01-basics/02-check.ms.mdx:11:1 Question q2 has the items one, two in en and two, one here: give both the same, in the same order.',
  ]);
});

test('translations: the same headings, notes, questions, choices and keys', async () => {
  const changes = {
    ...edited('01-basics/01-first.ms.mdx', (text) =>
      text.replace('## Satu tajuk', '## Satu tajuk\n\n### Lagi').replace('my-park', 'taman-saya'),
    ),
    ...edited('01-basics/02-check.ms.mdx', (text) =>
      text.replace(' correct', '').replace('id="a"', 'id="a" correct'),
    ),
  };
  expect(await foundWith(changes)).toEqual([
    '01-basics/01-first.ms.mdx:8:1 The headings differ from en: it has ##, this text ## ###. Give both the same ones.',
    '01-basics/01-first.ms.mdx:16:1 The Reflect ids differ from en: it has my-park, this text taman-saya. Notes hang on them, so give both the same.',
    '01-basics/02-check.ms.mdx:7:1 Question q1 has other correct choices than in en: mark the same ones.',
  ]);
  const others = await foundWith(
    edited('01-basics/02-check.ms.mdx', (text) =>
      text.replace('id="q1" type="single"', 'id="q1" type="multiple"').replace('id="b"', 'id="c"'),
    ),
  );
  expect(others).toEqual([
    '01-basics/02-check.ms.mdx:7:1 Question q1 has the choices a, b in en and a, c here: give both the same, in the same order.',
    '01-basics/02-check.ms.mdx:7:1 Question q1 is single in en and multiple here: make them the same.',
  ]);
  expect(
    await foundWith({ '01-basics/02-check.ms.mdx': String(smallCourse['01-basics/02-check.en.mdx']) }),
  ).toEqual([
    '01-basics/02-check.ms.mdx:1:1 This text is the same as 01-basics/02-check.en.mdx: translate it, or remove one of them.',
  ]);
});

test('a text’s own findings stand where they are in the file, also below the line that names the source', async () => {
  const source = `source: ${'a'.repeat(64)}\n`;
  const broken = (text: string) =>
    text
      .replace('summary:', `${source}summary:`)
      .replace('{', '')
      .replace('## Satu', 'See {process.exit()}\n\n## Satu');
  expect(await foundWith(edited('01-basics/01-first.ms.mdx', broken))).toEqual([
    expect.stringMatching(/^01-basics\/01-first\.ms\.mdx:9:5 Curly braces mean code/),
  ]);
});

test('assets: an unused one, and one whose content is not what its name says', async () => {
  expect(await foundWith({ 'assets/old.csv': 'a,b\n' })).toEqual([
    'assets/old.csv:1:1 No text uses this file: use it, or remove it.',
  ]);
  const wrong = await foundWith({
    'assets/tour.webm': '<html><script>alert(1)</script>',
    'assets/figures.csv': '<svg/>',
    'assets/tour.vtt': 'Hello',
  });
  expect(wrong).toEqual([
    'assets/figures.csv:1:1 The content is not CSV, whatever the name says: rename or replace the file.',
    'assets/tour.vtt:1:1 The content is not VTT, whatever the name says: rename or replace the file.',
    'assets/tour.webm:1:1 The content is not WEBM, whatever the name says: rename or replace the file.',
  ]);
  expect(await foundWith({ 'assets/figures.csv': Buffer.alloc(20 * 1024 * 1024 + 1, 'a') })).toContainEqual(
    'assets/figures.csv:1:1 This file is larger than 20 MB: make it smaller.',
  );
});

const drawings: [string, string, RegExp][] = [
  ['a script', '<script>alert(1)</script>', /<script> is not allowed/],
  [
    'a script under another prefix',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    /<x:script> is not allowed/,
  ],
  ['an event handler', '<rect onload="alert(1)"/>', /onload would run a script/],
  [
    'foreign content',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    /<foreignObject> is not allowed/,
  ],
  ['an image elsewhere', '<image href="https://example.org/x.png"/>', /<image> is not allowed/],
  ['a reference elsewhere', '<use href="other.svg#x"/>', /points outside the drawing/],
  [
    'a reference elsewhere, the old way',
    '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://example.org/x.svg#x"/>',
    /points outside the drawing/,
  ],
  ['a link that runs', '<a href="javascript:alert(1)"><rect/></a>', /<a> is not allowed/],
  [
    'an animation that makes one',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    /<set> is not allowed/,
  ],
  ['a style that calls out', '<style>@import "https://example.org/x.css";</style>', /<style> points outside/],
  [
    'a style that hides it',
    '<style>rect { fill: u\\72l(https://example.org/x) }</style>',
    /<style> points outside/,
  ],
  ['a fill from elsewhere', '<rect fill="url(&#104;ttps://example.org/x)"/>', /fill points outside/],
  ['broken tags', '<rect>', /not well-formed XML/],
];
test.each(drawings)('an SVG file with %s is refused', async (_name, inside, message) => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2">\n${inside}</svg>`;
  expect(await foundWith({ 'assets/way.svg': drawing })).toContainEqual(
    expect.stringMatching(new RegExp(`^assets/way\\.svg:2:\\d+ .*${message.source}`)),
  );
});

test('an SVG file with a document type, a style sheet or no size is refused', async () => {
  const doctype = `<!DOCTYPE svg [<!ENTITY x "y">]>\n${svg}`;
  expect(await foundWith({ 'assets/way.svg': doctype })).toEqual([
    expect.stringMatching(/^assets\/way\.svg:1:\d+ A DOCTYPE is not allowed/),
  ]);
  const sheet = `<?xml-stylesheet href="https://example.org/x.css"?>\n${svg}`;
  expect(await foundWith({ 'assets/way.svg': sheet })).toEqual([
    expect.stringMatching(/<\?xml-stylesheet …\?> is not allowed/),
  ]);
  expect(await foundWith({ 'assets/way.svg': svg.replace(' viewBox="0 0 40 20"', '') })).toEqual([
    expect.stringMatching(/no size that can be read/),
  ]);
  expect(
    await foundWith({
      'assets/way.svg': `<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn by hand -->\n${svg}`,
    }),
  ).toEqual([]);
});

test('pixel images are measured and shown', async () => {
  expect(await foundWith({ 'assets/dot.png': png(3, 2), ...usingDot })).toEqual([]);
  expect(await foundWith({ 'assets/dot.png': png(3, 2).subarray(0, 12), ...usingDot })).toEqual([
    expect.stringMatching(/^assets\/dot\.png:1:1 This image has no size that can be read/),
  ]);
});
const usingDot = edited('01-basics/01-first.en.mdx', (text) => `${text}\n![A dot](assets/dot.png)\n`);

test('fresh: a translation is marked as right, warned about when the source moves on, and unchanged in itself', async () => {
  const folder = writeCourse();
  const file = path.join(folder, '01-basics/01-first.ms.mdx');
  const quiz = path.join(folder, '01-basics/02-check.ms.mdx');
  expect(await freshen(file)).toEqual({ changed: true, source: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await freshen(file)).changed).toBe(false);
  await freshen(quiz);
  expect(await behind(folder)).toEqual([]);
  const { source } = await freshen(file);
  expect(readFileSync(file, 'utf8')).toBe(
    String(smallCourse['01-basics/01-first.ms.mdx']).replace('\n---\n', `\nsource: ${source}\n---\n`),
  );

  put(folder, '01-basics/01-first.en.mdx', `${smallCourse['01-basics/01-first.en.mdx']}\nMore.\n`);
  expect(await behind(folder)).toEqual([
    { path: file, line: 4, column: 1, message: expect.stringContaining('The source text has changed') },
  ]);
  const after = await freshen(file);
  expect(after).toMatchObject({ changed: true });
  expect(readFileSync(file, 'utf8').match(/^source:/gm)).toHaveLength(1);
  expect(await behind(folder)).toEqual([]);
});

test('fresh keeps a file’s own line ends, and refuses what is no translation', async () => {
  const crlf = (name: string) => String(smallCourse[name]).replaceAll('\n', '\r\n');
  const name = '01-basics/01-first.ms.mdx';
  const folder = writeCourse(withFiles({ [name]: crlf(name) }));
  const { source } = await freshen(path.join(folder, name));
  expect(readFileSync(path.join(folder, name), 'utf8')).toBe(
    crlf(name).replace('\r\n---\r\n', `\r\nsource: ${source}\r\n---\r\n`),
  );
  await expect(freshen(path.join(folder, '01-basics/01-first.en.mdx'))).rejects.toThrow('source text itself');
  await expect(freshen(path.join(folder, 'course.yml'))).rejects.toThrow('does not name this text');
  await expect(freshen(path.join(path.dirname(folder), 'x.mdx'))).rejects.toThrow('no course folder');
});

/** A whole PNG of one grey. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length);
    body.copy(frame, 4);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const pixels = deflateSync(Buffer.alloc((width + 1) * height));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
