// Draws marks on the text without touching it where the browser can (CSS Custom Highlight API), else with <mark> around the words; and
// tells screen readers of each paragraph that has some.

const names = { highlight: 'marked', note: 'noted' } as const;
export type Painted = { kind: keyof typeof names; range: Range };

const able = (): boolean =>
  typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

/** Draws these and no others. */
export function paint(article: HTMLElement, painted: readonly Painted[]): void {
  if (able()) {
    for (const [kind, name] of Object.entries(names)) {
      const ranges = painted.filter((each) => each.kind === kind).map(({ range }) => range);
      if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
      else CSS.highlights.delete(name);
    }
    return;
  }
  unwrap(article);
  for (const { kind, range } of painted) wrap(range, names[kind]);
}

export function unpaint(article: HTMLElement): void {
  if (able()) for (const name of Object.values(names)) CSS.highlights.delete(name);
  else unwrap(article);
  for (const said of article.querySelectorAll('[data-mark-said]')) said.remove();
}

function unwrap(article: HTMLElement): void {
  for (const mark of article.querySelectorAll('mark[data-mark]')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

function wrap(range: Range, name: string): void {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(
    root.nodeType === Node.TEXT_NODE ? (root.parentNode ?? root) : root,
    NodeFilter.SHOW_TEXT,
  );
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (range.intersectsNode(node)) texts.push(node as Text);
  }
  const { startContainer, startOffset, endContainer, endOffset } = range;
  for (const text of texts) {
    const to = text === endContainer ? endOffset : text.length;
    const from = text === startContainer ? startOffset : 0;
    if (to <= from || text.parentElement?.closest('.term-card, svg, math')) continue;
    const rest = from > 0 ? text.splitText(from) : text;
    if (to - from < rest.length) rest.splitText(to - from);
    const mark = document.createElement('mark');
    mark.dataset.mark = name;
    rest.replaceWith(mark);
    mark.append(rest);
  }
}

/** Says in each paragraph, for who does not see the margin, what is on it; `said` by the paragraph's number. */
export function sayIn(blocks: ReadonlyMap<number, HTMLElement>, said: ReadonlyMap<number, string>): void {
  for (const [number, block] of blocks) {
    const words = said.get(number);
    const there = block.querySelector('[data-mark-said]');
    if (!words) there?.remove();
    else if (there) {
      if (there.textContent !== words) there.textContent = words;
    } else {
      const element = document.createElement('span');
      element.className = 'sr-only select-none';
      element.dataset.markSaid = '';
      // Not to be read out as part of the text.
      element.dataset.noText = '';
      element.textContent = words;
      // A list holds nothing but its items.
      const host = /^[OU]L$/.test(block.tagName) ? block.lastElementChild : block;
      (host ?? block).append(element);
    }
  }
}
