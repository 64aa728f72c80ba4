import chineseFaces from '@fontsource-variable/noto-sans-sc/index.css?url';
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { may } from './domain/identity/permissions';
import { enter } from './http/enter.server';
import { useI18n } from './i18n/react';
import { useCatalogueOf } from './ui/layout/catalogue';
import { ErrorPage } from './ui/layout/error-page';
import { Footer } from './ui/layout/footer';
import { Header } from './ui/layout/header';
import { useNonce } from './ui/layout/nonce';
import './ui/styles.css';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale, timeZone, url, m } = await enter(args, 'anyone');
  // `/my/` is `/my`: one address for one page.
  if (url.pathname.length > 1 && url.pathname.endsWith('/'))
    // Without its slashes at the start as well: `//evil.example` would be another site.
    throw redirect(`/${url.pathname.replace(/^\/+|\/+$/g, '')}${url.search}`, 308);
  const { notFound, forbidden, gone, tooMany, failed } = m.common.page;
  return {
    locale,
    timeZone,
    /** The window's title when a page cannot be shown. */
    errorTitles: { 404: notFound, 403: forbidden, 410: gone, 429: tooMany, 500: failed } as Record<
      number,
      string
    >,
    account:
      actor.kind === 'account' ? { name: actor.name, administers: may(actor, 'read:report:own-park') } : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  if (!error) return [{ title: 'Parkbridge' }];
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const said = data?.errorTitles[status] ?? data?.errorTitles[500];
  return [{ title: said ? `${said} · Parkbridge` : 'Parkbridge' }, { name: 'robots', content: 'noindex' }];
};

export function Layout({ children }: { children: ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>('root');
  const { locale, m } = useI18n();
  const nonce = useNonce();
  useCatalogueOf(loaded?.locale, loaded?.timeZone);
  return (
    <html lang={locale} data-time-zone={loaded?.timeZone}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
        {locale === 'zh-Hans' && <link rel="stylesheet" href={chineseFaces} />}
      </head>
      <body>
        <a className="skip" href="#main">
          {m.common.skip}
        </a>
        <Header account={loaded?.account ?? null} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  useFocusOnNavigation();
  return <Outlet />;
}

/** Moves focus to the new page's content, as a full page load would: screen readers go on from there. */
function useFocusOnNavigation() {
  const { pathname, hash } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (!hash) document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname, hash]);
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
