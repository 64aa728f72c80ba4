// The HTML tree's own adjustments: numbered blocks, scrolling regions, table alignment by class, no inline styles.
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { labels } from './labels.server';
import type { Locale } from './schema';

/** Before maths and code are rendered: wraps what may be too wide, then numbers the top level's blocks. */
export function arrangeHtml(locale: Locale) {
  const words = labels[locale];
  return () => (tree: Root) => {
    const counts = { table: 0, code: 0, formula: 0 };
    const wrap = (element: Element): ElementContent => {
      const kind = element.tagName === 'table' ? 'table' : isFormula(element) ? 'formula' : 'code';
      counts[kind] += 1;
      // A formula's inner element has no place of its own, and findings about it need one.
      for (const child of element.children) child.position ??= element.position;
      return {
        type: 'element',
        tagName: 'div',
        properties: {
          className: ['scroll', `scroll-${kind}`],
          role: 'region',
          tabIndex: 0,
          ariaLabel: words[kind](counts[kind]),
        },
        children: [element],
      };
    };
    const visit = (parent: { children: (RootContent | ElementContent)[] }): void => {
      parent.children = parent.children.map((child) => {
        if ('children' in child) visit(child);
        if (child.type !== 'element') return child;
        if (child.tagName === 'th' || child.tagName === 'td') alignByClass(child);
        return child.tagName === 'table' || child.tagName === 'pre' ? wrap(child) : child;
      });
      keepClosing(parent);
    };
    visit(tree);
    numberBlocks(tree);
  };
}

/** A component, which hast's own types do not know. */
type ComponentElement = {
  type: 'mdxJsxFlowElement';
  name: string | null;
  attributes: { type: 'mdxJsxAttribute'; name: string; value: string }[];
};

/** Full stops, commas and closing brackets and quotes, Western and Chinese. */
const closing = /^[\p{Pe}\p{Pf}.,;:!?，。、；：！？…]+/u;

/** A term is a button, and a line may break after a button: what closes the phrase is kept on its line. */
function keepClosing(parent: { children: (RootContent | ElementContent)[] }): void {
  for (const [index, child] of parent.children.entries()) {
    const next = parent.children[index + 1];
    if (!isTerm(child) || next?.type !== 'text') continue;
    const [mark] = closing.exec(next.value) ?? [];
    if (!mark) continue;
    next.value = next.value.slice(mark.length);
    parent.children[index] = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['keep'] },
      children: [child, { type: 'text', value: mark }],
    };
  }
}

/** A component, which hast's own types do not know. */
const isTerm = (node: RootContent | ElementContent): node is ElementContent =>
  (node as { type: string; name?: string }).type === 'mdxJsxTextElement' &&
  (node as { name?: string }).name === 'Term';

const isFormula = (pre: Element): boolean => {
  const code = pre.children[0];
  const classes = code?.type === 'element' ? code.properties.className : undefined;
  return Array.isArray(classes) && (classes.includes('math-display') || classes.includes('language-math'));
};

function alignByClass(cell: Element): void {
  const { align } = cell.properties;
  delete cell.properties.align;
  if (cell.tagName === 'th') cell.properties.scope = 'col';
  if (align === 'center' || align === 'right' || align === 'left')
    cell.properties.className = [`align-${align}`];
}

/** These have an id of their own, and are no part of the HTML. */
const places = new Set<string | null>(['Reflect', 'Quiz']);

/**
 * Numbers are positions, so the n-th block of one language is the n-th of another that says the same. Each block can be linked to
 * as `#b<n>`; a heading, which has a name already, by a mark within it.
 */
function numberBlocks(tree: Root): void {
  let n = 0;
  for (const block of tree.children as (RootContent | ComponentElement)[]) {
    if (block.type === 'element') {
      if (block.properties.dataFootnotes !== undefined) continue;
      block.properties.dataBlock = String(++n);
      if (block.properties.id === undefined) block.properties.id = `b${n}`;
      else block.children.unshift(mark(n));
    } else if (block.type === 'mdxJsxFlowElement') {
      block.attributes.push({ type: 'mdxJsxAttribute', name: 'data-block', value: String(++n) });
      if (!places.has(block.name))
        block.attributes.push({ type: 'mdxJsxAttribute', name: 'id', value: `b${n}` });
    }
  }
}

const mark = (n: number): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { id: `b${n}`, className: ['block-mark'] },
  children: [],
});

/** After maths and code are rendered: KaTeX writes inline styles for a few commands, which the page's CSP forbids. */
export function dropStyles() {
  return (tree: Root) => {
    const visit = (node: Root | RootContent): void => {
      if (node.type === 'element') delete node.properties.style;
      if ('children' in node) for (const child of node.children) visit(child);
    };
    visit(tree);
  };
}
