// Brings notes to a lesson once somebody reads it: at the first touch, key or scroll, or when there are notes to show. The page itself
// pays for none of it.
import { type ComponentType, useEffect, useState } from 'react';
import type { Locale } from '~/i18n/locales';
import type { NoteWords } from '~/i18n/note-words';
import { useI18n } from '~/i18n/react';
import type { LessonMarksProps } from './lesson-marks';
import { commandOf, loadMarks, type NotesCommand, notesCommand } from './marks';

type Props = {
  course: string;
  lesson: string;
  /** Of the text that is shown, and its language. */
  digest: string;
  textLocale: Locale;
};
type Tools = {
  LessonMarks: ComponentType<LessonMarksProps>;
  words: NoteWords;
  locale: Locale;
  /** What was asked before they were there. */
  first: NotesCommand | null;
};

const signs = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'wheel', 'scroll', 'focusin'] as const;
/** Milliseconds after which a page that nobody touches asks whether there are notes to show. */
const patience = 1500;

export function MarksWhenUsed(props: Props) {
  const { course, lesson } = props;
  const { locale } = useI18n();
  const [tools, setTools] = useState<Tools | null>(null);
  const ready = tools?.locale === locale;
  useEffect(() => {
    if (ready) return;
    let gone = false;
    let first: NotesCommand | null = null;
    const asked = (event: Event) => {
      first = commandOf(event);
      start();
    };
    const fetchTools = async () => {
      stop();
      const [{ LessonMarks }, { loadNoteWords }] = await Promise.all([
        import('./lesson-marks'),
        import('~/i18n/note-words'),
        loadMarks(course, lesson),
      ]);
      const words = await loadNoteWords(locale);
      if (!gone) setTools({ LessonMarks, words, locale, first });
    };
    const start = () => {
      fetchTools().catch(() => {
        // Without a connection: the next sign tries again.
        if (!gone) listen();
      });
    };
    const look = async () => {
      const marks = await loadMarks(course, lesson);
      if (!gone && marks && marks.annotations.length > 0) start();
    };
    const listen = () => {
      for (const sign of signs) window.addEventListener(sign, start, { passive: true });
    };
    const stop = () => {
      window.clearTimeout(idle);
      for (const sign of signs) window.removeEventListener(sign, start);
    };
    document.addEventListener(notesCommand, asked);
    const idle = window.setTimeout(look, patience);
    if (tools) start();
    else listen();
    return () => {
      gone = true;
      document.removeEventListener(notesCommand, asked);
      stop();
    };
  }, [course, lesson, locale, ready, tools]);
  return ready ? <tools.LessonMarks {...props} words={tools.words} first={tools.first} /> : null;
}
