// The panel of notes: beside the text where there is room, over it where not, from below on a phone.
import { Link } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { NoteWords } from '~/i18n/note-words';
import { Button } from '~/ui/primitives/button';
import { Icon } from '~/ui/primitives/icon';
import type { Draft, Drafts } from './drafts';
import type { Mark } from './marks';
import { NoteEditor } from './note-editor';
import { NoteIcon } from './note-icons';
import { printsNotes, setPrintsNotes } from './notes-on-paper';
import type { Place } from './place';
import { RemoveButton } from './remove-button';
import type { Told } from './use-lesson-marks';

type Placed = { mark: Mark; place: Place };

type Props = {
  /** `write`: the note that was begun just now. */
  open: { block: number; write: string | null };
  /** Where the text ends, from the left of the window. */
  textRight: number;
  placed: readonly Placed[];
  pending: ReadonlyMap<string, Draft>;
  drafts: Drafts;
  words: NoteWords;
  told: Told | null;
  onWrite(): void;
  onGo(block: number): void;
  onClose(): void;
};

/** Pixels the panel takes beside the text, at the page's own size of letters. */
const widthBeside = () => 20.5 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

export function NotesPanel(props: Props) {
  const { open, placed, pending, drafts, words, told, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [removed, setRemoved] = useState<Mark | null>(null);
  const [print, setPrint] = useState(printsNotes);
  useShown(dialog, props.textRight, onClose);
  const { block, write } = open;
  useEffect(() => {
    const shown = dialog.current;
    const field = write === null ? null : shown?.querySelector<HTMLElement>(`[data-note="${write}"]`);
    (field ?? shown?.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: false });
    // Another paragraph is another list.
    void block;
  }, [write, block]);
  const here = placed.filter(({ place }) => place.block === block);
  const elsewhere = placed.filter(({ place }) => place.block !== block);
  const quote = here.find(({ mark }) => mark.quoteStart === null)?.mark.quote;
  const remove = (mark: Mark) => {
    drafts.remove(mark);
    setRemoved(mark.kind === 'note' && mark.note === '' ? null : mark);
    dialog.current?.querySelector<HTMLElement>('h2')?.focus();
  };
  return (
    <dialog ref={dialog} aria-labelledby="notes-panel-title" className="note-panel no-print">
      <div className="flex min-h-full flex-col px-5 pt-3 pb-5">
        <div className="flex items-center justify-between gap-3">
          <h2
            id="notes-panel-title"
            tabIndex={-1}
            className="font-sans text-sm font-semibold text-muted outline-none"
          >
            {words.panel}
          </h2>
          <button
            type="button"
            aria-label={words.close}
            className="-mr-2.5 flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card text-muted hover:bg-raised hover:text-ink"
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        <h3 className="mt-1 font-serif text-xl">{words.here({ number: block })}</h3>
        {quote && (
          <p lang={here[0]?.mark.locale} className="mt-1 line-clamp-2 font-serif text-muted">
            {quote}
          </p>
        )}
        <ul className="mt-2 divide-y divide-line">
          {here.map(({ mark, place }) => (
            <li key={mark.id} className="py-4">
              {(mark.quoteStart !== null || place.moved) && (
                <blockquote
                  lang={mark.locale}
                  className="mb-2 line-clamp-4 border-l-2 border-accent pl-3 font-serif whitespace-pre-line"
                >
                  {mark.quote}
                </blockquote>
              )}
              {place.moved && <p className="mb-2 text-sm text-muted">{words.moved}</p>}
              {mark.kind === 'note' ? (
                <NoteEditor
                  mark={mark}
                  draft={pending.get(mark.id)}
                  words={words}
                  told={told?.id === mark.id ? told : null}
                  onChange={(note) => drafts.save({ ...mark, note })}
                  onLeave={drafts.flush}
                  onRemove={() => remove(mark)}
                />
              ) : (
                <div className="flex items-center justify-between gap-3">
                  <span className="inline-flex items-center gap-2 text-sm font-medium text-accent">
                    <NoteIcon name={mark.kind} size={18} />
                    {mark.kind === 'bookmark' ? words.bookmark : words.highlight}
                  </span>
                  <RemoveButton mark={mark} words={words} onRemove={() => remove(mark)} />
                </div>
              )}
              {mark.kind !== 'note' && <Trouble draft={pending.get(mark.id)} words={words} />}
            </li>
          ))}
        </ul>
        <div role="status">
          {removed && (
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
              {words.removed}
              <Button
                type="button"
                tone="plain"
                onClick={() => {
                  drafts.save(removed, true);
                  setRemoved(null);
                }}
              >
                {words.undo}
              </Button>
            </p>
          )}
        </div>
        <Button type="button" tone="quiet" className="mt-2 self-start" onClick={props.onWrite}>
          <NoteIcon name="note" />
          {words.add}
        </Button>
        {elsewhere.length > 0 && (
          <>
            <h3 className="mt-8 mb-1 text-sm font-semibold text-muted font-sans">{words.elsewhere}</h3>
            <ul className="-mx-2">
              {elsewhere.map(({ mark, place }) => (
                <li key={mark.id}>
                  <button
                    type="button"
                    className="flex min-h-11 w-full cursor-pointer items-start gap-2.5 rounded-card px-2 py-2.5 text-left hover:bg-raised"
                    onClick={() => props.onGo(place.block)}
                  >
                    <span className="mt-0.5 text-accent">
                      <NoteIcon name={mark.kind} size={18} />
                    </span>
                    <span className="sr-only">{words.goTo({ number: place.block })}: </span>
                    <span lang={mark.note ? undefined : mark.locale} className="line-clamp-2 min-w-0 text-sm">
                      {mark.note || mark.quote}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 pt-8 text-sm">
          <Link to="/my/notes" className="link inline-flex min-h-11 items-center">
            {words.all}
          </Link>
          <label className="inline-flex min-h-11 cursor-pointer items-center gap-2.5">
            <input
              type="checkbox"
              className="size-5 shrink-0"
              checked={print}
              onChange={(event) => {
                setPrintsNotes(event.currentTarget.checked);
                setPrint(event.currentTarget.checked);
              }}
            />
            {words.print}
          </label>
        </div>
      </div>
    </dialog>
  );
}

/** Why a highlight or bookmark is not saved yet. */
function Trouble({ draft, words }: { draft: Draft | undefined; words: NoteWords }) {
  if (!draft || draft.state === 'dirty' || draft.state === 'sending') return null;
  const said =
    draft.state === 'full'
      ? words.full
      : draft.state === 'signed-out'
        ? words.signedOut
        : draft.state === 'refused'
          ? words.refused
          : words.kept;
  return (
    <p role="status" className="mt-1 text-sm text-warning">
      {said}
    </p>
  );
}

function useShown(
  dialog: { current: HTMLDialogElement | null },
  textRight: number,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  // Decided once, when it opens.
  const [right] = useState(textRight);
  useEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    const from = document.activeElement;
    const beside = document.documentElement.clientWidth - right >= widthBeside();
    if (beside) shown.show();
    else shown.showModal();
    const closed = () => {
      // Back to where the reader was, unless they have gone on by themselves.
      const lost = document.activeElement === document.body || shown.contains(document.activeElement);
      if (lost && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
      close.current();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && beside) shown.close();
    };
    const press = (event: MouseEvent) => {
      if (event.target === shown && !beside) shown.close();
    };
    shown.addEventListener('close', closed);
    shown.addEventListener('keydown', key);
    shown.addEventListener('click', press);
    return () => {
      shown.removeEventListener('close', closed);
      shown.removeEventListener('keydown', key);
      shown.removeEventListener('click', press);
    };
  }, [dialog, right]);
}
