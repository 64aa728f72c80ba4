import { Link } from '@remix-run/react';
import { useI18n } from '~/i18n/react';

export function Footer() {
  const { m } = useI18n();
  return (
    <footer className="no-print mt-part border-t border-line text-sm text-muted">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-2 px-gutter py-8">
        <p>{m.common.footer.about}</p>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            {/* A page of its own: only one loaded as a whole may ask for the camera. */}
            <Link to="/verify" reloadDocument className="link flex min-h-11 items-center">
              {m.common.footer.verify}
            </Link>
          </li>
          <li>
            <Link to="/log" className="link flex min-h-11 items-center">
              {m.common.footer.log}
            </Link>
          </li>
          <li>
            <Link to="/issuer" className="link flex min-h-11 items-center">
              {m.common.footer.issuer}
            </Link>
          </li>
        </ul>
      </div>
    </footer>
  );
}
