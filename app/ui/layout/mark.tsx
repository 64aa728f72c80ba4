import { mark } from '~/drawings/mark';

/** The sign of Parkbridge: two piers and the span between them. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 32 26"
      width={size}
      height={(size * 26) / 32}
      aria-hidden="true"
      focusable="false"
      className="shrink-0 text-accent"
    >
      <g fill="none" stroke="currentColor" strokeLinecap="round">
        {mark.map(({ d, width }) => (
          <path key={d} d={d} strokeWidth={width} />
        ))}
      </g>
    </svg>
  );
}
