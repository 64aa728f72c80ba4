// Notes, highlights and bookmarks on a lesson's paragraphs: a handle in the margin of the paragraph at hand, a sign at each that has
// something, a menu, a bar for selected words, and the panel where notes are written. The text itself is not touched.
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { quoteLimit } from '~/domain/learning/rules';
import type { Locale } from '~/i18n/locales';
import type { NoteWords } from '~/i18n/note-words';
import { readingNow } from '~/ui/learning/reading';
import { useToast } from '~/ui/primitives/toast';
import { MarkMenu, SelectionBar } from './mark-menu';
import { commandOf, type Mark, type NotesCommand, notesCommand } from './marks';
import { NoteIcon } from './note-icons';
import './notes.css';
import { NotesOnPaper, printsNotes } from './notes-on-paper';
import { NotesPanel } from './notes-panel';
import { type Painted, paint, sayIn, unpaint } from './paint';
import { type Place, placeOf } from './place';
import { blockOf, blocksIn, rangeIn, type SelectedWords, selectedIn, textOfBlock } from './text-of-block';
import { useLessonMarks } from './use-lesson-marks';

export type LessonMarksProps = {
  course: string;
  lesson: string;
  /** Of the text that is shown, and its language. */
  digest: string;
  textLocale: Locale;
  words: NoteWords;
  /** What was asked before this was there. */
  first: NotesCommand | null;
};

/** Characters of a paragraph that stand for it in a list. */
const beginning = 240;
/** Paragraphs that one selection may highlight. */
const mostAtOnce = 40;

type Spot = { number: number; top: number; left: number; narrow: boolean };

export function LessonMarks(props: LessonMarksProps) {
  const { digest, textLocale, words, first } = props;
  const layer = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const [article, setArticle] = useState<HTMLElement | null>(null);
  useEffect(() => setArticle(layer.current?.closest('article') ?? null), []);
  const { marks, pending, drafts, add, told, forgetTold } = useLessonMarks(props);
  const say = useToast();

  // The text changes under us: another language, another edition. Then everything is found anew.
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` says that the text is another.
  const blocks = useMemo(
    () => (article ? blocksIn(article) : new Map<number, HTMLElement>()),
    [article, turn],
  );
  const texts = useMemo(
    () => new Map([...blocks].map(([number, block]) => [number, textOfBlock(block)])),
    [blocks],
  );
  const placed = useMemo(
    () => marks.map((mark) => ({ mark, place: placeOf(mark, { digest, locale: textLocale, texts }) })),
    [marks, digest, textLocale, texts],
  );
  const byBlock = useMemo(() => groupByBlock(placed), [placed]);

  useEffect(() => {
    if (!article) return;
    const painted = placed.flatMap(({ mark, place }): Painted[] => {
      const block = blocks.get(place.block);
      const range = block && place.words && mark.kind !== 'bookmark' ? rangeIn(block, place.words) : null;
      return range ? [{ kind: mark.kind === 'note' ? 'note' : 'highlight', range }] : [];
    });
    paint(article, painted);
    sayIn(
      blocks,
      new Map([...byBlock].map(([number, own]) => [number, words.marked({ what: words.has(own.has) })])),
    );
  }, [article, blocks, placed, byBlock, words]);
  useEffect(() => {
    if (!article) return;
    return () => unpaint(article);
  }, [article]);

  const spots = useSpots(layer, article, blocks, setTurn);
  const [at, setAt] = useState<number | null>(null);
  const [menu, setMenu] = useState<{ block: number; anchor: DOMRect } | null>(null);
  const [panel, setPanel] = useState<{ block: number; write: string | null } | null>(null);
  const selected = useSelected(blocks);

  const quoteOf = (number: number) =>
    (texts.get(number) ?? '').replace(/\s+/g, ' ').trimStart().slice(0, beginning);
  const plainQuote = (number: number) => beginningOf(texts.get(number) ?? '', beginning);

  const writeNote = (number: number, on?: SelectedWords) => {
    const mark = add({
      kind: 'note',
      block: number,
      quote: on ? on.quote.slice(0, quoteLimit) : plainQuote(number),
      quoteStart: on ? on.start : null,
    });
    setPanel({ block: number, write: mark.id });
  };
  const highlight = (number: number, on?: SelectedWords) => {
    const quote = on ? on.quote.slice(0, quoteLimit) : plainQuote(number);
    const quoteStart = on ? on.start : null;
    const known = marks.some(
      (mark) =>
        mark.kind === 'highlight' &&
        mark.block === number &&
        mark.quote === quote &&
        mark.quoteStart === quoteStart,
    );
    if (!known) add({ kind: 'highlight', block: number, quote, quoteStart });
    say(words.highlighted);
  };
  const bookmark = (number: number) => {
    const there = byBlock.get(number)?.marks.filter(({ kind }) => kind === 'bookmark') ?? [];
    for (const mark of there) drafts?.remove(mark);
    if (there.length === 0)
      add({ kind: 'bookmark', block: number, quote: plainQuote(number), quoteStart: null });
    say(there.length > 0 ? words.unbookmarked : words.bookmarked);
  };
  const copyLink = async (number: number) => {
    const url = new URL(window.location.href);
    url.search = '';
    url.hash = `b${number}`;
    try {
      await navigator.clipboard.writeText(url.href);
      say(words.copied);
    } catch {
      say(words.notCopied, 'failed');
    }
  };

  const command = useRef<(asked: NotesCommand) => void>(() => {});
  command.current = ({ kind, block }) => {
    if (!blocks.has(block)) return;
    if (kind === 'bookmark') bookmark(block);
    else
      writeNote(
        block,
        selected.words.find((each) => each.block === block),
      );
  };
  useEffect(() => {
    const obey = (event: Event) => {
      const asked = commandOf(event);
      if (asked) command.current(asked);
    };
    document.addEventListener(notesCommand, obey);
    return () => document.removeEventListener(notesCommand, obey);
  }, []);
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (done || !first || !drafts || blocks.size === 0) return;
    setDone(true);
    command.current(first);
  }, [first, done, drafts, blocks]);

  const leave = useCallback((next: number | null) => {
    // Whoever is on it by keyboard keeps it.
    if (next !== null || document.activeElement !== handle.current) setAt(next);
  }, []);
  useHover(article, blocks, leave);
  const spotOf = (number: number) => spots.find((spot) => spot.number === number);
  const spot = at === null ? undefined : spotOf(at);
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const order = spots.map(({ number }) => number);
    const next = order[Math.min(order.length - 1, Math.max(0, order.indexOf(at ?? 0) + by))];
    if (next === undefined) return;
    setAt(next);
    blocks.get(next)?.scrollIntoView({ block: 'nearest' });
  };
  const attach = () => {
    if (at !== null && isInSight(blocks.get(at))) return;
    const { block } = readingNow();
    const seen = spots.find(({ number }) => isInSight(blocks.get(number)))?.number;
    setAt(isInSight(blocks.get(block)) ? block : (seen ?? spots[0]?.number ?? null));
  };
  const closeMenu = useCallback(() => setMenu(null), []);

  return (
    <div ref={layer} className="note-layer no-print">
      <button
        ref={handle}
        type="button"
        className="note-handle"
        data-at={at === null ? undefined : ''}
        aria-haspopup="true"
        aria-expanded={menu !== null}
        aria-label={words.handle({
          number: at ?? 1,
          words: at === null ? '' : `${quoteOf(at).slice(0, 60)}…`,
        })}
        title={words.handleKeys}
        // Without a margin it stands in the gap above its paragraph, not on the words.
        style={spot && { top: spot.narrow ? spot.top - 32 : spot.top, left: spot.left }}
        onFocus={attach}
        onBlur={() => {
          if (!menu && !panel) setAt(null);
        }}
        onKeyDown={step}
        onClick={() => {
          const anchor = handle.current?.getBoundingClientRect();
          if (at !== null && anchor) setMenu({ block: at, anchor });
        }}
      >
        <NoteIcon name="more" />
      </button>
      {spots.map(({ number, top, left, narrow }) => {
        const own = byBlock.get(number);
        // The handle takes the sign's place while it is there.
        if (!own || number === at) return null;
        const what = words.has(own.has);
        return (
          <button
            key={number}
            type="button"
            className={narrow ? 'note-sign-narrow' : ''}
            style={narrow ? { top, right: 'calc(var(--gutter) * -1)' } : { top, left }}
            aria-label={words.openMarks({ number, what })}
            title={what}
            onClick={() => setPanel({ block: number, write: null })}
          >
            <NoteIcon
              name={own.has.notes > 0 ? 'note' : own.has.bookmarked ? 'bookmark' : 'highlight'}
              size={narrow ? 16 : 18}
            />
          </button>
        );
      })}
      {menu && (
        <MarkMenu
          anchor={menu.anchor}
          block={menu.block}
          has={byBlock.get(menu.block)?.has}
          words={words}
          onClose={closeMenu}
          onShow={() => setPanel({ block: menu.block, write: null })}
          onNote={() => writeNote(menu.block)}
          onHighlight={() => highlight(menu.block)}
          onBookmark={() => bookmark(menu.block)}
          onCopy={() => void copyLink(menu.block)}
        />
      )}
      {selected.anchor && !menu && (
        <SelectionBar
          anchor={selected.anchor}
          words={words}
          onClose={selected.forget}
          onNote={() => {
            const on = selected.words[0];
            if (on) writeNote(on.block, on);
            selected.clear();
          }}
          onHighlight={() => {
            for (const on of selected.words.slice(0, mostAtOnce)) highlight(on.block, on);
            selected.clear();
          }}
          onCopy={() => {
            const on = selected.words[0];
            if (on) void copyLink(on.block);
            selected.clear();
          }}
        />
      )}
      {panel && drafts && (
        <NotesPanel
          open={panel}
          textRight={blocks.get(panel.block)?.getBoundingClientRect().right ?? Number.POSITIVE_INFINITY}
          placed={placed}
          pending={pending}
          drafts={drafts}
          words={words}
          told={told}
          onWrite={() => writeNote(panel.block)}
          onGo={(number) => {
            blocks.get(number)?.scrollIntoView({ block: 'center' });
            setPanel({ block: number, write: null });
          }}
          onClose={() => {
            drafts.flush();
            for (const mark of marks) drafts.tidy(mark);
            forgetTold();
            setPanel(null);
          }}
        />
      )}
      {article && printsNotes() && createPortal(<NotesOnPaper marks={marks} words={words} />, article)}
    </div>
  );
}

/** The beginning of a text, cut between two words where it has such. */
function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return space > most / 2 ? cut.slice(0, space) : cut;
}

type Has = { notes: number; highlights: number; bookmarked: boolean };
type InBlock = { marks: Mark[]; has: Has };

function groupByBlock(placed: readonly { mark: Mark; place: Place }[]): Map<number, InBlock> {
  const groups = new Map<number, InBlock>();
  for (const { mark, place } of placed) {
    let group = groups.get(place.block);
    if (!group) {
      group = { marks: [], has: { notes: 0, highlights: 0, bookmarked: false } };
      groups.set(place.block, group);
    }
    group.marks.push(mark);
    if (mark.kind === 'note') group.has.notes += 1;
    else if (mark.kind === 'highlight') group.has.highlights += 1;
    else group.has.bookmarked = true;
  }
  return groups;
}

function isInSight(block: HTMLElement | undefined): boolean {
  if (!block) return false;
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > 60 && top < window.innerHeight - 60;
}

/** Where in the margin each paragraph's sign stands; measured anew when the text is laid out anew, or is another. */
function useSpots(
  layer: { current: HTMLElement | null },
  article: HTMLElement | null,
  blocks: ReadonlyMap<number, HTMLElement>,
  changed: (turn: (turn: number) => number) => void,
): Spot[] {
  const [spots, setSpots] = useState<Spot[]>([]);
  useEffect(() => {
    if (!article) return;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const origin = layer.current?.getBoundingClientRect();
      if (!origin) return;
      const edge = document.documentElement.clientWidth - 48;
      setSpots(
        [...blocks].map(([number, block]) => {
          const { top, right } = block.getBoundingClientRect();
          const narrow = right > edge;
          return {
            number,
            top: top - origin.top - 8,
            left: Math.min(right + 4, edge) - origin.left,
            narrow,
          };
        }),
      );
    };
    const soon = () => {
      frame ||= requestAnimationFrame(measure);
    };
    const size = new ResizeObserver(soon);
    size.observe(article);
    const text = new MutationObserver(() => {
      if ([...blocks.values()].some((block) => !block.isConnected)) changed((turn) => turn + 1);
    });
    text.observe(article, { childList: true, subtree: true });
    soon();
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      text.disconnect();
    };
  }, [layer, article, blocks, changed]);
  return spots;
}

/** Milliseconds the handle stays after a tap. */
const stays = 5000;

/** The paragraph at hand: under the pointer, or tapped. What lies in the margin beside it keeps it. */
function useHover(
  article: HTMLElement | null,
  blocks: ReadonlyMap<number, HTMLElement>,
  setAt: (at: number | null) => void,
): void {
  useEffect(() => {
    if (!article) return;
    const numberOf = (target: EventTarget | null) => {
      const block = target instanceof Node ? blockOf(target) : null;
      const number = Number(block?.dataset.block);
      return block && blocks.get(number) === block ? number : null;
    };
    // The pointer that brought all this rests on a paragraph already.
    if (matchMedia('(hover: hover)').matches) setAt(numberOf(article.querySelector('[data-block]:hover')));
    let timer: number | undefined;
    const over = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return;
      const number = numberOf(event.target);
      if (number !== null) setAt(number);
    };
    const out = (event: PointerEvent) => {
      const to = event.relatedTarget;
      if (event.pointerType !== 'mouse' || (to instanceof Element && to.closest('article, .note-menu')))
        return;
      setAt(null);
    };
    const tap = (event: MouseEvent) => {
      const { target } = event;
      const touch = !(event instanceof PointerEvent) || event.pointerType !== 'mouse';
      if (
        !touch ||
        !(target instanceof Element) ||
        target.closest('a, button, input, textarea, summary, label')
      )
        return;
      if (!window.getSelection()?.isCollapsed) return;
      setAt(numberOf(target));
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setAt(null), stays);
    };
    article.addEventListener('pointermove', over, { passive: true });
    article.addEventListener('pointerout', out);
    article.addEventListener('click', tap);
    return () => {
      window.clearTimeout(timer);
      article.removeEventListener('pointermove', over);
      article.removeEventListener('pointerout', out);
      article.removeEventListener('click', tap);
    };
  }, [article, blocks, setAt]);
}

type Selected = { words: SelectedWords[]; anchor: DOMRect | null };
const nothing: Selected = { words: [], anchor: null };

/** The words of the text that are selected, once the reader has stopped selecting. */
function useSelected(blocks: ReadonlyMap<number, HTMLElement>) {
  const [selected, setSelected] = useState(nothing);
  useEffect(() => {
    let timer: number | undefined;
    let pressed = false;
    const look = () => {
      const selection = window.getSelection();
      // Focus in the bar itself changes nothing.
      if (!selection || pressed) return;
      const words = selectedIn(selection, blocks);
      const rects = words.length > 0 ? selection.getRangeAt(0).getClientRects() : [];
      const anchor = rects[rects.length - 1] ?? null;
      setSelected(words.length > 0 && anchor ? { words, anchor } : nothing);
    };
    const soon = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(look, 200);
    };
    const press = () => {
      pressed = true;
    };
    const release = () => {
      pressed = false;
      soon();
    };
    document.addEventListener('selectionchange', soon);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', soon);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, [blocks]);
  return {
    ...selected,
    forget: () => setSelected(nothing),
    clear: () => {
      window.getSelection()?.removeAllRanges();
      setSelected(nothing);
    },
  };
}
