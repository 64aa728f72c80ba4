import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawing';

export function Card({
  children,
  className = '',
  theme,
}: {
  children: ReactNode;
  className?: string;
  theme?: string;
}) {
  return (
    <div data-theme={theme} className={`rounded-card border border-line bg-surface p-card ${className}`}>
      {children}
    </div>
  );
}

/**
 * A page or list that holds nothing yet: a drawing, what will be here, and one way on. `drawing` says what kind of nothing it is;
 * `level`: of its heading.
 */
export function Empty({
  title,
  children,
  action,
  drawing = 'span',
  level = 2,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  drawing?: DrawingName;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="flex flex-col gap-x-10 gap-y-6 border-y border-line py-10 sm:flex-row sm:items-center sm:py-12">
      <Drawing name={drawing} />
      <div className="min-w-0 flex-1">
        <Heading className="text-xl">{title}</Heading>
        {children && <div className="mt-1.5 max-w-prose text-muted">{children}</div>}
        {action && <div className="mt-5">{action}</div>}
      </div>
    </div>
  );
}
