// The menu of a paragraph and the bar of selected words: the same few things, in the browser's own popover.
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { NoteWords } from '~/i18n/note-words';
import { NoteIcon } from './note-icons';

type Doing = { onNote(): void; onHighlight(): void; onCopy(): void; onClose(): void };
type Has = { notes: number; highlights: number; bookmarked: boolean };

export function MarkMenu(
  props: Doing & {
    anchor: DOMRect;
    block: number;
    has: Has | undefined;
    words: NoteWords;
    onShow(): void;
    onBookmark(): void;
  },
) {
  const { anchor, has, words, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = menu.current;
    if (!shown) return;
    shown.showPopover();
    stand(shown, anchor, 'start');
    shown.querySelector('button')?.focus();
  }, [anchor]);
  useEffect(() => {
    const shown = menu.current;
    const toggled = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') onClose();
    };
    shown?.addEventListener('toggle', toggled);
    return () => shown?.removeEventListener('toggle', toggled);
  }, [onClose]);
  const run = (what: () => void) => () => {
    menu.current?.hidePopover();
    what();
  };
  const count = has ? has.notes + has.highlights + Number(has.bookmarked) : 0;
  return (
    <div
      ref={menu}
      {...{ popover: 'auto' }}
      role="toolbar"
      aria-orientation="vertical"
      aria-label={words.menu({ number: props.block })}
      className="note-menu note-menu-list no-print"
    >
      {count > 0 && (
        <button type="button" onClick={run(props.onShow)}>
          <NoteIcon name="answer" />
          {words.show({ count })}
        </button>
      )}
      <button type="button" onClick={run(props.onNote)}>
        <NoteIcon name="note" />
        {words.note}
      </button>
      <button type="button" onClick={run(props.onHighlight)}>
        <NoteIcon name="highlight" />
        {words.highlight}
      </button>
      <button type="button" onClick={run(props.onBookmark)}>
        <NoteIcon name="bookmark" />
        {has?.bookmarked ? words.unbookmark : words.bookmark}
      </button>
      <button type="button" onClick={run(props.onCopy)}>
        <NoteIcon name="link" />
        {words.copyLink}
      </button>
    </div>
  );
}

/** Takes no focus from the text; Tab goes into it, Escape takes it away. */
export function SelectionBar(props: Doing & { anchor: DOMRect; words: NoteWords }) {
  const { anchor, words, onClose } = props;
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = bar.current;
    if (!shown) return;
    if (!shown.matches(':popover-open')) shown.showPopover();
    stand(shown, anchor, 'middle');
  }, [anchor]);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const inside = bar.current?.contains(document.activeElement);
      if (event.key === 'Escape') onClose();
      else if (event.key === 'Tab' && !event.shiftKey && !inside) {
        event.preventDefault();
        bar.current?.querySelector('button')?.focus();
      }
    };
    document.addEventListener('keydown', key);
    // It stands at words, which scroll away.
    window.addEventListener('scroll', onClose, { passive: true });
    return () => {
      document.removeEventListener('keydown', key);
      window.removeEventListener('scroll', onClose);
    };
  }, [onClose]);
  return (
    <div
      ref={bar}
      {...{ popover: 'manual' }}
      role="toolbar"
      aria-label={words.selection}
      className="note-menu note-menu-row no-print"
      // The selection stays while a button is pressed.
      onPointerDown={(event) => event.preventDefault()}
    >
      <button type="button" onClick={props.onHighlight}>
        <NoteIcon name="highlight" />
        {words.highlight}
      </button>
      <button type="button" onClick={props.onNote}>
        <NoteIcon name="note" />
        {words.note}
      </button>
      <button type="button" onClick={props.onCopy}>
        <NoteIcon name="link" />
        {words.copyLink}
      </button>
      <span role="status" className="sr-only">
        {words.selectionHint}
      </span>
    </div>
  );
}

const gap = 8;

/** Under what it belongs to, or above where there is no room; never outside the window. */
function stand(shown: HTMLElement, anchor: DOMRect, side: 'start' | 'middle'): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { width, height } = shown.getBoundingClientRect();
  const from = side === 'start' ? anchor.left : anchor.left + anchor.width / 2 - width / 2;
  const below = anchor.bottom + gap;
  const top = below + height > clientHeight - gap ? Math.max(gap, anchor.top - gap - height) : below;
  shown.style.left = `${Math.max(gap, Math.min(from, clientWidth - width - gap))}px`;
  shown.style.top = `${top}px`;
}
