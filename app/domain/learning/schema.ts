// The reader's forms, as the server reads them.

import { z } from 'zod';
import type { Locale } from '~/i18n/locales';
import { annotationKinds, lastBlock, noteLimit, plainLineEnds, quoteLimit } from './rules';

/** SHA-256 (hex) of the text that was on the page; every form of a lesson sends it back. */
export const textDigestSchema = z
  .string({ error: 'form-damaged' })
  .regex(/^[0-9a-f]{64}$/, { error: 'form-damaged' });

export const reflectionSchema = z.object({
  text: textDigestSchema,
  note: z
    .string()
    .default('')
    .transform(plainLineEnds)
    .refine((note) => note.length <= noteLimit, { error: 'note-too-long' }),
  /** The version the answer was written from; a form without one knew what is stored. */
  version: z
    .string()
    .regex(/^\d{1,15}$/, { error: 'form-damaged' })
    .transform(Number)
    .optional(),
});

/** The number of the edition whose changes were on the page. */
export const reviewSchema = z.object({
  edition: z.coerce
    .number({ error: 'form-damaged' })
    .int({ error: 'form-damaged' })
    .min(1, { error: 'form-damaged' }),
});

const wholeNumber = (most: number) =>
  z.coerce
    .number({ error: 'form-damaged' })
    .int({ error: 'form-damaged' })
    .min(0, { error: 'form-damaged' })
    .max(most, { error: 'form-damaged' });

const noteText = z
  .string()
  .default('')
  .transform(plainLineEnds)
  .refine((note) => note.length <= noteLimit, { error: 'note-too-long' });

/** A UUID made by the device, in small letters. */
export const annotationIdSchema = z
  .string({ error: 'form-damaged' })
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, { error: 'form-damaged' });

const version = wholeNumber(Number.MAX_SAFE_INTEGER);

/** A note, highlight or bookmark, as a device sends it; its id is in the address. */
export const annotationSchema = z.object({
  kind: z.enum(annotationKinds, { error: 'form-damaged' }),
  block: wholeNumber(lastBlock),
  text: textDigestSchema,
  quote: z
    .string()
    .default('')
    .transform(plainLineEnds)
    .refine((quote) => quote.length <= quoteLimit, { error: 'quote-too-long' }),
  quoteStart: z
    .union([z.literal(''), wholeNumber(10_000_000)])
    .optional()
    .transform((start) => (start === '' || start === undefined ? null : start)),
  note: noteText,
  version: version.default(0),
});

export const removalSchema = z.object({ version });

/** Where a note is, as its form in the list of notes says. */
const lessonNamed = { course: z.string().max(200).default(''), lesson: z.string().max(200).default('') };

export const removedNoteSchema = z.object({ id: annotationIdSchema, version, ...lessonNamed });

/** A note that was deleted a moment ago. */
export const restoredNoteSchema = annotationSchema
  .omit({ version: true })
  .extend({ id: annotationIdSchema, ...lessonNamed });

/** An answer to a Reflect, changed in the list of notes; `was`: what it said before. */
export const changedAnswerSchema = z.object({
  id: z.string({ error: 'form-damaged' }).max(200, { error: 'form-damaged' }),
  text: textDigestSchema,
  version,
  note: noteText,
  was: z.string().default('').transform(plainLineEnds),
  ...lessonNamed,
});

/** A note that is there, changed in the list of notes. */
export const changedNoteSchema = z.object({ id: annotationIdSchema, version, note: noteText });

export const positionSchema = z.object({ block: wholeNumber(lastBlock).min(1, { error: 'form-damaged' }) });

export const noteKinds = [...annotationKinds, 'answer'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** What a filter leaves out is not filtered by. */
export type NotesFilter = {
  q?: string | undefined;
  course?: string | undefined;
  kind?: NoteKind | undefined;
};

/** Characters of a search that are looked at. */
export const searchLimit = 200;

/** The list's GET form. A value that is not offered is as if it were not there: an old link still opens. */
export const notesFilterSchema = z.object({
  q: z
    .string()
    .optional()
    .catch(undefined)
    .transform((q) => q?.slice(0, searchLimit).trim() || undefined),
  course: z
    .string()
    .max(200)
    .optional()
    .catch(undefined)
    .transform((course) => course || undefined),
  kind: z.enum(noteKinds).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const sentLater = {
  /** The account it was written under, as the device knows it. */
  owner: z.string({ error: 'form-damaged' }).max(64, { error: 'form-damaged' }),
  /** Made by the device, so that sending it twice does it once. */
  delivery: annotationIdSchema,
  course: z.string({ error: 'form-damaged' }).max(200, { error: 'form-damaged' }),
  lesson: z.string({ error: 'form-damaged' }).max(200, { error: 'form-damaged' }),
};
const target = annotationIdSchema;

/** What a device wrote without a connection and sends once it is back. */
export const deliverySchema = z.discriminatedUnion(
  'what',
  [
    z.object({ what: z.literal('completion'), ...sentLater, text: textDigestSchema }),
    reflectionSchema.extend({
      what: z.literal('reflection'),
      ...sentLater,
      target: z.string({ error: 'form-damaged' }).max(200, { error: 'form-damaged' }),
    }),
    annotationSchema.extend({ what: z.literal('annotation'), ...sentLater, target }),
    removalSchema.extend({ what: z.literal('removal'), ...sentLater, target }),
  ],
  { error: 'form-damaged' },
);
export type Delivery = z.infer<typeof deliverySchema>;

/** A stretch of a paragraph as a comparison of two texts has it. */
export type Run = { kind: 'same' | 'added' | 'removed'; text: string };

/** A paragraph that came, went, or has other words: `runs` are its words in reading order, what went before what came for it. */
export type Difference = { kind: 'added' | 'removed'; text: string } | { kind: 'changed'; runs: Run[] };

/** Somebody who completed a course and has no record of it. */
export type Owed = { enrolmentId: number; name: string; course: string; courseTitle: string };

/** A record that can be renewed now, and the required lessons that changed in substance since they were completed. */
export type Renewal = {
  recordId: string;
  course: string;
  lessons: { slug: string; title: string; lang: Locale }[];
};
