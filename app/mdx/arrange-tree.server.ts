// Readies a checked tree for compiling: comments and references resolved, addresses final, headings and terms numbered.
import { checkUrl } from './check-url.server';
import type { RenderedText, TextInput } from './schema';
import { headingNumberer, isComment, isElement, isPhrasing, literal, type TreeNode, textOf } from './tree';

export type Facts = Pick<RenderedText, 'outline' | 'plain'> & { readable: string };

/** The public address of an asset: immutable, since its digest is in it. */
export function mediaUrl(path: string, input: TextInput): string {
  const asset = input.resources.assets.get(path);
  if (!asset) throw new Error(`Unknown asset ${path}`);
  return `/media/${asset.digest}/${encodeURIComponent(fileName(path))}`;
}

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Changes the tree in place. Returns the outline, `plain` for search (no choices) and `readable` for counting words: what is read
 * from beginning to end, choices too, but neither sources nor what a picture says to those who cannot see it. Only for a tree that
 * `checkTree` found nothing wrong with.
 */
export function arrangeTree(root: TreeNode, input: TextInput): Facts {
  dropComments(root);
  resolveReferences(root);
  const outline: Facts['outline'] = [];
  const numberHeading = headingNumberer();
  let terms = 0;
  let level = 1;
  const visit = (node: TreeNode): void => {
    if (node.type === 'heading') {
      const depth = node.depth ?? 2;
      level = depth;
      const id = numberHeading(depth);
      setProperties(node, { id });
      if (depth === 2 || depth === 3) outline.push({ id, text: squeeze(textOf(node)), level: depth });
    }
    if (node.type === 'link') node.url = linkUrl(node.url ?? '', input);
    if (node.type === 'image') arrangeImage(node, input);
    if (node.name === 'Term' && isElement(node)) setAttribute(node, 'n', String(++terms));
    if (node.name === 'Side' && isElement(node)) setAttribute(node, 'level', String(Math.min(level + 1, 6)));
    groupPhrasing(node);
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return { outline, plain: plainText(root, 'found'), readable: plainText(root, 'read') };
}

function dropComments(node: TreeNode): void {
  if (!node.children) return;
  node.children = node.children.filter((child) => !isComment(child));
  for (const child of node.children) dropComments(child);
}

function resolveReferences(root: TreeNode): void {
  const definitions = new Map<string, TreeNode>();
  const collect = (node: TreeNode): void => {
    if (node.type === 'definition' && node.identifier && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    for (const child of node.children ?? []) collect(child);
  };
  collect(root);
  const resolve = (node: TreeNode): void => {
    if (!node.children) return;
    node.children = node.children.filter((child) => child.type !== 'definition');
    for (const child of node.children) {
      if (child.type === 'linkReference' || child.type === 'imageReference') {
        const definition = definitions.get(child.identifier ?? '');
        child.type = child.type === 'linkReference' ? 'link' : 'image';
        child.url = definition?.url ?? '';
        child.title = definition?.title ?? null;
      }
      resolve(child);
    }
  };
  resolve(root);
}

function linkUrl(url: string, input: TextInput): string {
  const verdict = checkUrl(url, 'link', input.resources);
  // Cannot happen after the check; failing here keeps an unchecked address from ever being rendered.
  if ('problem' in verdict) throw new Error(verdict.problem);
  const { target } = verdict;
  if (target.kind === 'lesson') return `/courses/${input.course}/lessons/${target.id}`;
  if (target.kind === 'asset') return mediaUrl(target.path, input);
  if (target.kind === 'fragment') return `#${target.id}`;
  return target.href;
}

function arrangeImage(node: TreeNode, input: TextInput): void {
  const path = node.url ?? '';
  const asset = input.resources.assets.get(path);
  node.url = mediaUrl(path, input);
  setProperties(node, {
    loading: 'lazy',
    decoding: 'async',
    ...(asset?.width && asset.height ? { width: asset.width, height: asset.height } : {}),
  });
}

/** `<Callout …>words</Callout>` on one line arrives without paragraphs, a lone `<Term>` as a block: even both out. */
function groupPhrasing(node: TreeNode): void {
  if (!node.children) return;
  if (node.name === 'Term') {
    node.children = node.children.flatMap((child) =>
      child.type === 'paragraph' ? (child.children ?? []) : [child],
    );
    return;
  }
  const holdsBlocks =
    node.type === 'root' ||
    node.type === 'blockquote' ||
    node.type === 'listItem' ||
    node.type === 'footnoteDefinition' ||
    node.type === 'mdxJsxFlowElement';
  if (!holdsBlocks) return;
  const grouped: TreeNode[] = [];
  let run: TreeNode | undefined;
  for (const child of node.children) {
    if (child.type === 'mdxJsxFlowElement' && child.name === 'Term') child.type = 'mdxJsxTextElement';
    if (!isPhrasing(child)) {
      run = undefined;
      grouped.push(child);
    } else if (run) {
      // Unravelling drops the white space between two components; their places tell where there was some.
      const before = run.children?.at(-1)?.position?.end;
      const after = child.position?.start;
      const apart = before && after && (before.line !== after.line || before.column !== after.column);
      run.children?.push(...(apart ? [{ type: 'text', value: ' ' }] : []), child);
    } else if (child.type !== 'text' || (child.value ?? '').trim() !== '') {
      run = { type: 'paragraph', children: [child] };
      grouped.push(run);
    }
  }
  node.children = grouped;
  if (ANSWERS.has(node.name ?? '')) unwrapOnlyParagraph(node);
}

/** What stands below a question's text: a label, never a block. */
const ANSWERS = new Set(['Choice', 'Pair', 'Item', 'Accept']);

/** A choice of one paragraph becomes a plain label. */
function unwrapOnlyParagraph(node: TreeNode): void {
  const only = node.children?.[0];
  if (node.children?.length === 1 && only?.type === 'paragraph') node.children = only.children ?? [];
}

function setAttribute(node: TreeNode, name: string, value: string): void {
  node.attributes = [...(node.attributes ?? []), { type: 'mdxJsxAttribute', name, value }];
}

function setProperties(node: TreeNode, properties: Record<string, unknown>): void {
  const before = node.data?.hProperties as Record<string, unknown> | undefined;
  node.data = { ...node.data, hProperties: { ...before, ...properties } };
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'code', 'math']);

/** One line for each block. Keys and feedback are never part of it. */
function plainText(root: TreeNode, use: 'found' | 'read'): string {
  const read = use === 'read';
  const lines: string[] = [];
  const add = (text: string | undefined) => {
    const line = squeeze(text ?? '');
    if (line !== '') lines.push(line);
  };
  const visit = (node: TreeNode): void => {
    if (node.name === 'Accept' || node.name === 'Mistake') return;
    if (ANSWERS.has(node.name ?? '')) {
      if (read) add(textOf(node));
      if (read && node.name === 'Pair') add(literal(node, 'with'));
      return;
    }
    if (read && node.type === 'footnoteDefinition') return;
    if (node.type === 'mdxJsxFlowElement')
      for (const name of read ? ['title', 'caption'] : ['title', 'alt', 'caption']) add(literal(node, name));
    if (BLOCKS.has(node.type)) add(textOf(node));
    else for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return lines.join('\n');
}
