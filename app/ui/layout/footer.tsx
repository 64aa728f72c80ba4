import { Link } from '@remix-run/react';
import { useI18n } from '~/i18n/react';

export function Footer() {
  const { m } = useI18n();
  return (
    <footer className="no-print mt-part border-t border-line text-sm text-muted">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-2 px-gutter py-8">
        <p>{m.common.footer.about}</p>
        <Link to="/issuer" className="link flex min-h-11 items-center">
          {m.common.footer.issuer}
        </Link>
      </div>
    </footer>
  );
}
