// The words of a paragraph as marks count them: what is read, without what we put there and without the cards behind its terms.

/** Every numbered paragraph of the text, by its number. */
export function blocksIn(article: ParentNode): Map<number, HTMLElement> {
  const blocks = new Map<number, HTMLElement>();
  for (const element of article.querySelectorAll<HTMLElement>('.prose > [data-block]')) {
    const number = Number(element.dataset.block);
    if (number > 0 && !blocks.has(number)) blocks.set(number, element);
  }
  return blocks;
}

export const blockOf = (node: Node | null): HTMLElement | null =>
  (node instanceof Element ? node : (node?.parentElement ?? null))?.closest<HTMLElement>(
    '.prose > [data-block]',
  ) ?? null;

function* textsIn(block: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element
      ? node.matches('[data-mark-said], .term-card')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node as Text;
}

export const textOfBlock = (block: HTMLElement): string =>
  Array.from(textsIn(block), ({ data }) => data).join('');

/** The stretch of a paragraph's text between two places in it; null when it is not that long. */
export function rangeIn(block: HTMLElement, { start, end }: { start: number; end: number }): Range | null {
  const range = document.createRange();
  let passed = 0;
  let begun = false;
  for (const text of textsIn(block)) {
    const next = passed + text.length;
    if (!begun && start < next) {
      range.setStart(text, start - passed);
      begun = true;
    }
    if (begun && end <= next) {
      range.setEnd(text, end - passed);
      return range;
    }
    passed = next;
  }
  return null;
}

export type SelectedWords = { block: number; start: number; quote: string };

/** What is selected of each paragraph of `blocks`, in order. */
export function selectedIn(selection: Selection, blocks: ReadonlyMap<number, HTMLElement>): SelectedWords[] {
  if (selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const found: SelectedWords[] = [];
  for (const [number, block] of blocks) {
    if (!range.intersectsNode(block)) continue;
    const words = wordsWithin(range, block);
    if (words) found.push({ block: number, ...words });
  }
  return found;
}

function wordsWithin(range: Range, block: HTMLElement): Omit<SelectedWords, 'block'> | null {
  let passed = 0;
  let start = -1;
  let quote = '';
  for (const text of textsIn(block)) {
    if (range.intersectsNode(text)) {
      const from = text === range.startContainer ? range.startOffset : 0;
      const to = text === range.endContainer ? range.endOffset : text.length;
      if (to > from) {
        if (start < 0) start = passed + from;
        quote += text.data.slice(from, to);
      }
    }
    passed += text.length;
  }
  const lead = quote.length - quote.trimStart().length;
  const trimmed = quote.trim();
  return trimmed === '' ? null : { start: start + lead, quote: trimmed };
}
