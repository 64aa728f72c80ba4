// A small course in English and Malay, published for real from a folder made for the test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { system } from '~/domain/actor';
import { currentEdition, type Edition, findLesson, publishCourses } from '~/domain/courses/index.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';

export type LessonSpec = {
  id: string;
  kind?: 'reading' | 'quiz';
  revision?: number;
  required?: boolean;
  preview?: boolean;
  /** What the text says; another word is another text. By language where they differ. */
  word?: string | Record<'en' | 'ms', string>;
  /** What else the Quiz says, as it stands in the text: `pass="50" attempts="2"`. */
  rules?: string;
  /** More questions of the quiz, as they stand in the text. */
  more?: string;
};

export const slug = 'small-course';

/** Two readings and a quiz; the first reading is a preview and has a Reflect named `my-park`. */
export const threeLessons: LessonSpec[] = [
  { id: 'first', preview: true },
  { id: 'second' },
  { id: 'check', kind: 'quiz' },
];

/** The quiz: q1 is single with key b, q2 multiple with key a and c. Every feedback has the word `secret`. */
export const rightAnswers = { q1: ['b'], q2: ['a', 'c'] };
export const wrongAnswers = { q1: ['a'], q2: ['a', 'b'] };

/** Publishes `lessons` as the next edition of the course. */
export async function publishLessons(
  db: Db,
  lessons: LessonSpec[] = threeLessons,
  options: { at?: number; title?: string; validity?: number } = {},
): Promise<Edition> {
  const parent = mkdtempSync(path.join(tmpdir(), 'parkbridge-course-'));
  const folder = path.join(parent, slug);
  mkdirSync(path.join(folder, '01-basics'), { recursive: true });
  writeFileSync(
    path.join(folder, 'course.yml'),
    courseYml(lessons, options.title ?? 'A small course', options.validity),
  );
  writeFileSync(path.join(folder, 'glossary.yml'), '{}\n');
  lessons.forEach((lesson, index) => {
    for (const locale of ['en', 'ms'] as const) {
      const name = `${String(index + 1).padStart(2, '0')}-${lesson.id}.${locale}.mdx`;
      writeFileSync(path.join(folder, '01-basics', name), textOf(lesson, locale));
    }
  });
  try {
    await publishCourses(db, system, { folders: [folder], at: options.at ?? Date.UTC(2026, 1, 1) });
  } finally {
    rmSync(parent, { recursive: true });
  }
  const edition = currentEdition(db, slug);
  if (!edition) throw new Error('the course was not published');
  return edition;
}

/** The digest of a lesson's text in the edition. */
export function digestOf(edition: Edition, lesson: string, locale: Locale = 'en'): string {
  const digest = findLesson(edition, lesson)?.texts[locale]?.digest;
  if (!digest) throw new Error(`${lesson} has no ${locale} text`);
  return digest;
}

const courseYml = (lessons: LessonSpec[], title: string, validity?: number) => `theme: incubation
languages: [en, ms]
owners: [mranti]
pass: { mark: 75 }
${validity === undefined ? '' : `validity: { months: ${validity} }\n`}title: { en: ${title}, ms: Kursus kecil }
summary: { en: Small but whole., ms: Kecil tetapi lengkap. }
objectives:
  en: [Know one thing]
  ms: [Tahu satu perkara]
modules:
  - id: basics
    title: { en: Basics, ms: Asas }
    lessons:
${lessons
  .map(
    ({ id, kind = 'reading', revision = 1, required = true, preview = false }) =>
      `      - { id: ${id}, kind: ${kind}, revision: ${revision}, required: ${required}, preview: ${preview} }`,
  )
  .join('\n')}
`;

function textOf(
  { id, kind = 'reading', word = 'Words', rules, more }: LessonSpec,
  locale: 'en' | 'ms',
): string {
  const said = typeof word === 'string' ? word : word[locale];
  const title = locale === 'en' ? `Lesson ${id}` : `Pelajaran ${id}`;
  const front = `---\ntitle: ${title}\nsummary: What ${id} is about.\n---\n\n`;
  return front + (kind === 'quiz' ? quizOf(id, said, rules, more) : readingOf(id, said));
}

const readingOf = (id: string, word: string) => `${word} about ${id}.

## A heading of ${id}

A paragraph that stays.

<Reflect id="my-park">
${word}: what of your park?
</Reflect>
`;

const choice = (
  id: string,
  right: boolean,
  word: string,
) => `<Choice id="${id}"${right ? ' correct' : ''} feedback="secret ${word} ${id}">
${word} ${id}
</Choice>`;

const quizOf = (id: string, word: string, rules = '', more = '') => `${word}.

<Quiz id="${id}" ${rules}>
<Question id="q1" type="single">
${word}, one of three?

${choice('a', false, word)}
${choice('b', true, word)}
${choice('c', false, word)}
</Question>

<Question id="q2" type="multiple">
${word}, two of three?

${choice('a', true, word)}
${choice('b', false, word)}
${choice('c', true, word)}
</Question>
${more}</Quiz>
`;

/** A question of every other type, for `more`; right with `rightOfEveryType`. Every key and feedback has the word `secret`. */
export const everyType = `
<Question id="q3" type="true-false" answer="false" right="secret t" wrong="secret f">
True?
</Question>

<Question id="q4" type="numeric" answer="2.5" tolerance="0.1" unit="km" ask-unit right="secret n" wrong="secret w">
How far?

<Accept unit="m" factor="0.001" />
<Mistake answer="5" feedback="secret m" />
</Question>

<Question id="q5" type="short-text" right="secret s" wrong="secret u">
Which word?

<Accept>secret answer</Accept>
<Accept>secret word</Accept>
</Question>

<Question id="q6" type="matching" right="secret p" wrong="secret q">
Which belong together?

<Pair id="one" with="zebra">One</Pair>
<Pair id="two" with="ant">Two</Pair>
</Question>

<Question id="q7" type="ordering" right="secret o" wrong="secret r">
In which order?

<Item id="one">zulu</Item>
<Item id="two">alpha</Item>
<Item id="three">mike</Item>
</Question>
`;
export const rightOfEveryType = {
  q3: ['false'],
  q4: ['2500 m'],
  q5: ['Secret Word!'],
  q6: ['1:b', '2:a'],
  q7: ['c:1', 'a:2', 'b:3'],
};
