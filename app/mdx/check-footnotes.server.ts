// Notes that no reader would ever see: those nothing refers to, and all but the first of one name.
import { type Place, startOf, type TreeNode } from './tree';

/** What is wrong with the footnotes of a text, which lie no deeper than `depth`. A note that is missing is still a word: see `checkProse`. */
export function checkFootnotes(root: TreeNode, depth: number): { place: Place; message: string }[] {
  const notes: TreeNode[] = [];
  const used = new Set<string>();
  const collect = (node: TreeNode, left: number): void => {
    if (node.type === 'footnoteDefinition') notes.push(node);
    if (node.type === 'footnoteReference') used.add(node.identifier ?? '');
    if (left > 0) for (const child of node.children ?? []) collect(child, left - 1);
  };
  collect(root, depth);
  const seen = new Set<string>();
  return notes.flatMap((note) => {
    const id = note.identifier ?? '';
    const twice = seen.has(id);
    seen.add(id);
    if (twice)
      return [{ place: startOf(note), message: `The note [^${id}] is here twice: give each its own name.` }];
    if (!used.has(id))
      return [
        {
          place: startOf(note),
          message: `Nothing refers to this note: write [^${id}] where it belongs, or remove it.`,
        },
      ];
    return [];
  });
}
