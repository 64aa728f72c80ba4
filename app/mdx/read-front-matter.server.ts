// Takes the front matter off before any compiler sees the text: plain YAML only, bounded, never code.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Finding } from './schema';

export type FrontMatter = { title: string; summary: string; objectives?: string[]; source?: string };

const MAX_BYTES = 8_000;
const MAX_OBJECTIVES = 6;
const EXAMPLE = 'write ---, then title: and summary:, then --- on lines of their own';

/** The source as it counts: no byte order mark, line ends as LF. */
export const normaliseSource = (source: string): string =>
  source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

export type SplitText = { findings: Finding[]; data?: FrontMatter; body?: string; bodyLine: number };

/** As `readFrontMatter`, but gives the body too where only the data is wrong, so that one check finds everything. */
export function splitFrontMatter(source: string, path: string): SplitText {
  const findings: Finding[] = [];
  const say = (line: number, column: number, message: string) =>
    findings.push({ path, line, column, message });
  const lines = normaliseSource(source).split('\n');
  const first = lines[0] ?? '';
  if (first.trimEnd() !== '---') {
    if (first.startsWith('---'))
      say(1, 4, 'Only plain front matter is possible: the first line must be --- and nothing else.');
    else say(1, 1, `The text must begin with its title and summary: ${EXAMPLE}.`);
    return { findings, bodyLine: 1 };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) {
    say(1, 1, 'The front matter has no end: write --- on a line of its own after the summary.');
    return { findings, bodyLine: 1 };
  }
  const yaml = lines.slice(1, end).join('\n');
  const body = lines.slice(end + 1).join('\n');
  const data = readData(yaml, say);
  return { findings, ...(data ? { data } : {}), body, bodyLine: end + 2 };
}

type Say = (line: number, column: number, message: string) => void;

function readData(yaml: string, say: Say): FrontMatter | undefined {
  if (Buffer.byteLength(yaml) > MAX_BYTES) {
    say(
      2,
      1,
      `The front matter is longer than ${MAX_BYTES} bytes: keep only title, summary and objectives there.`,
    );
    return undefined;
  }
  const counter = new LineCounter();
  // `schema: 'core'` knows no custom types; `merge: false` leaves `<<` an ordinary (and so unknown) key.
  const document = parseDocument(yaml, {
    schema: 'core',
    merge: false,
    lineCounter: counter,
    prettyErrors: false,
  });
  const at = (offset: number): [number, number] => {
    const { line, col } = counter.linePos(offset);
    return [Math.max(1, line) + 1, Math.max(1, col)];
  };
  let wrong = false;
  const refuse = (offset: number, message: string) => {
    wrong = true;
    say(...at(offset), message);
  };
  visit(document, {
    Node(_key, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined))
        refuse(
          offset,
          'Anchors (&) and references (*) are not possible in front matter: put the text in quotes.',
        );
      else if ('tag' in node && node.tag !== undefined)
        refuse(offset, 'Tags (!) are not possible in front matter: put the text in quotes.');
    },
  });
  if (wrong) return undefined;
  for (const problem of [...document.errors, ...document.warnings])
    refuse(
      problem.pos[0],
      'This line of the front matter cannot be read: put the text after the colon in "quotes", and each key on its own line once.',
    );
  if (wrong) return undefined;
  if (!isMap(document.contents)) {
    say(
      2,
      1,
      'The front matter must give a title and a summary: write title: … and summary: … on two lines.',
    );
    return undefined;
  }
  const values = new Map<string, string>();
  let objectives: string[] | undefined;
  const offsets = new Map<string, number>();
  for (const { key, value } of document.contents.items) {
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    const name = isScalar(key) ? String(key.value) : '';
    offsets.set(name, offset);
    if (name === 'objectives') objectives = readObjectives(value, offset, refuse);
    else if (name !== 'title' && name !== 'summary' && name !== 'source')
      refuse(
        offset,
        `Front matter has no key "${name.slice(0, 40)}": it takes title, summary, objectives and source.`,
      );
    else if (!isScalar(value) || typeof value.value !== 'string')
      refuse(offset, `The ${name} must be text: put it in "quotes".`);
    else values.set(name, value.value.trim());
  }
  for (const [name, max] of [
    ['title', 200],
    ['summary', 500],
  ] as const) {
    const value = values.get(name);
    if (value === undefined) {
      if (!wrong) refuse(0, `The ${name} is missing: add a line ${name}: and its text.`);
    } else if (value === '') refuse(offsets.get(name) ?? 0, `The ${name} is empty: write it after ${name}:.`);
    else if (value.length > max)
      refuse(offsets.get(name) ?? 0, `The ${name} is longer than ${max} characters: shorten it.`);
  }
  const source = values.get('source');
  if (source !== undefined && !/^[0-9a-f]{64}$/.test(source))
    refuse(
      offsets.get('source') ?? 0,
      'The source must be 64 digits from 0 to f: let "npm run courses -- fresh FILE" write it.',
    );
  const title = values.get('title');
  const summary = values.get('summary');
  if (wrong || title === undefined || summary === undefined) return undefined;
  return {
    title,
    summary,
    ...(objectives ? { objectives } : {}),
    ...(source === undefined ? {} : { source }),
  };
}

/** A list of what a reader can do afterwards: one to six lines of plain text. */
function readObjectives(
  value: unknown,
  offset: number,
  refuse: (offset: number, message: string) => void,
): string[] | undefined {
  if (!isSeq(value)) {
    refuse(offset, 'The objectives are a list: write each on a line of its own, after a hyphen.');
    return undefined;
  }
  if (value.items.length < 1 || value.items.length > MAX_OBJECTIVES)
    refuse(offset, `Name one to ${MAX_OBJECTIVES} objectives: what a reader can do after this lesson.`);
  const seen = new Set<string>();
  return value.items.flatMap((item) => {
    const place = (item as Node | null)?.range?.[0] ?? offset;
    const text = isScalar(item) && typeof item.value === 'string' ? item.value.trim() : '';
    if (text === '') refuse(place, 'Each objective is a text: put it in "quotes".');
    else if (text.length > 200) refuse(place, 'This objective is longer than 200 characters: shorten it.');
    else if (seen.has(text)) refuse(place, 'This objective is here twice: remove it, or write another.');
    seen.add(text);
    return [text];
  });
}
