import { useI18n } from '~/i18n/react';

/** How much of something is done. Drawn as SVG, since the page's CSP allows no inline styles. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  const { format } = useI18n();
  const share = total === 0 ? 0 : done / total;
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={`${done} / ${total}`}
        className="min-w-0 flex-1"
      >
        <svg
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          className="block h-1.5 w-full overflow-hidden rounded-full"
          aria-hidden="true"
        >
          <rect width="100" height="6" className="fill-line" />
          <rect width={share * 100} height="6" className="fill-accent" />
        </svg>
      </div>
      <span className="text-sm tabular-nums text-muted">{format.percent(share)}</span>
    </div>
  );
}
