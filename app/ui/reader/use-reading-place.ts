// Follows the reader through the text: which block, which section, what is left; and keeps the place.
import { type RefObject, useEffect, useState } from 'react';
import { tellReading } from '~/ui/learning/reading';
import { blockAtLine, type TextBlock } from './blocks';
import { findPlace, keepPlace, type PlaceKeeper } from './position';

const keepAfter = 3000;

/** Calls `move` at every change of place, at most once a frame: `share` of the text is above the reader's line. */
export function useReadingPlace(
  keeper: PlaceKeeper,
  blocks: readonly TextBlock[],
  line: RefObject<HTMLElement>,
): void {
  useEffect(() => {
    let frame = 0;
    let shown = 0;
    let kept = 0;
    let timer: number | undefined;
    // Not before the reader moves: whoever has just opened the lesson is not at its beginning, but on the way to their place.
    let moved = false;
    const keep = () => {
      window.clearTimeout(timer);
      timer = undefined;
      if (shown === kept || shown === 0 || !moved) return;
      kept = shown;
      keepPlace(keeper, shown);
    };
    const look = () => {
      frame = 0;
      const block = blockAtLine(blocks);
      const left = block?.minutesLeft ?? blocks[0]?.minutesLeft ?? 0;
      tellReading({
        block: block?.number ?? 0,
        section: block?.section ?? null,
        minutesLeft: Math.round(left),
      });
      drawLine(line.current, blocks);
      if (!block || block.number === shown) return;
      shown = block.number;
      if (moved && !document.hidden) timer ??= window.setTimeout(keep, keepAfter);
    };
    const ask = () => {
      frame ||= requestAnimationFrame(look);
    };
    const scrolled = () => {
      moved = true;
      ask();
    };
    const leave = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    look();
    window.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('resize', ask);
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', keep);
    return () => {
      keep();
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('resize', ask);
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', keep);
      tellReading(null);
    };
  }, [keeper, blocks, line]);
}

/** How much of the text is above the bottom of the window. */
function drawLine(line: HTMLElement | null, blocks: readonly TextBlock[]): void {
  const first = blocks[0]?.element;
  const last = blocks.at(-1)?.element;
  if (!line || !first || !last) return;
  const top = first.getBoundingClientRect().top;
  const height = last.getBoundingClientRect().bottom - top;
  const share = Math.min(1, Math.max(0, (window.innerHeight - top) / Math.max(height, 1)));
  line.style.transform = `scaleX(${top > 0 && window.scrollY < 40 ? 0 : share})`;
}

/** The block at which the reader stopped last time, when it is not on the screen they begin with anyway. */
export function useStoppedAt(keeper: PlaceKeeper, blocks: readonly TextBlock[]) {
  const [stopped, setStopped] = useState<TextBlock | null>(null);
  useEffect(() => {
    // A link to a place says where to begin; a lesson that is done is read again from its beginning.
    if (window.location.hash) return;
    let gone = false;
    findPlace(keeper).then((place) => {
      const block = blocks.find(({ number }) => number === place);
      if (gone || !block) return;
      if (
        block.element.getBoundingClientRect().top + window.scrollY > window.innerHeight * 1.2 &&
        window.scrollY < window.innerHeight
      )
        setStopped(block);
    });
    return () => {
      gone = true;
    };
  }, [keeper, blocks]);
  return [stopped, () => setStopped(null)] as const;
}
