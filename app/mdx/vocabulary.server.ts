// The components an author may use, as data: attributes, where each may stand, and what it may hold.
import { z } from 'zod';
import { isFileName } from './find-names';
import { DECIMAL, questionAttributes } from './question-attributes.server';
import { WAIT } from './read-quiz.server';

export type UrlUse = 'image' | 'video' | 'captions' | 'download' | 'page';

export type Component = {
  /** A bare attribute arrives as `true`, every other as its string. */
  attributes: z.ZodType;
  /** Names for messages, in the order authors are taught. */
  names: readonly string[];
  /** `top`: the text's top level only. `block`: on lines of its own. `inline`: inside a sentence. */
  place: 'top' | 'block' | 'inline';
  /** The only components it may stand directly in. */
  within?: string;
  holds: 'nothing' | 'words' | 'words or nothing' | 'blocks' | 'one ordered list' | { only: string };
  /** Attributes that name a file or an address, and what it must be. */
  urls?: Readonly<Record<string, UrlUse>>;
  example: string;
};

const ID = /^[a-z][a-z0-9-]{0,63}$/;
const id = z
  .string('write an id in quotes')
  .regex(ID, 'use small letters, digits and hyphens, beginning with a letter');
const words = (max: number) =>
  z
    .string('write its text in quotes')
    .refine((value) => value.trim() !== '', 'write something between the quotes')
    .refine((value) => value.length <= max, `keep it to ${max} characters`);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `choose one of ${values.join(', ')}`);
const address = z.string('write the address in quotes');
const flag = z.literal(true, 'write the word alone, without a value, or leave it out');
const wholeTo = (most: number) =>
  z
    .string('write a whole number in quotes')
    .regex(/^[1-9]\d{0,3}$/, `write a whole number from 1 to ${most}`)
    .refine((value) => Number(value) <= most, `write a whole number from 1 to ${most}`);

const table: Record<string, Component> = {
  Callout: {
    attributes: z.strictObject({
      kind: oneOf(['note', 'tip', 'warning', 'example']),
      title: words(200).optional(),
    }),
    names: ['kind', 'title'],
    place: 'block',
    holds: 'blocks',
    example: '<Callout kind="note" title="…">…</Callout>',
  },
  Figure: {
    attributes: z.strictObject({
      src: address,
      alt: words(1000).refine(
        (alt) => !isFileName(alt),
        'say what the picture shows, not the name of its file',
      ),
      caption: words(500).optional(),
    }),
    names: ['src', 'alt', 'caption'],
    place: 'block',
    holds: 'nothing',
    urls: { src: 'image' },
    example: '<Figure src="assets/….svg" alt="…" caption="…" />',
  },
  Video: {
    attributes: z
      .strictObject({
        src: address.optional(),
        poster: address.optional(),
        captions: address.optional(),
        href: address.optional(),
        title: words(200),
      })
      .superRefine((video, ctx) => {
        const say = (path: string, message: string) =>
          ctx.addIssue({ code: 'custom', path: [path], message });
        if (video.src !== undefined && video.href !== undefined)
          say('href', 'keep either src (a file of this course) or href (an address elsewhere), not both');
        else if (video.src === undefined && video.href === undefined)
          say('src', 'give src (a file of this course) or href (an address elsewhere)');
        else if (video.src !== undefined && video.captions === undefined)
          say('captions', 'add captions="assets/….vtt", so that nobody depends on hearing it');
        else if (video.href !== undefined) {
          if (video.poster !== undefined) say('poster', 'leave it out: a link to a video shows no picture');
          if (video.captions !== undefined)
            say('captions', 'leave it out: a link to a video carries no captions');
        }
      }),
    names: ['src', 'poster', 'captions', 'href', 'title'],
    place: 'block',
    holds: 'nothing',
    urls: { src: 'video', poster: 'image', captions: 'captions', href: 'page' },
    example: '<Video src="assets/….webm" captions="assets/….vtt" title="…" />',
  },
  Term: {
    attributes: z.strictObject({ id }),
    names: ['id'],
    place: 'inline',
    holds: 'words',
    example: '<Term id="incubator">incubators</Term>',
  },
  Compare: {
    attributes: z.strictObject({}),
    names: [],
    place: 'block',
    holds: { only: 'Side' },
    example: '<Compare> with two <Side> in it',
  },
  Side: {
    attributes: z.strictObject({ park: id, title: words(100) }),
    names: ['park', 'title'],
    place: 'block',
    within: 'Compare',
    holds: 'blocks',
    example: '<Side park="mranti" title="MRANTI">…</Side>',
  },
  Steps: {
    attributes: z.strictObject({}),
    names: [],
    place: 'block',
    holds: 'one ordered list',
    example: '<Steps> around a list that begins with 1.',
  },
  Reflect: {
    attributes: z.strictObject({ id }),
    names: ['id'],
    place: 'top',
    holds: 'blocks',
    example: '<Reflect id="my-park">…</Reflect>',
  },
  Download: {
    attributes: z.strictObject({ src: address, title: words(200) }),
    names: ['src', 'title'],
    place: 'block',
    holds: 'nothing',
    urls: { src: 'download' },
    example: '<Download src="assets/….csv" title="…" />',
  },
  Quiz: {
    attributes: z.strictObject({
      id,
      pass: wholeTo(100).optional(),
      attempts: wholeTo(99).optional(),
      wait: z
        .string('write a time in quotes')
        .regex(WAIT, 'write a number with m, h or d for minutes, hours or days, like 24h')
        .optional(),
      minutes: wholeTo(600).optional(),
      shuffle: z
        .union([z.literal(true), z.literal('choices')], 'write the word alone, or shuffle="choices"')
        .optional(),
      review: oneOf(['after-pass', 'always', 'never']).optional(),
    }),
    names: ['id', 'pass', 'attempts', 'wait', 'minutes', 'shuffle', 'review'],
    place: 'top',
    holds: { only: 'Question' },
    example: '<Quiz id="check-foundations">…</Quiz>',
  },
  Question: {
    attributes: questionAttributes({ id, words, flag, oneOf }),
    names: ['id', 'type', 'answer', 'tolerance', 'unit', 'ask-unit', 'right', 'wrong', 'fixed'],
    place: 'block',
    within: 'Quiz',
    holds: 'blocks',
    example: '<Question id="q1" type="single">…</Question>',
  },
  Choice: {
    attributes: z.strictObject({
      id,
      correct: flag.optional(),
      last: flag.optional(),
      feedback: words(1000),
    }),
    names: ['id', 'correct', 'last', 'feedback'],
    place: 'block',
    within: 'Question',
    holds: 'words',
    example: '<Choice id="a" feedback="…">…</Choice>',
  },
  Accept: {
    attributes: z.strictObject({
      unit: words(30).optional(),
      factor: z
        .string('write a number in quotes')
        .regex(DECIMAL, 'write a number like 1000 or 0.001')
        .refine((factor) => /[1-9]/.test(factor) && !factor.startsWith('-'), 'write a number above zero')
        .optional(),
    }),
    names: ['unit', 'factor'],
    place: 'block',
    within: 'Question',
    holds: 'words or nothing',
    example: '<Accept>…</Accept>',
  },
  Mistake: {
    attributes: z.strictObject({ answer: words(200), feedback: words(1000) }),
    names: ['answer', 'feedback'],
    place: 'block',
    within: 'Question',
    holds: 'nothing',
    example: '<Mistake answer="…" feedback="…" />',
  },
  Pair: {
    attributes: z.strictObject({ id, with: words(200) }),
    names: ['id', 'with'],
    place: 'block',
    within: 'Question',
    holds: 'words',
    example: '<Pair id="a" with="…">…</Pair>',
  },
  Item: {
    attributes: z.strictObject({ id }),
    names: ['id'],
    place: 'block',
    within: 'Question',
    holds: 'words',
    example: '<Item id="a">…</Item>',
  },
};

/** A Map, not an object: `constructor` and `__proto__` are not components. */
export const vocabulary: ReadonlyMap<string, Component> = new Map(Object.entries(table));
