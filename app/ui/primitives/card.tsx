import type { ReactNode } from 'react';

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
    <div data-theme={theme} className={`rounded-card border border-line bg-surface p-5 sm:p-6 ${className}`}>
      {children}
    </div>
  );
}

/** A page or list that holds nothing yet: what will be here, and how to begin. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="rounded-card border border-dashed border-control px-6 py-12 text-center">
      <svg viewBox="0 0 64 32" width="96" height="48" aria-hidden="true" className="mx-auto mb-5 text-accent">
        <path
          d="M6 28C6 12 18 5 32 5s26 7 26 23"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray="1 5"
        />
        <path d="M2 28h60" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <h2 className="text-xl">{title}</h2>
      {children && <div className="mx-auto mt-2 max-w-md text-muted">{children}</div>}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
