/** The sign of Parkbridge: two piers and the span between them. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      width="28"
      height="28"
      aria-hidden="true"
      focusable="false"
      className="text-accent"
    >
      <path
        d="M3 24C3 13 9 8 16 8s13 5 13 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M10 24v-6.5M16 24V15M22 24v-6.5M1.5 24h29"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
