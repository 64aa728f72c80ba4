// The time that is left: minutes, and seconds only in the last one. It takes no focus, and speaks three times.
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '~/i18n/react';
import { QuizIcon } from './icons';

const spokenAt = [10, 5, 1];

export function Countdown(props: { dueAt: number; left: number; total: number; onUp(): void }) {
  const { dueAt, total } = props;
  const { m, format } = useI18n();
  const text = m.quizzes.time;
  const [left, setLeft] = useState<number | null>(null);
  const [said, say] = useState('');
  const first = useRef(props.left);
  const onUp = useRef(props.onUp);
  onUp.current = props.onUp;
  const spoken = useRef(new Set(spokenAt.filter((minutes) => first.current <= minutes * 60_000)));

  useEffect(() => {
    const end = performance.now() + first.current;
    let timer: number;
    const tick = () => {
      const now = Math.max(0, end - performance.now());
      setLeft(now);
      if (now === 0) return onUp.current();
      // On the next whole minute, or second in the last.
      timer = window.setTimeout(tick, now > 60_000 ? now % 60_000 || 60_000 : now % 1000 || 1000);
    };
    tick();
    return () => window.clearTimeout(timer);
  }, []);

  const minutes = left === null ? null : Math.ceil(left / 60_000);
  useEffect(() => {
    if (minutes === null || !spokenAt.includes(minutes) || spoken.current.has(minutes)) return;
    spoken.current.add(minutes);
    say(text.left({ time: text.minutes({ count: minutes }) }));
  }, [minutes, text]);

  const shown =
    left === null || minutes === null
      ? text.due({ date: format.dateTime(dueAt) })
      : left === 0
        ? text.up
        : text.left({
            time:
              left < 60_000
                ? `0:${String(Math.floor(left / 1000)).padStart(2, '0')}`
                : text.minutes({ count: minutes }),
          });
  const late = left !== null && left < 60_000;
  return (
    <>
      <span
        role="timer"
        className={`inline-flex items-center gap-1.5 tabular-nums ${late ? 'font-semibold text-warning' : ''}`}
      >
        <QuizIcon name="clock" />
        {shown}
      </span>
      <svg
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="order-last block h-1 w-full overflow-hidden rounded-full"
      >
        <rect width="100" height="4" className="fill-line" />
        <rect
          width={(100 * (left ?? first.current)) / total}
          height="4"
          className={late ? 'fill-warning' : 'fill-accent'}
        />
      </svg>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
