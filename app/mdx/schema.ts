// Shapes that leave the pipeline. Browser-safe: zod and types only.
import { z } from 'zod';
import { questionSchema, quizSchema } from './question';

export {
  type ChoiceQuestion,
  type NumericQuestion,
  type PublicQuestion,
  type Question,
  type QuizRules,
  toPublicQuestion,
} from './question';

export const localeSchema = z.enum(['en', 'ms', 'zh-Hans']);
export type Locale = z.infer<typeof localeSchema>;

/** One thing an author must change. `line` and `column` count from 1 in the whole file, front matter included. */
export type Finding = { path: string; line: number; column: number; message: string };

/** An asset of the course, by its path in the course folder (`assets/…`). `digest` is SHA-256 in hex. */
export type Asset = { digest: string; mediaType: string; bytes: number; width?: number; height?: number };

/** A glossary entry in every language. `definition` is plain text. */
export type GlossaryEntry = Record<Locale, { term: string; definition: string }>;

/** What a text may refer to: the assets, glossary and lesson ids of its course. */
export type Resources = {
  assets: ReadonlyMap<string, Asset>;
  glossary: Readonly<Record<string, GlossaryEntry>>;
  lessons: ReadonlySet<string>;
};

/** One text with everything its rendering depends on. `course` is the slug, `path` is only used to name findings. */
export type TextInput = {
  path: string;
  source: string;
  locale: Locale;
  kind: 'reading' | 'quiz';
  course: string;
  resources: Resources;
};

export const segmentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('html'), html: z.string() }),
  z.object({ kind: z.literal('reflect'), id: z.string(), html: z.string(), block: z.number() }),
  z.object({ kind: z.literal('quiz'), id: z.string(), block: z.number() }),
]);
/**
 * A stretch of a text's top level, in order: static HTML, a private note's prompt, or the place of the quiz. `block` is the number
 * of the place among the text's blocks, which count from 1; those in the HTML are its `data-block`.
 */
export type Segment = z.infer<typeof segmentSchema>;

/**
 * One row of two languages: the block in the first and its counterpart in the second, null where there is none. What is alike in
 * both is in `first` only. `stacked` blocks need the whole width, so one stands above the other.
 */
export type Row = { block: number | null; first: Segment | null; second: string | null; stacked: boolean };

const place = { line: z.number(), column: z.number() };

const adviceSchema = z.object({ ...place, message: z.string() });
/** What would make a text better; it may be published all the same. Its place is in the whole file, as a Finding's is. */
export type Advice = z.infer<typeof adviceSchema>;

const shapeSchema = z.object({
  /** The top level's blocks in order: `kind` is in words for the author. */
  blocks: z.array(z.object({ kind: z.string(), ...place })),
  pictures: z.array(z.object({ alt: z.string(), ...place })),
  /** Every use of a glossary term, with the words between its tags. */
  terms: z.array(z.object({ id: z.string(), words: z.string(), ...place })),
});
/** What stands where in a text, to be held against the same lesson in another language. */
export type Shape = z.infer<typeof shapeSchema>;

export const renderedTextSchema = z.object({
  title: z.string(),
  summary: z.string(),
  objectives: z.array(z.string()),
  segments: z.array(segmentSchema),
  outline: z.array(
    z.object({ id: z.string(), text: z.string(), level: z.union([z.literal(2), z.literal(3)]) }),
  ),
  questions: z.array(questionSchema),
  quiz: quizSchema.optional(),
  reflections: z.array(z.object({ id: z.string(), html: z.string() })),
  plain: z.string(),
  words: z.number(),
  minutes: z.number(),
  assets: z.array(z.string()),
  links: z.array(z.string()),
  terms: z.array(z.string()),
  shape: shapeSchema,
  advice: z.array(adviceSchema),
});
/**
 * Everything published of one text. `objectives`: what a reader can do afterwards, plain text, empty where the author names none. `plain` is for search: no choices, keys or feedback. `words` counts words,
 * and Han characters one by one; `minutes` is at least 1. `assets`, `links` and `terms` are in order of first use.
 * `shape` and `advice` are for its authors and are not published.
 */
export type RenderedText = z.infer<typeof renderedTextSchema>;
