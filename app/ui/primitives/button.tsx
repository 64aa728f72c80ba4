import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes } from 'react';

/** main: the one thing to do here; quiet: beside it; danger: what cannot be undone; plain: within a line of tools. */
type Tone = 'main' | 'quiet' | 'danger' | 'plain';

const base =
  'inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-card border px-5 py-2 text-center font-semibold leading-snug no-underline disabled:cursor-default disabled:opacity-60 aria-busy:cursor-progress';
const tones: Record<Tone, string> = {
  main: 'border-accent bg-accent text-accent-ink hover:brightness-110',
  quiet: 'border-control bg-surface text-ink hover:bg-raised',
  danger: 'border-danger bg-surface text-danger hover:bg-danger-soft',
  plain: 'border-transparent px-3 text-accent hover:bg-raised',
};

/** `busy`: what it does is under way; a second press does nothing. */
export function Button({
  tone = 'main',
  className = '',
  type = 'submit',
  busy = false,
  children,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { tone?: Tone; busy?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      disabled={busy || rest.disabled}
      className={`${base} ${tones[tone]} ${className}`}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

export function ButtonLink({ tone = 'main', className = '', ...rest }: LinkProps & { tone?: Tone }) {
  return <Link {...rest} className={`${base} ${tones[tone]} ${className}`} />;
}

function Spinner() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" className="motion-safe:animate-spin">
      <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.3" />
      <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
