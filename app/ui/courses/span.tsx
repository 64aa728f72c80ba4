// The drawing of Parkbridge: Kuala Lumpur on one shore, Beijing on the other, one span, and its reflection in the water between.
// The shores keep their shape at any width; only the span stretches.
import { arch, beijing, evenHangers, kualaLumpur, oddHangers, reflection, water } from '~/drawings/bridge';

/** `bleed`: the deck runs on to the edges of the window; what it stands in must clip it. */
export function Span(props: { label: string; className?: string; bleed?: boolean }) {
  const { label, className = 'h-56', bleed = false } = props;
  return (
    <div role="img" aria-label={label} className={`@container relative ${className}`}>
      <svg
        viewBox="0 0 100 100"
        aria-hidden="true"
        className="absolute top-[2%] right-[27%] h-[40%] fill-accent-soft"
      >
        <circle cx="50" cy="50" r="50" />
      </svg>
      <div className="absolute inset-x-0 top-0 bottom-1/4">
        <Shore lines={kualaLumpur} className="left-0" />
        <Shore lines={beijing} className="right-0" />
        <svg
          viewBox="0 0 1000 100"
          preserveAspectRatio="none"
          aria-hidden="true"
          className="absolute inset-x-[16%] h-full w-[68%] @xl:inset-x-[13%] @xl:w-[74%] overflow-visible stroke-accent"
        >
          <path d={arch} fill="none" strokeWidth="4.5" {...unscaled} />
          <path d={evenHangers} fill="none" strokeWidth="1.5" {...unscaled} />
          <path d={oddHangers} fill="none" strokeWidth="1.5" className="@max-xl:hidden" {...unscaled} />
        </svg>
      </div>
      <div
        className={`absolute bottom-1/4 h-1 bg-accent ${bleed ? 'left-1/2 w-screen -translate-x-1/2' : 'inset-x-0 rounded-full'}`}
      />
      <svg
        viewBox="0 0 1000 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="absolute inset-x-[16%] top-3/4 h-1/4 w-[68%] @xl:inset-x-[13%] @xl:w-[74%] overflow-visible stroke-accent"
      >
        <path d="M0 0V62M1000 0V62" fill="none" strokeWidth="4.5" {...unscaled} />
        <g fill="none" strokeLinecap="round" opacity="0.4">
          <path d={reflection} strokeWidth="2" strokeDasharray="0.1 8" {...unscaled} />
          <path d={water} strokeWidth="1.5" {...unscaled} />
        </g>
      </svg>
    </div>
  );
}

const unscaled = { vectorEffect: 'non-scaling-stroke', strokeLinecap: 'round' } as const;

function Shore({ lines, className }: { lines: string; className: string }) {
  return (
    <svg
      viewBox="0 0 180 150"
      aria-hidden="true"
      className={`absolute bottom-0 h-[62%] @xl:h-[76%] fill-paper stroke-control ${className}`}
    >
      <path d={lines} strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
