import type { LessonState } from '~/domain/learning/rules';
import { useI18n } from '~/i18n/react';

const shapes: Record<LessonState, string> = {
  open: '',
  complete: 'M5 9.5l2.6 2.6L13 6.5',
  changed: 'M5 9.5l2.6 2.6L13 6.5',
  again: 'M12.5 7A4 4 0 1 0 13 10M12.8 4.6V7.2H10.2',
};

/** How a lesson stands: a drawing, and its words for who cannot see it. */
export function StateMark({ state }: { state: LessonState }) {
  const { m } = useI18n();
  const done = state === 'complete' || state === 'changed';
  return (
    <>
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" className="mt-1 shrink-0">
        <circle
          cx="9"
          cy="9"
          r="8"
          strokeWidth="1.5"
          strokeDasharray={state === 'changed' ? '3 2' : undefined}
          className={done ? 'fill-accent-soft stroke-accent' : 'fill-none stroke-control'}
        />
        {shapes[state] && (
          <path
            d={shapes[state]}
            fill="none"
            strokeWidth="1.75"
            strokeLinecap="round"
            strokeLinejoin="round"
            className={done ? 'stroke-accent' : 'stroke-warning'}
          />
        )}
      </svg>
      <span className="sr-only">{m.learning.lesson.states[state]}: </span>
    </>
  );
}
