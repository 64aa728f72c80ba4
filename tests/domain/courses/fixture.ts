// A small course on disk: a reading and a quiz in English and Malay, with a drawing, a video and a table.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Files = Record<string, string | Buffer>;

export const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><defs><path id="p" d="M0 0h4"/></defs><use href="#p"/><rect width="40" height="20" fill="url(#p)"/></svg>\n';

/** 1,000 bytes that begin as WebM does. */
export const webm = Buffer.concat([
  Buffer.from([0x1a, 0x45, 0xdf, 0xa3]),
  Buffer.from('....webm'),
  Buffer.from(Array.from({ length: 988 }, (_, index) => index % 251)),
]);

const reading = (title: string, heading: string, word: string) => `---
title: ${title}
summary: What it is, in one line.
---

${word} about <Term id="incubator">incubators</Term>.

## ${heading}

<Figure src="assets/way.svg" alt="${word}" />

<Video src="assets/tour.webm" captions="assets/tour.vtt" title="${word}" />

<Reflect id="my-park">
${word}?
</Reflect>

<Download src="assets/figures.csv" title="${word}" />

Then take the [quiz](lesson:check).
`;

const quiz = (title: string, word: string) => `---
title: ${title}
summary: One question.
---

<Quiz id="check">
<Question id="q1" type="single">
${word}?

<Choice id="a" feedback="${word} secret-wrong">
${word} one
</Choice>
<Choice id="b" correct feedback="${word} secret-right">
${word} two
</Choice>
</Question>
</Quiz>
`;

export const courseYml = `theme: incubation
languages: [en, ms]
owners: [mranti]
pass: { mark: 75 }
title: { en: A small course, ms: Kursus kecil }
summary: { en: Small but whole., ms: Kecil tetapi lengkap. }
objectives:
  en: [Know one thing, Do one thing]
  ms: [Tahu satu perkara, Buat satu perkara]
modules:
  - id: basics
    title: { en: Basics, ms: Asas }
    lessons:
      - { id: first, kind: reading, revision: 1, preview: true }
      - { id: check, kind: quiz, revision: 1 }
`;

export const smallCourse: Files = {
  'course.yml': courseYml,
  'glossary.yml': `incubator:
  en: { term: incubator, definition: A place for young companies. }
  ms: { term: inkubator, definition: Tempat untuk syarikat muda. }
`,
  'assets/way.svg': svg,
  'assets/tour.webm': webm,
  'assets/tour.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n',
  'assets/figures.csv': 'name,value\none,1\n',
  '01-basics/01-first.en.mdx': reading('The first lesson', 'A heading', 'Words'),
  '01-basics/01-first.ms.mdx': reading('Pelajaran pertama', 'Satu tajuk', 'Perkataan'),
  '01-basics/02-check.en.mdx': quiz('Check', 'Which'),
  '01-basics/02-check.ms.mdx': quiz('Semak', 'Mana'),
};

/** Writes `files` as a course folder named `slug` in a new place, and returns its path. */
export function writeCourse(files: Files = smallCourse, slug = 'small-course'): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'courses-')), slug);
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) put(folder, name, content);
  return folder;
}

export function put(folder: string, name: string, content: string | Buffer): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The small course with some of its files changed; `null` takes one away. */
export function withFiles(changes: Record<string, string | Buffer | null>): Files {
  const entries = Object.entries({ ...smallCourse, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, string | Buffer] => entry[1] !== null));
}

/** One of the small course's text files, changed by `change`. */
export function edited(name: string, change: (text: string) => string): Record<string, string> {
  return { [name]: change(String(smallCourse[name])) };
}
