// What a page has to say to its reader: how something went, what to mind.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Tone = 'plain' | 'positive' | 'warning' | 'danger' | 'accent';

const grounds: Record<Tone, string> = {
  plain: 'bg-raised',
  positive: 'bg-positive-soft',
  warning: 'bg-warning-soft',
  danger: 'bg-danger-soft',
  accent: 'bg-accent-soft',
};
const marks: Record<Tone, string> = {
  plain: 'text-muted',
  positive: 'text-positive',
  warning: 'text-warning',
  danger: 'text-danger',
  accent: 'text-accent',
};
const icons: Record<Tone, IconName> = {
  plain: 'info',
  positive: 'check',
  warning: 'alert',
  danger: 'alert',
  accent: 'info',
};

/** A message within the page. Danger is announced at once, the rest politely. */
export function Notice(props: { tone?: Tone; title?: ReactNode; id?: string; children?: ReactNode }) {
  const { tone = 'plain', title, id, children } = props;
  return (
    <div
      id={id}
      role={tone === 'danger' ? 'alert' : 'status'}
      className={`mb-6 flex gap-3 rounded-card border border-transparent px-4 py-3.5 text-ink ${grounds[tone]}`}
    >
      <Icon name={icons[tone]} className={`mt-[0.2em] ${marks[tone]}`} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** One or two words on a soft ground. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-[0.35rem] border border-transparent px-2 py-0.5 text-xs font-semibold whitespace-nowrap ${grounds[tone]} ${tone === 'plain' ? 'text-ink' : marks[tone]}`}
    >
      {children}
    </span>
  );
}
