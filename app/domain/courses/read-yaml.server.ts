// YAML that was written by hand: plain data only, bounded, and every complaint with its line and column.
import { isAlias, isMap, isNode, isScalar, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Finding } from './findings';

export type Place = { line: number; column: number };
export type YamlRead<T> = {
  /** Null when there are findings. */
  value: T | null;
  findings: Finding[];
  /** Where the value at that path stands; the nearest thing around it when it is not there. */
  locate(path: readonly PropertyKey[]): Place;
};

const mostNodes = 50_000;

/** Parses `text` (YAML 1.2, core schema; no tags, anchors or aliases) and holds it against `schema`. */
export function readYaml<T extends z.ZodType>(text: string, path: string, schema: T): YamlRead<z.output<T>> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const findings: Finding[] = [...document.errors, ...document.warnings].map((problem) => ({
    path,
    ...place(problem.pos[0]),
    message: `This is not valid YAML: ${problem.message}.`,
  }));
  let nodes = 0;
  visit(document, {
    Node: (_key, node) => {
      nodes += 1;
      if (nodes > mostNodes) return visit.BREAK;
      const refuse = (message: string) => findings.push({ path, ...place(node.range?.[0] ?? 0), message });
      if (isAlias(node)) refuse('Aliases (*) are not allowed: write the text out.');
      else if (node.anchor) refuse('Anchors (&) are not allowed: remove it.');
      else if (node.tag) refuse('Tags (!) are not allowed: write plain text.');
      return undefined;
    },
  });
  if (nodes > mostNodes)
    findings.push({
      path,
      line: 1,
      column: 1,
      message: `This file has more than ${mostNodes} values: shorten it.`,
    });

  const locate = (wanted: readonly PropertyKey[]): Place => place(offsetOf(document.contents, wanted));
  if (findings.length > 0) return { value: null, findings, locate };

  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { value: parsed.data, findings: [], locate };
  const found = parsed.error.issues.flatMap((issue) => complaints(issue, document.contents, path, place));
  return { value: null, findings: found, locate };
}

function complaints(
  issue: z.core.$ZodIssue,
  root: ParsedNode | null,
  path: string,
  place: (offset: number) => Place,
): Finding[] {
  const dotted = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path,
      ...place(keyOffset(root, [...issue.path, key])),
      message: `\`${key}\` is not known here: remove it, or check its spelling.`,
    }));
  }
  // A text or one for each language: what is wrong further in says more than that it is neither.
  const within = issue.code === 'invalid_union' ? issue.errors.flat().filter(isWithin) : [];
  if (within.length > 0) {
    return within.flatMap((each) =>
      complaints({ ...each, path: [...issue.path, ...each.path] }, root, path, place),
    );
  }
  // The keys of a record carry their complaint one level down.
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const missing = issue.path.length > 0 && !exists(root, issue.path);
  return [
    {
      path,
      ...place(issue.code === 'invalid_key' ? keyOffset(root, issue.path) : offsetOf(root, issue.path)),
      message: missing
        ? `\`${dotted}\` is missing. ${message}`
        : dotted
          ? `\`${dotted}\`: ${message}`
          : message,
    },
  ];
}

const isWithin = (issue: z.core.$ZodIssue): boolean =>
  issue.path.length > 0 || issue.code === 'unrecognized_keys';

function step(node: unknown, key: PropertyKey): unknown {
  return isNode(node) && 'get' in node && typeof node.get === 'function'
    ? node.get(typeof key === 'symbol' ? String(key) : key, true)
    : undefined;
}

function exists(root: unknown, path: readonly PropertyKey[]): boolean {
  return path.reduce<unknown>(step, root) !== undefined;
}

function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root;
  for (const key of path) {
    const next = step(node, key);
    if (!isNode(next)) break;
    node = next;
  }
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function keyOffset(root: unknown, path: readonly PropertyKey[]): number {
  const parent = path.slice(0, -1).reduce<unknown>(step, root);
  const last = String(path.at(-1));
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === last);
    if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  return offsetOf(root, path.slice(0, -1));
}
