// The few facts about Markdown syntax trees (mdast with MDX) that checking and arranging share.

export type Place = { line: number; column: number };

export type Attribute = {
  type: string;
  name?: string;
  value?: unknown;
  position?: { start: Place };
};

export type TreeNode = {
  type: string;
  children?: TreeNode[];
  position?: { start: Place; end: Place };
  value?: string;
  /** mdxJsxFlowElement, mdxJsxTextElement */
  name?: string | null;
  attributes?: Attribute[];
  /** heading */
  depth?: number;
  /** link, image, definition */
  url?: string;
  title?: string | null;
  alt?: string | null;
  /** references, definitions, footnotes */
  identifier?: string;
  /** list */
  ordered?: boolean | null;
  data?: Record<string, unknown>;
};

export const isElement = (node: TreeNode): boolean =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

export const isComment = (node: TreeNode): boolean =>
  node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';

const PHRASING = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'inlineMath',
  'break',
  'link',
  'image',
  'linkReference',
  'imageReference',
  'footnoteReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);
export const isPhrasing = (node: TreeNode): boolean => PHRASING.has(node.type);

export const startOf = (node: TreeNode): Place => node.position?.start ?? { line: 1, column: 1 };

/** A literal attribute of a checked element; undefined where it is absent. A bare attribute is the empty string. */
export function literal(node: TreeNode, name: string): string | undefined {
  const found = node.attributes?.find((attribute) => attribute.name === name);
  if (!found) return undefined;
  return typeof found.value === 'string' ? found.value : '';
}

/** The reader's text inside a node: alternative texts count, attributes and comments do not. */
export function textOf(node: TreeNode): string {
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if (isComment(node) || node.type === 'footnoteReference') return '';
  if (node.children) return node.children.map(textOf).join('');
  return node.value ?? '';
}

/** Gives each heading its number by position (`s2`, `s2-1`), so that ids agree between languages. */
export function headingNumberer(): (depth: number) => string {
  const counts: number[] = [];
  return (depth) => {
    const level = Math.max(0, depth - 2);
    counts.length = level + 1;
    for (let i = 0; i <= level; i++) counts[i] ??= 0;
    counts[level] = (counts[level] ?? 0) + 1;
    return `s${counts.join('-')}`;
  };
}

const isBlank = (node: TreeNode): boolean => node.type === 'text' && (node.value ?? '').trim() === '';

/** What an author wrote inside an element: its children without comments and white space. */
export const written = (node: TreeNode): TreeNode[] =>
  (node.children ?? []).filter((child) => !isComment(child) && !isBlank(child));
