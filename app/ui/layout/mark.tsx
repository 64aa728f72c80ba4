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
        <path d="M4 20C4 9.5 9.5 4.5 16 4.5S28 9.5 28 20" strokeWidth="2.6" />
        <path d="M10.5 19v-6M16 19v-9M21.5 19v-6" strokeWidth="1.9" />
        <path d="M1.5 20h29" strokeWidth="2.6" />
        <path d="M4 20v4M28 20v4" strokeWidth="2.6" />
      </g>
    </svg>
  );
}
