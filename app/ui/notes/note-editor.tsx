// One note being written: saved as one types, with its state said beside it. Too long a text is never cut, only not sent.
import { noteLimit } from '~/domain/learning/rules';
import type { NoteWords } from '~/i18n/note-words';
import { useI18n } from '~/i18n/react';
import type { Draft } from './drafts';
import type { Mark } from './marks';
import { RemoveButton } from './remove-button';
import type { Told } from './use-lesson-marks';

/** Characters left from which on the counter is worth looking at. */
const nearly = 1000;

export function NoteEditor(props: {
  mark: Mark;
  draft: Draft | undefined;
  words: NoteWords;
  told: Told | null;
  onChange(note: string): void;
  onLeave(): void;
  onRemove(): void;
}) {
  const { mark, draft, words, told } = props;
  const { format } = useI18n();
  const left = noteLimit - mark.note.length;
  const id = `note-${mark.id}`;
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {words.yours}
      </label>
      <textarea
        id={id}
        data-note={mark.id}
        rows={5}
        value={mark.note}
        aria-describedby={`${id}-state`}
        aria-invalid={left < 0 ? true : undefined}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onBlur={props.onLeave}
        className="block field-sizing-content max-h-[50dvh] min-h-32 w-full resize-y rounded-card border border-control bg-paper px-3 py-2.5 text-ink aria-[invalid=true]:border-danger"
      />
      <div className="flex items-start justify-between gap-3">
        <div id={`${id}-state`} className="min-w-0 py-2.5 text-sm">
          <p role="status" className={left < 0 ? 'font-medium text-danger' : 'text-muted'}>
            {left < 0 ? words.over({ over: format.number(-left) }) : stateSaid(draft, mark, words)}
            {left >= 0 && left < nearly && ` · ${words.left({ left: format.number(left) })}`}
          </p>
          {told && <p className="text-warning">{told.what === 'merged' ? words.merged : words.newer}</p>}
        </div>
        <RemoveButton mark={mark} words={words} onRemove={props.onRemove} />
      </div>
    </>
  );
}

function stateSaid(draft: Draft | undefined, mark: Mark, words: NoteWords): string {
  if (!draft) return mark.note === '' ? words.onlyYou : words.saved;
  switch (draft.state) {
    case 'sending':
      return words.saving;
    case 'kept':
      return words.kept;
    case 'signed-out':
      return words.signedOut;
    case 'full':
      return words.full;
    case 'refused':
      return words.refused;
    default:
      return mark.note === '' ? words.onlyYou : words.unsaved;
  }
}
