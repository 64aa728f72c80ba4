// Fetches the reader's tools once somebody reads: at the first touch, key or scroll. Who only looks in pays nothing for them;
// who has them already, from an earlier visit, gets them as soon as the page is idle.
import { type ComponentType, useEffect, useState } from 'react';
import type { Locale } from '~/i18n/locales';
import type { ReaderWords } from '~/i18n/reader-words';
import type { ReaderToolsProps } from '~/ui/reader/reader-tools';
import { fetchToolsBy, isShortcut, keepCommand } from './reader-commands';

type Tools = { Tools: ComponentType<ReaderToolsProps>; words: ReaderWords; locale: Locale };

const haveKey = 'parkbridge:reader';
const signs = ['pointerdown', 'pointermove', 'touchstart', 'wheel', 'scroll', 'focusin'] as const;

export function useReaderTools(locale: Locale): Tools | null {
  const [tools, setTools] = useState<Tools | null>(null);
  const ready = tools?.locale === locale;
  useEffect(() => {
    if (ready) return;
    let gone = false;
    const fetchNow = async () => {
      stop();
      const [{ ReaderTools }, { loadReaderWords }] = await Promise.all([
        import('~/ui/reader/reader-tools'),
        import('~/i18n/reader-words'),
      ]);
      const words = await loadReaderWords(locale);
      if (gone) return;
      setTools({ Tools: ReaderTools, words, locale });
      remember();
    };
    const start = () => {
      fetchNow().catch(() => {
        // Without a connection: the page reads well as it is, and the next sign tries again.
        if (!gone) listen();
      });
    };
    const key = (event: KeyboardEvent) => {
      if (isShortcut(event)) keepCommand({ key: event.key });
      start();
    };
    const listen = () => {
      for (const sign of signs) window.addEventListener(sign, start, { passive: true });
      window.addEventListener('keydown', key);
    };
    const stop = () => {
      for (const sign of signs) window.removeEventListener(sign, start);
      window.removeEventListener('keydown', key);
    };
    const without = fetchToolsBy(start);
    let idle: number | undefined;
    if (tools || window.location.hash || had()) idle = window.setTimeout(start, 200);
    else listen();
    return () => {
      gone = true;
      without();
      window.clearTimeout(idle);
      stop();
    };
  }, [locale, ready, tools]);
  return ready ? tools : null;
}

/** Private windows may refuse storage: then the tools come as on a first visit. */
function had(): boolean {
  try {
    return localStorage.getItem(haveKey) !== null;
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    localStorage.setItem(haveKey, '1');
  } catch {}
}
