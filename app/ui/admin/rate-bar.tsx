import { useI18n } from '~/i18n/react';

/** A share with its bar. The number is the truth; the bar is for the eye, drawn on the server as SVG. */
export function RateBar({ rate }: { rate: number | null }) {
  const { format, m } = useI18n();
  if (rate === null) return <NotShown label={m.reports.notShown} />;
  return (
    <span className="inline-flex w-full min-w-32 items-center justify-end gap-3">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-20 shrink-0" aria-hidden="true">
        <rect width="100" height="8" rx="1" className="fill-line" />
        <rect width={Math.round(rate * 1000) / 10} height="8" rx="1" className="fill-accent" />
      </svg>
      <span className="w-12 tabular-nums">{format.percent(rate)}</span>
    </span>
  );
}

/** A number that there is none of, or that is not shown. */
export function NotShown({ label }: { label: string }) {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
