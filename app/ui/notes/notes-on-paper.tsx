// The notes after the text, when the lesson is printed and the reader wants them there.
import type { NoteWords } from '~/i18n/note-words';
import type { Mark } from './marks';

const key = 'parkbridge:print-notes';

export function printsNotes(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

export function setPrintsNotes(on: boolean): void {
  try {
    if (on) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {}
}

export function NotesOnPaper({ marks, words }: { marks: readonly Mark[]; words: NoteWords }) {
  const written = marks.filter(({ kind, note }) => kind === 'note' && note !== '');
  if (written.length === 0) return null;
  return (
    <section className="note-paper">
      <h2 className="text-2xl">{words.panel}</h2>
      {written.map(({ id, block, quote, note, locale }) => (
        <div key={id} className="mt-4">
          <p className="text-sm">{words.here({ number: block })}</p>
          <blockquote lang={locale} className="mt-1 border-l-2 border-line pl-3 font-serif">
            {quote}
          </blockquote>
          <p className="mt-1 whitespace-pre-wrap">{note}</p>
        </div>
      ))}
    </section>
  );
}
