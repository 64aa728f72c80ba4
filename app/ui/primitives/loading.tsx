// While one waits: a line for a page on its way, a shape for a part of a page.
import { useNavigation } from '@remix-run/react';
import { useI18n } from '~/i18n/react';

/** Shows that another page is on its way, once that takes longer than a moment (see motion.css). */
export function NavigationLine() {
  const { m } = useI18n();
  return useNavigation().state === 'idle' ? null : (
    <div role="progressbar" aria-label={m.common.loading} className="nav-line no-print" />
  );
}

const lengths = ['w-11/12', 'w-full', 'w-4/5', 'w-3/5'] as const;

/** Lines of text that are not there yet. Say in words, once, what is being fetched. */
export function Skeleton({ lines = 3, label }: { lines?: 1 | 2 | 3 | 4; label: string }) {
  return (
    <div role="status" className="space-y-3 py-1">
      <span className="sr-only">{label}</span>
      {lengths.slice(0, lines).map((length) => (
        <div key={length} aria-hidden="true" className={`skeleton h-4 ${length}`} />
      ))}
    </div>
  );
}
