// The drawings of empty and failed places. All stand on the same ground line, the deck of the bridge; what is not there yet is dotted.
export type DrawingName = 'span' | 'broken' | 'search' | 'record' | 'notes' | 'people';

type Lines = { solid: string; dotted?: string; soft?: string };

const drawings: Record<DrawingName, Lines> = {
  span: {
    solid: 'M22 70v8M122 70v8',
    dotted: 'M22 70C34 26 54 16 72 16s38 10 50 54',
    soft: 'M104 22a9 9 0 1 0 .1 0',
  },
  broken: {
    solid:
      'M22 70C30 40 42 25 56 19M22 70v8M122 70v8M122 70C117 52 111 41 104 33M38 70V40M52 70V21M110 70V42',
    dotted: 'M60 17.5c10-3 26-1 38 9',
  },
  search: {
    solid: 'M66 22a17 17 0 1 0 .1 0M78 51l14 14',
    dotted: 'M108 58h14M106 46h16',
    soft: 'M66 27a12 12 0 1 0 .1 0',
  },
  record: {
    solid: 'M44 70V16h56v54M54 28h36M54 37h36M54 46h18',
    soft: 'M88 46a8 8 0 1 0 .1 0',
    dotted: 'M84 62v8M92 62v8',
  },
  notes: {
    solid: 'M40 70V14h48v56M50 26h28M50 35h28M98 66l16-34 6 3-16 33-7 4z',
    dotted: 'M50 44h28M50 53h18',
  },
  people: {
    solid:
      'M36 34a8 8 0 1 0 .1 0M22 70c0-12 6-18 14-18s14 6 14 18M108 34a8 8 0 1 0 .1 0M94 70c0-12 6-18 14-18s14 6 14 18',
    dotted: 'M44 34C54 22 90 22 100 34',
  },
};

/** Decoration: the words beside it say it all. */
export function Drawing({ name, className = '' }: { name: DrawingName; className?: string }) {
  const { solid, dotted, soft } = drawings[name];
  return (
    <svg
      viewBox="0 0 144 84"
      width="144"
      height="84"
      aria-hidden="true"
      focusable="false"
      className={`shrink-0 ${className}`}
    >
      {soft && <path d={soft} className="fill-accent-soft" />}
      <g fill="none" className="stroke-accent" strokeLinecap="round" strokeLinejoin="round">
        <path d={solid} strokeWidth="2" />
        {dotted && <path d={dotted} strokeWidth="2" strokeDasharray="0.1 6" />}
        <path d={name === 'broken' ? 'M6 70h56M98 70h40' : 'M6 70h132'} strokeWidth="2.5" />
      </g>
    </svg>
  );
}
