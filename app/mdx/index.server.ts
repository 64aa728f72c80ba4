// The only door of the MDX pipeline: one text in; findings, static HTML, questions, facts and digest out.
import { compileText } from './compile-text.server';
import { TextRefused } from './errors';
import { type FrontMatter, splitFrontMatter } from './read-front-matter.server';
import { renderCompiled } from './render-text.server';
import type { Finding, RenderedText, TextInput } from './schema';

export { textDigest } from './digest-text.server';
export { TextRefused } from './errors';
export type { FrontMatter } from './read-front-matter.server';
export type {
  Advice,
  Finding,
  Locale,
  Question,
  RenderedText,
  Resources,
  Shape,
  TextInput,
} from './schema';
export { toPublicQuestion } from './schema';
export { pairBlocks } from './split-blocks';

/** Changes whenever the same text would give other HTML. Stored beside a rendering, and no part of any digest. */
export const RENDERER = 'parkbridge-mdx-3';

/**
 * Everything an author must change before this text can be published, in reading order; empty when nothing.
 * A text that the parser cannot read at all gives its first syntax error only, beside those of its front matter.
 */
export async function checkText(input: TextInput): Promise<Finding[]> {
  const compiled = await compileText(input);
  return 'findings' in compiled ? compiled.findings : [];
}

/** Checks and renders a text. Throws `TextRefused` with every finding if the check fails. */
export async function renderText(input: TextInput): Promise<RenderedText> {
  const compiled = await compileText(input);
  if ('findings' in compiled) throw new TextRefused(compiled.findings);
  return renderCompiled(compiled, input);
}

/**
 * Reads the front matter of a text: YAML 1.2 core schema without tags, anchors or merge keys. `body` is the rest with
 * LF line ends, `bodyLine` the line it begins on, counted from 1. `path` only names the findings.
 */
export function readFrontMatter(
  source: string,
  path = '',
): { data: FrontMatter; body: string; bodyLine: number } | { findings: Finding[] } {
  const { findings, data, body, bodyLine } = splitFrontMatter(source, path);
  return findings.length === 0 && data && body !== undefined ? { data, body, bodyLine } : { findings };
}
