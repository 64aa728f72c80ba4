import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes } from 'react';

type Tone = 'main' | 'quiet' | 'danger';

const base =
  'inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-card border px-5 py-2 text-center font-semibold leading-snug no-underline disabled:cursor-default disabled:opacity-60';
const tones: Record<Tone, string> = {
  main: 'border-accent bg-accent text-accent-ink hover:brightness-110',
  quiet: 'border-control bg-surface text-ink hover:bg-raised',
  danger: 'border-danger bg-surface text-danger hover:bg-danger-soft',
};

export function Button({
  tone = 'main',
  className = '',
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { tone?: Tone }) {
  return <button {...rest} type={type} className={`${base} ${tones[tone]} ${className}`} />;
}

export function ButtonLink({ tone = 'main', className = '', ...rest }: LinkProps & { tone?: Tone }) {
  return <Link {...rest} className={`${base} ${tones[tone]} ${className}`} />;
}
