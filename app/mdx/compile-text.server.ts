// The one call of the MDX compiler: body only, nothing from disk, and our check over the compiler's own parse.
import { bundleMDX } from 'mdx-bundler';
import rehypeHighlight from 'rehype-highlight';
import rehypeKatex from 'rehype-katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { adviseQuiz } from './advise-quiz.server';
import { arrangeHtml, dropStyles } from './arrange-html.server';
import { arrangeTree, type Facts } from './arrange-tree.server';
import { checkTree, type Used } from './check-tree.server';
import { explainSyntax } from './explain-syntax.server';
import { labels } from './labels.server';
import { type FrontMatter, normaliseSource, splitFrontMatter } from './read-front-matter.server';
import type { Advice, Finding, Locale, Shape, TextInput } from './schema';
import { surveyTree } from './survey-tree.server';
import type { Place, TreeNode } from './tree';

const MAX_BYTES = 200_000;
const MAX_CONTAINERS = 24;
const MAX_INDENT = 100;
const MAX_OPEN = 500;
const MAX_MARKS = 2_000;
const MAX_LINES = 2_000;

export type Compiled = {
  code: string;
  front: FrontMatter;
  facts: Facts;
  used: Used;
  shape: Shape;
  advice: Advice[];
};

/** Checks and compiles. Gives either every finding or code that is known to hold nothing of the author's but data. */
export async function compileText(input: TextInput): Promise<{ findings: Finding[] } | Compiled> {
  const tooMuch = findExcess(input);
  if (tooMuch) return { findings: [tooMuch] };
  const { findings, data, body, bodyLine } = splitFrontMatter(input.source, input.path);
  if (body === undefined) return { findings };
  const seen: Seen = { findings: [], parts: undefined };
  // As many empty lines as the front matter had: every position is one in the whole file, and the text can
  // never begin with the --- that front matter readers look for.
  const code = await compile('\n'.repeat(bodyLine - 1) + body, input, seen);
  const all = [...findings, ...seen.findings];
  if (all.length > 0) return { findings: all };
  if (code === undefined || !data || !seen.parts) throw new Error(`${input.path} was not compiled`);
  return { code, front: data, ...seen.parts };
}

type Seen = { findings: Finding[]; parts: Omit<Compiled, 'code' | 'front'> | undefined };

/**
 * Bounds that keep the parser itself quick, so they are looked at before it runs. Its work grows with the square of
 * the marks in one paragraph: 80,000 asterisks took four minutes, 2,000 take a fraction of a second.
 */
function findExcess({ source, path }: TextInput): Finding | undefined {
  if (source.length > MAX_BYTES || Buffer.byteLength(source) > MAX_BYTES)
    return {
      path,
      line: 1,
      column: 1,
      message: `This text is larger than ${MAX_BYTES / 1000} kB: split it into several lessons.`,
    };
  let open = 0;
  let block = { lines: 0, marks: 0 };
  for (const [index, line] of normaliseSource(source).split('\n').entries()) {
    if (line.trim() === '') block = { lines: 0, marks: 0 };
    block.lines += 1;
    block.marks += line.match(/[*_~$[\]!`<{&\\]/g)?.length ?? 0;
    for (const [tag] of line.matchAll(/<\/?[A-Za-z]|\/>/g))
      open = Math.max(0, open + (tag.startsWith('</') || tag === '/>' ? -1 : 1));
    const [containers = ''] = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))*/.exec(line) ?? [];
    const depth = containers.match(/>|[-*+](?=[ \t])|\d[.)]/g)?.length ?? 0;
    const indent = /^[ \t]*/.exec(containers)?.[0].length ?? 0;
    const message =
      depth > MAX_CONTAINERS || indent > MAX_INDENT || open > MAX_OPEN
        ? 'Too many lists, quotations or components are nested here: make the text flatter.'
        : block.marks > MAX_MARKS || block.lines > MAX_LINES
          ? 'This paragraph or table is too long or has too many signs in it: divide it with an empty line.'
          : undefined;
    if (message) return { path, line: index + 1, column: 1, message };
  }
  return undefined;
}

class Refused extends Error {}

async function compile(source: string, input: TextInput, seen: Seen): Promise<string | undefined> {
  const say = (place: Place | undefined, message: string) =>
    seen.findings.push({ path: input.path, line: place?.line ?? 1, column: place?.column ?? 1, message });

  const remarkCheck = () => (tree: unknown) => {
    const root = tree as TreeNode;
    const { findings, used } = checkTree(root, input);
    seen.findings.push(...findings);
    if (findings.length > 0) throw new Refused();
    const facts = arrangeTree(root, input);
    seen.parts = { facts, used, shape: surveyTree(root), advice: adviseQuiz(root) };
  };
  const rehypeReport = () => (_tree: unknown, file: { messages: KatexMessage[] }) => {
    for (const message of file.messages)
      if (message.source === 'rehype-katex') say(startOfPlace(message.place), explainFormula(message));
    if (seen.findings.length > 0) throw new Refused();
  };

  try {
    const { code } = await bundleMDX({
      source,
      // gray-matter runs front matter that says it is JavaScript. The source cannot begin with any (see above);
      // should that ever fail, these engines do nothing.
      grayMatterOptions: () => ({ engines: { yaml: nothing, json: nothing, javascript: nothing } }),
      mdxOptions: () => ({
        development: false,
        jsxImportSource: 'react',
        tableCellAlignToStyle: false,
        remarkPlugins: [[remarkGfm, { singleTilde: false }], remarkMath, remarkCheck],
        remarkRehypeOptions: footnoteOptions(input.locale),
        rehypePlugins: [
          arrangeHtml(input.locale),
          // `trust: false` refuses \href and \includegraphics; MathML needs neither fonts nor styles.
          [rehypeKatex, { output: 'mathml', trust: false, strict: 'ignore', maxExpand: 500, maxSize: 20 }],
          [rehypeHighlight, { detect: false }],
          dropStyles,
          rehypeReport,
        ],
      }),
      esbuildOptions: (options) => ({
        ...options,
        logLevel: 'silent',
        tsconfigRaw: '{}',
        plugins: [sealed, ...(options.plugins ?? []).filter(({ name }) => name !== 'node-resolve')],
      }),
    });
    return code;
  } catch (error) {
    if (seen.findings.length > 0) return undefined;
    const cause = causeOf(error);
    if (cause instanceof RangeError) say(undefined, 'This text is nested too deeply: make it flatter.');
    else if (isParserMessage(cause))
      say(startOfPlace(cause.place) ?? placeInWords(cause.reason), explainSyntax(cause));
    else throw error;
    return undefined;
  }
}

const nothing = { parse: () => ({}), stringify: () => '' };

/** Lets the bundler see its entry and React's runtime (a given variable), and nothing else: no file, no package. */
const sealed: import('esbuild').Plugin = {
  name: 'sealed',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'entry-point' || path === 'react/jsx-runtime'
        ? undefined
        : { errors: [{ text: `Refused to resolve ${path}` }] },
    );
    build.onLoad({ filter: /.*/, namespace: 'file' }, ({ path, pluginData }) =>
      (pluginData as { inMemory?: boolean } | undefined)?.inMemory
        ? undefined
        : { errors: [{ text: `Refused to load ${path}` }] },
    );
  },
};

function footnoteOptions(locale: Locale) {
  const words = labels[locale];
  return {
    clobberPrefix: 'note-',
    footnoteLabel: words.notes,
    footnoteLabelTagName: 'h2',
    footnoteLabelProperties: { className: ['footnotes-title'] },
    footnoteBackLabel: (index: number, mention: number) => words.backToText(index + 1, mention),
  };
}

type PointOrPosition = Place | { start: Place } | undefined;
type KatexMessage = { source?: string; place?: PointOrPosition; cause?: unknown };

const startOfPlace = (place: PointOrPosition): Place | undefined =>
  place && 'start' in place ? place.start : place;

/** Where a tag is still open at the end, the parser gives the place of its opening in words only. */
function placeInWords(reason: string): Place | undefined {
  const [, line, column] = /\((\d+):(\d+)/.exec(reason) ?? [];
  return line && column ? { line: Number(line), column: Number(column) } : undefined;
}

function explainFormula({ cause }: KatexMessage): string {
  if (cause instanceof RangeError) return 'This formula is nested too deeply: divide it into several.';
  const said = cause instanceof Error ? cause.message : '';
  const detail =
    said
      .replace(/^KaTeX parse error: /, '')
      .split('\n')[0]
      ?.slice(0, 120) ?? '';
  return `This formula cannot be read (${detail}): correct it, or write \\$ if you mean the dollar sign.`;
}

/** mdx-bundler reports through esbuild, which keeps the parser's own message as the detail of its first error. */
function causeOf(error: unknown): unknown {
  const first = (error as { errors?: { detail?: unknown }[] } | null)?.errors?.[0]?.detail;
  const cause = (first as { cause?: unknown } | undefined)?.cause;
  return cause ?? first ?? error;
}

type ParserMessage = { reason: string; place?: PointOrPosition; source?: string; ruleId?: string };

const isParserMessage = (value: unknown): value is ParserMessage =>
  typeof value === 'object' && value !== null && 'reason' in value && typeof value.reason === 'string';
