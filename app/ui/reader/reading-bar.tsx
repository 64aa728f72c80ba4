// On a screen too narrow for an outline at the side: where one is, what is left, and the outline, in a bar that steps aside while the
// text moves on and comes back as soon as one turns back.
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '~/i18n/react';
import type { ReaderWords } from '~/i18n/reader-words';
import type { LessonData } from '~/ui/learning/lesson-data';
import { MinutesLeft, Outline } from '~/ui/learning/lesson-list';
import { askReader } from '~/ui/learning/reader-commands';
import { ListenIcon } from '~/ui/learning/reader-icons';
import { useReading } from '~/ui/learning/reading';
import { Chevron } from '~/ui/primitives/chevron';

let show: (() => void) | null = null;

/** Brings the bar with its outline open. */
export const showOutline = (): void => show?.();

export const focusOutline = (outline: HTMLElement): void =>
  (outline.querySelector<HTMLElement>('a[aria-current]') ?? outline.querySelector<HTMLElement>('a'))?.focus();

export function ReadingBar({ data, words }: { data: LessonData; words: ReaderWords }) {
  const { m } = useI18n();
  const { lesson, outline } = data;
  const { section } = useReading();
  const [shown, setShown] = useState(false);
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let last = window.scrollY;
    const look = () => {
      const now = window.scrollY;
      if (Math.abs(now - last) < 6) return;
      // Whoever is in it keeps it.
      const within = fold.current?.parentElement?.contains(document.activeElement) ?? false;
      setShown(now > 420 && (now < last || within));
      last = now;
    };
    const close = () => {
      if (fold.current) fold.current.open = false;
    };
    show = () => {
      setShown(true);
      requestAnimationFrame(() => {
        if (!fold.current) return;
        fold.current.open = true;
        focusOutline(fold.current);
      });
    };
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('hashchange', close);
    return () => {
      show = null;
      window.removeEventListener('scroll', look);
      window.removeEventListener('hashchange', close);
    };
  }, []);
  const heading = outline.find(({ id }) => id === section)?.text ?? lesson.title;
  return (
    <div className={`reading-bar ${shown ? 'reading-bar-shown' : ''}`}>
      {outline.length > 1 ? (
        <details ref={fold} className="menu min-w-0 flex-1">
          <summary className="flex min-h-12 min-w-0 cursor-pointer items-center gap-2">
            <span className="sr-only">{words.outline}: </span>
            <span lang={lesson.locale} className="min-w-0 truncate font-medium">
              {heading}
            </span>
            <Chevron />
          </summary>
          <nav
            aria-label={words.outline}
            className="absolute inset-x-0 top-full max-h-[70dvh] overflow-y-auto border-y border-line bg-surface px-4 py-3 shadow-card"
          >
            <Outline outline={outline} lang={lesson.locale} />
          </nav>
        </details>
      ) : (
        <p lang={lesson.locale} className="min-w-0 flex-1 truncate font-medium">
          {lesson.title}
        </p>
      )}
      {lesson.kind === 'reading' && <MinutesLeft minutes={lesson.minutes} short />}
      <button
        type="button"
        aria-label={m.reader.listen}
        onClick={() => askReader({ do: 'listen' })}
        className="-mr-2 flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card text-muted hover:bg-raised"
      >
        <ListenIcon />
      </button>
    </div>
  );
}
