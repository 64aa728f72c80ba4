import { Link } from '@remix-run/react';

/** A line with a link that is easy to hit, such as “No account yet? Sign up”. */
export function WayOn({ before, to, children }: { before?: string; to: string; children: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted">
      {before && <span>{before}</span>}
      <Link to={to} className="link inline-flex min-h-11 items-center">
        {children}
      </Link>
    </p>
  );
}
