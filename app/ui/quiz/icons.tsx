// The quiz's few signs: drawn in the colour of the text, and never without words beside them.
const drawings = {
  list: ['M8 5h9M8 10h9M8 15h9', 'M3.5 5h.01M3.5 10h.01M3.5 15h.01'],
  check: ['M4 10.5l4 4 8-9'],
  repeat: ['M4 8a6.5 6.5 0 0 1 12-1.5M16 3v4h-4', 'M16 12a6.5 6.5 0 0 1-12 1.5M4 17v-4h4'],
  clock: ['M10 2.75a7.25 7.25 0 1 0 0 14.5 7.25 7.25 0 0 0 0-14.5z', 'M10 6v4l2.75 2'],
  eye: ['M2.5 10S5.25 5 10 5s7.5 5 7.5 5-2.75 5-7.5 5-7.5-5-7.5-5z', 'M10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z'],
  up: ['M10 16V4.5M5 9l5-5 5 5'],
  down: ['M10 4v11.5M5 11l5 5 5-5'],
} as const;

export function QuizIcon({ name }: { name: keyof typeof drawings }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="shrink-0">
      {drawings[name].map((path) => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

/** Right or wrong, as a sign beside the word. */
export function VerdictMark({ right }: { right: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="shrink-0">
      <path
        d={right ? 'M4 10.5l4 4 8-9' : 'M5 5l10 10M15 5L5 15'}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
