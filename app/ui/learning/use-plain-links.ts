// Makes the plain links inside an element go through the router: a lesson's text is HTML, and its links are no components.
import { useNavigate } from '@remix-run/react';
import { type RefObject, useEffect } from 'react';

const ours = /^\/(courses|my)(\/|$)/;

/** The address a click should lead to within the site, or null where it is the browser's to follow. */
function followed(event: MouseEvent, here: Location): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return null;
  const url = new URL(link.href, here.href);
  if (url.origin !== here.origin || !ours.test(url.pathname)) return null;
  // A heading of this very page.
  if (url.hash && url.pathname === here.pathname && url.search === here.search) return null;
  return url.pathname + url.search + url.hash;
}

export function usePlainLinks(element: RefObject<HTMLElement>): void {
  const navigate = useNavigate();
  useEffect(() => {
    const found = element.current;
    const follow = (event: MouseEvent) => {
      const to = followed(event, window.location);
      if (to === null) return;
      event.preventDefault();
      navigate(to);
    };
    found?.addEventListener('click', follow);
    return () => found?.removeEventListener('click', follow);
  }, [element, navigate]);
}
