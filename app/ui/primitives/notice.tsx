import type { ReactNode } from 'react';

export type Tone = 'plain' | 'positive' | 'warning' | 'danger' | 'accent';

const tones: Record<Tone, string> = {
  plain: 'border-line bg-raised text-ink',
  positive: 'border-positive/40 bg-positive-soft text-positive',
  warning: 'border-warning/40 bg-warning-soft text-warning',
  danger: 'border-danger/40 bg-danger-soft text-danger',
  accent: 'border-accent/40 bg-accent-soft text-accent',
};

/** A message within the page. Danger is announced at once, the rest politely. */
export function Notice({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={`mb-6 rounded-card border px-4 py-3 ${tones[tone]}`}
    >
      {children}
    </div>
  );
}

/** One or two words on a soft ground. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-[0.8125rem] font-semibold leading-5 whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
