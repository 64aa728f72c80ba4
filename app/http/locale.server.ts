// Which language a request is answered in: ?lng=, then the account's choice, then the cookie, then the browser's.
import { LRUCache } from 'lru-cache';
import type { Actor } from '~/domain/actor';
import { isLocale, type Locale } from '~/i18n/locales';

type Signs = {
  searchParams: URLSearchParams;
  actor: Actor;
  cookie: string | null;
  acceptLanguage: string | null;
};

export function chooseLocale({ searchParams, actor, cookie, acceptLanguage }: Signs): Locale {
  const asked = searchParams.get('lng');
  if (isLocale(asked)) return asked;
  if (actor.kind === 'account') return actor.locale;
  const kept = /(?:^|;\s*)lng=([\w-]+)/.exec(cookie ?? '')?.[1];
  if (isLocale(kept)) return kept;
  return fromBrowser(acceptLanguage);
}

/** The `Set-Cookie` value that remembers a signed-out reader's choice for a year. */
export const localeCookie = (locale: Locale, secure: boolean): string =>
  `lng=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;

/** Browsers send few different headers, and each of them very often. */
const understood = new LRUCache<string, Locale>({ max: 200 });

function fromBrowser(header: string | null): Locale {
  const asked = (header ?? '').slice(0, 500);
  let locale = understood.get(asked);
  if (!locale) {
    locale = negotiate(asked);
    understood.set(asked, locale);
  }
  return locale;
}

/** RFC 9110 §12.5.4: the ranges in order of weight; `zh` in any form is answered with zh-Hans, `id` is close enough to read ms. */
function negotiate(header: string): Locale {
  const ranges = header
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(/\s*;\s*q=/);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { tag, weight } of ranges) {
    if (weight === 0) continue;
    const language = tag.split('-')[0];
    if (language === 'zh') return 'zh-Hans';
    if (language === 'ms' || language === 'id') return 'ms';
    if (language === 'en') return 'en';
  }
  return 'en';
}
