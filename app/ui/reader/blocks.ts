// The numbered blocks of the text on the screen, and how long each takes to read.

export type TextBlock = {
  number: number;
  element: HTMLElement;
  /** The id of the heading the block stands under, or is. */
  section: string | null;
  /** Minutes from the beginning of this block to the end of the text. */
  minutesLeft: number;
};

// As the publishing side counts: Chinese by the character.
const wordsPerMinute = 220;
const charactersPerMinute = 400;

/** `minutes`: what the whole text is said to take. */
export function readBlocks(
  page: HTMLElement,
  outline: readonly { id: string }[],
  minutes: number,
): TextBlock[] {
  const headings = new Set(outline.map(({ id }) => id));
  let section: string | null = null;
  const blocks = [...page.querySelectorAll<HTMLElement>('[data-block]')].map((element) => {
    if (headings.has(element.id)) section = element.id;
    return { number: Number(element.dataset.block), element, section, minutesLeft: minutesOf(element) };
  });
  for (let index = blocks.length - 2; index >= 0; index -= 1) {
    const [block, after] = [blocks[index], blocks[index + 1]];
    if (block && after) block.minutesLeft += after.minutesLeft;
  }
  const share = minutes / Math.max(blocks[0]?.minutesLeft ?? 0, 0.1);
  for (const block of blocks) block.minutesLeft *= share;
  return blocks;
}

function minutesOf(element: HTMLElement): number {
  const text = plainTextOf(element);
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words / wordsPerMinute + characters / charactersPerMinute;
}

/** Not part of the running text: cards of terms, numbers of notes, what the page adds, and forms. */
const aside = '.term-card, sup, form, annotation, button:not(.term), [data-no-text]';

/** What stands in a block, as it would be read out. `without`: more that is left out. */
export function plainTextOf(element: HTMLElement, without = ''): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll(without ? `${aside}, ${without}` : aside)) each.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The block that crosses the line at which people read, a third down the window; the last one above it between two blocks. */
export function blockAtLine(blocks: readonly TextBlock[]): TextBlock | undefined {
  const line = window.innerHeight / 3;
  let low = 0;
  let high = blocks.length - 1;
  let found: TextBlock | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && block.element.getBoundingClientRect().top <= line) {
      found = block;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

export const quietly = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Moves the window and the focus to a block. */
export function goTo(block: TextBlock, options: { focus?: boolean } = {}): void {
  const { element } = block;
  if (options.focus) {
    if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
  element.scrollIntoView({ block: 'start', behavior: quietly() ? 'auto' : 'smooth' });
}
