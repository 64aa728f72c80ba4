// course.yml and glossary.yml as an author may write them. Messages are sentences with a remedy, for the terminal.
import { z } from 'zod';
import { locales } from '~/i18n/locales';
import { lessonKinds, themes } from './schema';

const slug = z
  .string({ error: 'Write a name here.' })
  .max(60, { error: 'This name is too long: use 60 characters or fewer.' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'Use small letters, digits and single hyphens only, such as `selecting-companies`.',
  });

const line = (most: number) =>
  z
    .string({ error: 'Write a text here.' })
    .trim()
    .min(1, { error: 'This is empty: write it, or remove the line.' })
    .max(most, { error: `This is too long: use ${most} characters or fewer.` });

const inLanguages = <T extends z.ZodType>(value: T) =>
  z.strictObject(
    { en: value.optional(), ms: value.optional(), 'zh-Hans': value.optional() },
    { error: 'Write one text for each language: `{ en: …, ms: …, zh-Hans: … }`.' },
  );

const flag = z.boolean({ error: 'Write true or false.' });

const instructor = z.strictObject(
  {
    /** The same in every language, or one for each. */
    name: z.union([line(120), inLanguages(line(120))], {
      error: 'Write the name, or one for each language: `{ en: …, ms: …, zh-Hans: … }`.',
    }),
    park: slug.optional(),
    role: inLanguages(line(200)).optional(),
  },
  { error: 'Write an instructor as `{ name: …, park: …, role: { en: …, … } }`.' },
);

const lesson = z.strictObject(
  {
    id: slug,
    kind: z.enum(lessonKinds, { error: `Write one of: ${lessonKinds.join(', ')}.` }),
    revision: z
      .int({ error: 'Write a whole number from 1; raise it by one when a change is major.' })
      .min(1, { error: 'The revision starts at 1.' })
      .max(9999, { error: 'The revision goes up to 9999.' }),
    required: flag.default(true),
    preview: flag.default(false),
  },
  { error: 'Write a lesson as `{ id: …, kind: reading, revision: 1 }`.' },
);

export const courseFileSchema = z.strictObject(
  {
    theme: z.enum(themes, { error: `Write one of: ${themes.join(', ')}.` }),
    languages: z
      .array(z.enum(locales, { error: `Write one of: ${locales.join(', ')}.` }), {
        error: 'List the languages, the source language first: `[en, ms, zh-Hans]`.',
      })
      .min(1, { error: 'Name at least one language.' }),
    owners: z
      .array(slug, { error: 'List the parks that own the course, such as `[mranti, z-park]`.' })
      .min(1, { error: 'Name at least one park.' })
      .max(20, { error: 'Name 20 parks or fewer.' }),
    pass: z.strictObject(
      {
        mark: z
          .int({ error: 'Write the percent needed as a whole number, such as 75.' })
          .min(1, { error: 'The mark is a percentage from 1 to 100.' })
          .max(100, { error: 'The mark is a percentage from 1 to 100.' }),
      },
      { error: 'Write `pass: { mark: 75 }`.' },
    ),
    validity: z
      .strictObject(
        {
          months: z
            .int({ error: 'Write for how many months a record is valid, such as 24.' })
            .min(1, { error: 'A record is valid for at least one month.' })
            .max(600, { error: 'A record is valid for 600 months at most.' }),
        },
        { error: 'Write `validity: { months: 24 }`.' },
      )
      .optional(),
    title: inLanguages(line(120)),
    summary: inLanguages(line(500)),
    instructors: z
      .array(instructor, { error: 'List the instructors, each as `- name: …`.' })
      .min(1, { error: 'Name at least one instructor, or remove the line.' })
      .max(20, { error: 'Name 20 instructors or fewer.' })
      .optional(),
    objectives: inLanguages(
      z
        .array(line(300), { error: 'List the objectives, one a line.' })
        .min(1, { error: 'Name at least one objective.' })
        .max(20, { error: 'Name 20 objectives or fewer.' }),
    ),
    modules: z
      .array(
        z.strictObject(
          {
            id: slug,
            title: inLanguages(line(120)),
            lessons: z
              .array(lesson, { error: 'List the lessons of the module.' })
              .min(1, { error: 'A module has at least one lesson.' })
              .max(99, { error: 'A module has 99 lessons or fewer.' }),
          },
          { error: 'A module has `id`, `title` and `lessons`.' },
        ),
        { error: 'List the modules.' },
      )
      .min(1, { error: 'A course has at least one module.' })
      .max(99, { error: 'A course has 99 modules or fewer.' }),
  },
  { error: 'Write the course as `theme:`, `languages:`, `owners:` and so on; see docs/authoring.md.' },
);
export type CourseFile = z.infer<typeof courseFileSchema>;

const entry = z.strictObject(
  { term: line(120), definition: line(1000) },
  { error: 'Write `{ term: …, definition: … }`.' },
);

export const glossaryFileSchema = z
  .record(slug, inLanguages(entry), { error: 'Write each entry as `name:` with a term per language.' })
  .nullish()
  .transform((value) => value ?? {});
export type GlossaryFile = z.infer<typeof glossaryFileSchema>;
