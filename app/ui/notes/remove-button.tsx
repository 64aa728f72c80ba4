import type { NoteWords } from '~/i18n/note-words';
import type { Mark } from './marks';

export function RemoveButton({ mark, words, onRemove }: { mark: Mark; words: NoteWords; onRemove(): void }) {
  const about = (mark.note || mark.quote).slice(0, 60);
  return (
    <button
      type="button"
      aria-label={words.removeNote({ words: about })}
      className="-mr-2 inline-flex min-h-11 cursor-pointer items-center rounded-card px-2 text-sm text-muted hover:bg-raised hover:text-danger"
      onClick={onRemove}
    >
      {words.remove}
    </button>
  );
}
