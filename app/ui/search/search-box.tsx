// The search box of the header. A plain form; with JavaScript `/` leads to it and Escape back.
import { Form, Link, useLocation } from '@remix-run/react';
import { useEffect } from 'react';
import { mostCharacters } from '~/domain/search/rules';
import { useI18n } from '~/i18n/react';
import { Icon } from '../primitives/icon';

/**
 * On the search page itself the box is in the page, and larger. Where there is no room for one, a sign leads there: on a narrow
 * window, and always with `sign` (an administrator's places fill the header in the longest language).
 */
export function SearchBox({ sign }: { sign: boolean }) {
  const { m } = useI18n();
  const { pathname, search } = useLocation();
  useSearchKey();
  if (pathname === '/search') return null;
  const language = new URLSearchParams(search).get('lng');
  return (
    <>
      <Form
        method="get"
        action="/search"
        role="search"
        className={`relative mr-1 hidden w-52 min-w-28 shrink ${sign ? '' : 'xl:block'}`}
      >
        {language && <input type="hidden" name="lng" value={language} />}
        <Icon name="search" className="pointer-events-none absolute top-3 left-3 text-muted" />
        <input
          type="search"
          name="q"
          aria-label={m.search.label}
          placeholder={m.search.label}
          aria-keyshortcuts="/"
          maxLength={mostCharacters}
          autoComplete="off"
          enterKeyHint="search"
          className="peer block min-h-11 w-full rounded-card border border-control bg-surface py-2 pr-3 pl-10 placeholder:text-muted"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-2.5 right-2.5 hidden size-6 place-content-center rounded border border-line bg-raised font-sans text-xs text-muted peer-placeholder-shown:grid peer-focus:hidden"
        >
          /
        </span>
      </Form>
      <Link
        to={language ? `/search?lng=${language}` : '/search'}
        state={{ typing: true }}
        aria-label={m.search.label}
        data-search
        className={`grid size-11 place-content-center rounded-card hover:bg-raised ${sign ? '' : 'xl:hidden'}`}
      >
        <Icon name="search" />
      </Link>
    </>
  );
}

/** Where the reader's sheet of keys notes that keys of one letter are off (WCAG 2.2, 2.1.4). */
const keysOff = 'parkbridge:keys';

/** `/` goes to the box that is shown, unless one is typing; Escape goes back to where one was. */
function useSearchKey(): void {
  useEffect(() => {
    let before: Element | null = null;
    const press = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (!(target instanceof HTMLElement)) return;
      if (key === 'Escape' && target.matches(box)) {
        // Browsers would empty the box instead.
        event.preventDefault();
        target.blur();
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
        return;
      }
      if (
        key !== '/' ||
        target.isContentEditable ||
        target.closest('input, textarea, select, dialog, [role="textbox"]')
      )
        return;
      if (isOff()) return;
      const shown = [...document.querySelectorAll<HTMLElement>(`${box}, a[data-search]`)].find(
        (one) => one.checkVisibility?.() ?? true,
      );
      if (!shown) return;
      if (shown instanceof HTMLAnchorElement) {
        event.preventDefault();
        shown.click();
        return;
      }
      event.preventDefault();
      before = document.activeElement;
      shown.focus();
      if (shown instanceof HTMLInputElement) shown.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const box = 'form[role="search"] input[name="q"]';

function isOff(): boolean {
  try {
    return localStorage.getItem(keysOff) === 'off';
  } catch {
    return false;
  }
}
