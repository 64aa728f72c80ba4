// What stands where in a text: by this its languages are held against each other.
import type { Shape } from './schema';
import { isElement, literal, startOf, type TreeNode, textOf } from './tree';

/** Surveys an arranged tree. Footnotes are no blocks: they have no number on the page either. */
export function surveyTree(root: TreeNode): Shape {
  const shape: Shape = { blocks: [], pictures: [], terms: [] };
  const place = (node: TreeNode) => {
    const { line, column } = startOf(node.position ? node : (node.children?.[0] ?? node));
    return { line, column };
  };
  for (const node of root.children ?? [])
    if (node.type !== 'footnoteDefinition') shape.blocks.push({ kind: kindOf(node), ...place(node) });
  const visit = (node: TreeNode): void => {
    if (node.type === 'image') shape.pictures.push({ alt: squeeze(node.alt ?? ''), ...place(node) });
    if (isElement(node) && node.name === 'Figure')
      shape.pictures.push({ alt: squeeze(literal(node, 'alt') ?? ''), ...place(node) });
    if (isElement(node) && node.name === 'Term')
      shape.terms.push({ id: literal(node, 'id') ?? '', words: squeeze(textOf(node)), ...place(node) });
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return shape;
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

const kinds: Record<string, string> = {
  paragraph: 'a paragraph',
  blockquote: 'a quotation',
  table: 'a table',
  code: 'code',
  math: 'a formula',
  thematicBreak: 'a rule',
};

/** In words for the author. */
function kindOf(node: TreeNode): string {
  if (node.name) return `<${node.name}>`;
  if (node.type === 'heading') return `a heading of level ${node.depth ?? 2}`;
  if (node.type === 'list') return node.ordered ? 'a numbered list' : 'a list';
  return kinds[node.type] ?? node.type;
}
