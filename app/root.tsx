import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLocation,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { may } from './domain/identity/permissions';
import { enter } from './http/enter.server';
import { headingFace } from './http/heading-face.server';
import { schemeIn } from './http/scheme.server';
import { useI18n } from './i18n/react';
import { useCatalogueOf } from './ui/layout/catalogue';
import { ChineseFaces } from './ui/layout/chinese-faces';
import { ErrorPage } from './ui/layout/error-page';
import { Footer } from './ui/layout/footer';
import { Header } from './ui/layout/header';
import { useNonce } from './ui/layout/nonce';
import { papers } from './ui/layout/schemes';
import { OfflineLine } from './ui/offline/offline-line';
import { NavigationLine } from './ui/primitives/loading';
import { ToastProvider } from './ui/primitives/toast';
import './ui/styles.css';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, db, locale, timeZone, url, m, request } = await enter(args, 'anyone');
  // `/my/` is `/my`: one address for one page.
  if (url.pathname.length > 1 && url.pathname.endsWith('/'))
    // Without its slashes at the start as well: `//evil.example` would be another site.
    throw redirect(`/${url.pathname.replace(/^\/+|\/+$/g, '')}${url.search}`, 308);
  const { notFound, forbidden, gone, tooMany, failed } = m.common.page;
  return {
    locale,
    timeZone,
    /** The rules of the Chinese heading face; null for who reads another language. */
    face: locale === 'zh-Hans' ? headingFace(db).version : null,
    scheme: schemeIn(request.headers.get('cookie')),
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
  const scheme = loaded?.scheme ?? 'system';
  const chosen = scheme === 'system' ? undefined : scheme;
  return (
    <html lang={locale} data-time-zone={loaded?.timeZone} data-scheme={chosen}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={chosen ?? 'light dark'} />
        {chosen ? (
          <meta name="theme-color" content={papers[chosen]} />
        ) : (
          <>
            <meta name="theme-color" media="(prefers-color-scheme: light)" content={papers.light} />
            <meta name="theme-color" media="(prefers-color-scheme: dark)" content={papers.dark} />
          </>
        )}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/icon-192.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <Meta />
        <Links />
        {loaded?.face && <ChineseFaces version={loaded.face} />}
      </head>
      <body>
        <a className="skip" href="#main">
          {m.common.skip}
        </a>
        <NavigationLine />
        <Header account={loaded?.account ?? null} scheme={scheme} />
        <main id="main" tabIndex={-1}>
          <ToastProvider>{children}</ToastProvider>
        </main>
        <Footer />
        <OfflineLine />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** What was written in place changes nothing around the page. */
export const shouldRevalidate = ({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formAction?.includes('/reflections/') ? false : defaultShouldRevalidate;

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
