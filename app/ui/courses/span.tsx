// The drawing on the first page: two shores, one span, and its reflection in the water between.

/** Hangers of the arch: every 28 units, from the deck up to a parabola. */
const hangers = Array.from({ length: 11 }, (_, index) => {
  const x = 100 + index * 28;
  return { x, top: 178 - 118 * (1 - ((x - 240) / 168) ** 2) };
});

export function Span({ label }: { label: string }) {
  return (
    <svg viewBox="0 0 480 330" role="img" aria-label={label} className="h-auto w-full">
      <circle cx="350" cy="72" r="34" className="fill-accent-soft" />
      <g fill="none" strokeLinecap="round" className="stroke-line" strokeWidth="2">
        {/* Left shore: the twin towers' city. */}
        <path d="M14 178v-34h16v34M38 178v-62l9-22 9 22v62M62 178v-62l9-22 9 22v62M56 136h6" />
        {/* Right shore: roofs and a block. */}
        <path d="M400 178v-40h20v40M428 178v-74h18v74M400 148h20M428 118h18M428 132h18M428 146h18M454 178v-26h14v26" />
      </g>
      <g fill="none" strokeLinecap="round" className="stroke-accent">
        <path d="M72 178Q240 -58 408 178" strokeWidth="5" />
        {hangers.map(({ x, top }) => (
          <path key={x} d={`M${x} 178V${top.toFixed(1)}`} strokeWidth="1.6" />
        ))}
        <path d="M6 178h468" strokeWidth="4" />
        <path d="M72 178v34M408 178v34" strokeWidth="5" />
      </g>
      <g fill="none" strokeLinecap="round" className="stroke-accent" opacity="0.35">
        <path d="M84 224Q240 330 396 224" strokeWidth="2" strokeDasharray="2 9" />
        <path
          d="M120 214h90M250 214h120M150 236h60M236 236h104M196 258h50M262 258h46M222 280h44"
          strokeWidth="2"
        />
      </g>
    </svg>
  );
}
