// Which colour scheme a browser's pages are shown in, as its cookie says.
import { isScheme, type Scheme } from '~/ui/layout/schemes';

export function schemeIn(cookie: string | null | undefined): Scheme {
  const kept = /(?:^|;\s*)scheme=([a-z]+)/.exec(cookie ?? '')?.[1];
  return isScheme(kept) ? kept : 'system';
}

/** The `Set-Cookie` value that remembers the choice for a year; `system` needs no cookie. */
export const schemeCookie = (scheme: Scheme, secure: boolean): string =>
  `scheme=${scheme === 'system' ? '' : scheme}; Path=/; Max-Age=${scheme === 'system' ? 0 : 31_536_000}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
