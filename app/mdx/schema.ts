// Shapes that leave the pipeline. Browser-safe: zod and types only.
import { z } from 'zod';

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
  z.object({ kind: z.literal('reflect'), id: z.string(), html: z.string() }),
  z.object({ kind: z.literal('quiz'), id: z.string() }),
]);
/** A stretch of a text's top level, in order: static HTML, a private note's prompt, or the place of the quiz. */
export type Segment = z.infer<typeof segmentSchema>;

export const choiceSchema = z.object({
  id: z.string(),
  html: z.string(),
  correct: z.boolean(),
  feedback: z.string(),
});

export const questionSchema = z.object({
  id: z.string(),
  type: z.enum(['single', 'multiple']),
  prompt: z.string(),
  choices: z.array(choiceSchema),
});
/** A question with its key: never leaves the server. `prompt` and `html` are HTML, `feedback` is plain text. */
export type Question = z.infer<typeof questionSchema>;

/** A question as a learner may see it before the attempt is graded. */
export type PublicQuestion = {
  id: string;
  type: 'single' | 'multiple';
  prompt: string;
  choices: { id: string; html: string }[];
};

/** Copies what a learner may see, field by field, so a field added later stays on the server. */
export function toPublicQuestion(question: Question): PublicQuestion {
  return {
    id: question.id,
    type: question.type,
    prompt: question.prompt,
    choices: question.choices.map(({ id, html }) => ({ id, html })),
  };
}

export const renderedTextSchema = z.object({
  title: z.string(),
  summary: z.string(),
  segments: z.array(segmentSchema),
  outline: z.array(
    z.object({ id: z.string(), text: z.string(), level: z.union([z.literal(2), z.literal(3)]) }),
  ),
  questions: z.array(questionSchema),
  quiz: z.object({ id: z.string(), pass: z.number().optional() }).optional(),
  reflections: z.array(z.object({ id: z.string(), html: z.string() })),
  plain: z.string(),
  words: z.number(),
  minutes: z.number(),
  assets: z.array(z.string()),
  links: z.array(z.string()),
  terms: z.array(z.string()),
});
/**
 * Everything published of one text. `plain` is for search: no choices, keys or feedback. `words` counts words,
 * and Han characters one by one; `minutes` is at least 1. `assets`, `links` and `terms` are in order of first use.
 */
export type RenderedText = z.infer<typeof renderedTextSchema>;
