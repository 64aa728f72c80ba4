// Listening: a quiet strip at the foot of the window while the text is read aloud.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Locale } from '~/i18n/locales';
import { useI18n } from '~/i18n/react';
import type { ReaderWords } from '~/i18n/reader-words';
import { readingNow } from '~/ui/learning/reading';
import { Icon } from '~/ui/primitives/icon';
import { goTo, type TextBlock } from './blocks';
import { findVoice, speak, spokenOf } from './speech';

const speeds = [0.75, 1, 1.25, 1.5, 2];
const speedKey = 'parkbridge:speed';

type Props = {
  blocks: readonly TextBlock[];
  locale: Locale;
  words: ReaderWords;
  /** Counts the times the key for pausing and going on was pressed. */
  presses: number;
  onClose: () => void;
};

export function Listener({ blocks, locale, words, presses, onClose }: Props) {
  const { m, format } = useI18n();
  const text = words.listen;
  const spoken = useMemo(() => spokenOf(blocks), [blocks]);
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null | undefined>(undefined);
  const [playing, setPlaying] = useState(true);
  const [failed, setFailed] = useState(false);
  const [rate, setRate] = useState(keptSpeed);
  const [index, setIndex] = useState(() => {
    const { block } = readingNow();
    return Math.max(
      0,
      spoken.findIndex((each) => each.block.number >= block),
    );
  });
  // Where within the paragraph to go on after a pause.
  const breath = useRef(0);
  const seen = useRef(presses);

  useEffect(() => {
    let gone = false;
    findVoice(locale).then((found) => {
      if (!gone) setVoice(found);
    });
    return () => {
      gone = true;
    };
  }, [locale]);

  useEffect(() => {
    if (presses === seen.current) return;
    seen.current = presses;
    setPlaying((now) => !now);
  }, [presses]);

  const start = useRef(index);
  start.current = index;
  // One voice at a time: a jump or another speed begins anew, which `turn` counts.
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is what begins anew.
  useEffect(() => {
    if (!voice || !playing) return;
    setFailed(false);
    return speak(
      spoken,
      { index: start.current, breath: breath.current },
      { voice, locale, rate },
      {
        at: (place) => {
          breath.current = place.breath;
          setIndex(place.index);
        },
        done: (broken) => {
          setPlaying(false);
          setFailed(broken);
          if (!broken) {
            breath.current = 0;
            setIndex(0);
          }
        },
      },
    );
  }, [voice, playing, rate, spoken, locale, turn]);

  const element = spoken[index]?.block.element;
  useEffect(() => {
    if (!element || !voice) return;
    element.classList.add('spoken');
    const { top, bottom } = element.getBoundingClientRect();
    const block = spoken[index]?.block;
    if (block && playing && (top < 60 || bottom > window.innerHeight - 110)) goTo(block);
    return () => element.classList.remove('spoken');
  }, [element, voice, spoken, index, playing]);

  const jump = (by: number) => {
    breath.current = 0;
    setIndex(Math.min(spoken.length - 1, Math.max(0, index + by)));
    setTurn(turn + 1);
    setPlaying(true);
  };
  return (
    <section aria-label={text.label} className="listener no-print">
      {voice === null ? (
        <p role="status" className="min-w-0 flex-1 py-2 pl-4">
          {text.noVoice({ language: m.common.languages[locale] })}
        </p>
      ) : (
        <>
          <p
            className="min-w-0 flex-1 truncate pl-4 text-[0.9375rem] text-muted"
            role={failed ? 'alert' : undefined}
          >
            {failed ? text.failed : text.place({ number: index + 1, total: spoken.length })}
          </p>
          <Press label={text.previous} onPress={() => jump(-1)} disabled={index === 0}>
            <path d="M14.5 4.5v11l-8-5.5zM5 4.5v11" />
          </Press>
          <Press
            label={playing ? text.pause : text.play}
            onPress={() => setPlaying(!playing)}
            strong
            disabled={!voice}
          >
            {playing ? <path d="M7 4.5v11M13 4.5v11" /> : <path d="M6.5 4l9 6-9 6z" />}
          </Press>
          <Press label={text.next} onPress={() => jump(1)} disabled={index >= spoken.length - 1}>
            <path d="M5.5 4.5v11l8-5.5zM15 4.5v11" />
          </Press>
          <select
            aria-label={text.speed}
            value={rate}
            onChange={(event) => {
              const speed = Number(event.currentTarget.value);
              keepSpeed(speed);
              setRate(speed);
            }}
            className="min-h-11 cursor-pointer rounded-card bg-transparent pr-7 pl-3 text-[0.9375rem] hover:bg-raised"
          >
            {speeds.map((speed) => (
              <option key={speed} value={speed}>
                {format.number(speed)}×
              </option>
            ))}
          </select>
        </>
      )}
      <button
        type="button"
        aria-label={text.close}
        onClick={onClose}
        className="flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card hover:bg-raised"
      >
        <Icon name="close" />
      </button>
    </section>
  );
}

function Press(props: {
  label: string;
  onPress: () => void;
  disabled?: boolean;
  strong?: boolean;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      onClick={props.onPress}
      disabled={props.disabled}
      className={`flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-full disabled:cursor-default disabled:opacity-45 ${props.strong ? 'bg-accent text-accent-ink' : 'hover:bg-raised'}`}
    >
      <svg
        viewBox="0 0 20 20"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {props.children}
      </svg>
    </button>
  );
}

function keptSpeed(): number {
  try {
    const kept = Number(localStorage.getItem(speedKey));
    return speeds.includes(kept) ? kept : 1;
  } catch {
    return 1;
  }
}

function keepSpeed(speed: number): void {
  try {
    localStorage.setItem(speedKey, String(speed));
  } catch {
    // A private window forgets it.
  }
}
