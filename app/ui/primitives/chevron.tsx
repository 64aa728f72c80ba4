/** Says that something unfolds, and turns over when it has. Stands in the summary of a details element. */
export function Chevron() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className="chevron shrink-0">
      <path
        d="M3 5.5l5 5 5-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
