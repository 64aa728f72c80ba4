// Everything on a lesson's page that needs a script and can wait: where the reader is, the bar on small screens, keys, listening,
// the languages in a dialog, terms and notes that open in place. Nothing here is inserted into the text: what appears, floats.
import { useNavigate } from '@remix-run/react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useI18n } from '~/i18n/react';
import type { ReaderWords } from '~/i18n/reader-words';
import { Languages } from '~/ui/learning/lesson-bar';
import type { LessonData } from '~/ui/learning/lesson-data';
import { lessonPath } from '~/ui/learning/paths';
import { isShortcut, obeyReader, type ReaderCommand } from '~/ui/learning/reader-commands';
import { readingNow, takeLanding } from '~/ui/learning/reading';
import { Icon } from '~/ui/primitives/icon';
import { openAsides } from './asides';
import { goTo, readBlocks, type TextBlock } from './blocks';
import { askMark, keysAreOn } from './keys';
import { KeysSheet } from './keys-sheet';
import { Listener } from './listener';
import './reader.css';
import { focusOutline, ReadingBar, showOutline } from './reading-bar';
import { Sheet } from './sheet';
import { useReadingPlace, useStoppedAt } from './use-reading-place';

export type ReaderToolsProps = { data: LessonData; words: ReaderWords; page: RefObject<HTMLElement> };

export function ReaderTools({ data, words, page }: ReaderToolsProps) {
  const { m, locale } = useI18n();
  const { outline } = data;
  const { minutes } = data.lesson;
  // Read once the text is in the page: with another lesson, text and tools come in one go.
  const [blocks, setBlocks] = useState<readonly TextBlock[]>([]);
  useLayoutEffect(() => {
    if (page.current) setBlocks(readBlocks(page.current, outline, minutes));
  }, [page, outline, minutes]);
  const line = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [open, setOpen] = useState<'keys' | 'languages' | null>(null);
  const [listening, setListening] = useState(false);
  const [presses, setPresses] = useState(0);
  const { slug } = data.course;
  const { signedIn } = data;
  const keeper = useMemo(
    () => ({ course: slug, lesson: data.lesson.slug, signedIn }),
    [slug, data.lesson.slug, signedIn],
  );
  useReadingPlace(keeper, blocks, line);
  const [stopped, forget] = useStoppedAt(keeper, blocks);
  useEffect(() => {
    const landing = blocks.length > 0 ? takeLanding(locale) : null;
    const block = blocks.find(({ number }) => number === landing);
    block?.element.scrollIntoView({ block: 'start' });
  }, [blocks, locale]);
  useEffect(() => (page.current ? openAsides(page.current) : undefined), [page]);

  const { course, lesson, previous, next, beside } = data;
  const listen = () => {
    if (listening) setPresses((count) => count + 1);
    setListening(true);
  };
  const leaveTo = (to: LessonData['next']) => {
    if (!to) return;
    const lng = new URLSearchParams(window.location.search).get('lng');
    navigate(lessonPath(course.slug, to.slug, { lng, beside: beside?.locale }));
  };
  const keys: Record<string, () => void> = {
    j: () => step(blocks, 1),
    k: () => step(blocks, -1),
    n: () => leaveTo(next),
    p: () => leaveTo(previous),
    l: () => setOpen('languages'),
    s: listen,
    o: openOutline,
    b: () => askMark({ kind: 'bookmark', block: blockOf(blocks) }),
    m: () => askMark({ kind: 'note', block: blockOf(blocks) }),
    '?': () => setOpen('keys'),
  };
  const obey = useRef<(command: ReaderCommand) => void>(() => {});
  obey.current = (command) => {
    if ('key' in command) {
      if (keysAreOn()) keys[command.key]?.();
    } else if (command.do === 'listen') setListening(!listening);
    else setOpen(command.do);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // Held down, only the way through the text goes on.
      if (!isShortcut(event) || (event.repeat && event.key !== 'j' && event.key !== 'k')) return;
      obey.current({ key: event.key });
    };
    window.addEventListener('keydown', press);
    const stop = obeyReader((command) => obey.current(command));
    return () => {
      stop();
      window.removeEventListener('keydown', press);
    };
  }, []);

  return (
    <div className="no-print">
      <div className="reading-line" aria-hidden="true">
        <div ref={line} />
      </div>
      <ReadingBar data={data} words={words} />
      {stopped && !listening && (
        <div className="resume">
          <button
            type="button"
            className="flex min-h-11 min-w-0 cursor-pointer items-center gap-3 rounded-l-full py-2 pr-2 pl-5 text-left font-semibold"
            onClick={() => {
              goTo(stopped, { focus: true });
              forget();
            }}
          >
            <span className="text-accent">
              <DownIcon />
            </span>
            <span className="min-w-0 truncate">{words.resume}</span>
          </button>
          <button
            type="button"
            aria-label={words.dismiss}
            className="flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-r-full text-muted hover:text-ink"
            onClick={forget}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      {listening && (
        <Listener
          blocks={blocks}
          locale={lesson.locale}
          words={words}
          presses={presses}
          onClose={() => setListening(false)}
        />
      )}
      {open === 'keys' && <KeysSheet words={words} marks={data.signedIn} onClose={() => setOpen(null)} />}
      {open === 'languages' && (
        <LanguagesSheet
          data={data}
          title={m.reader.readIn}
          close={words.dismiss}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function LanguagesSheet(props: { data: LessonData; title: string; close: string; onClose: () => void }) {
  return (
    <Sheet small label={props.title} onClose={props.onClose}>
      {(close) => (
        <div className="p-3">
          <Languages data={props.data} name="sheet" />
          <button
            type="button"
            className="mt-2 flex min-h-11 w-full cursor-pointer items-center border-t border-line px-3 text-muted hover:bg-raised"
            onClick={close}
          >
            {props.close}
          </button>
        </div>
      )}
    </Sheet>
  );
}

/** The block with the focus, else the one being read. */
function blockOf(blocks: readonly TextBlock[]): number {
  const focused = blocks.find(({ element }) => element.contains(document.activeElement));
  return focused?.number ?? Math.max(1, readingNow().block);
}

function step(blocks: readonly TextBlock[], by: 1 | -1): void {
  const here = blocks.findIndex(({ element }) => element === document.activeElement);
  const reading = blocks.findIndex(({ number }) => number === readingNow().block);
  const to =
    here >= 0 ? here + by : by > 0 && reading >= 0 && !isAtTop(blocks[reading]) ? reading + by : reading;
  const block = blocks[Math.min(blocks.length - 1, Math.max(0, to))];
  if (block) goTo(block, { focus: true });
}

/** Nothing of the block has been passed yet: it is the one to begin with. */
const isAtTop = (block: TextBlock | undefined): boolean =>
  block !== undefined && block.element.getBoundingClientRect().top > 100;

/** The outline beside the text gets the focus; on a small screen the one in the bar opens. */
function openOutline(): void {
  const side = document.querySelector<HTMLElement>('.lesson-side .outline-list');
  if (side?.checkVisibility()) focusOutline(side);
  else showOutline();
}

function DownIcon() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path
        d="M10 3.5v12M5 11l5 5 5-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
