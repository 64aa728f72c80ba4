// The marks of the lesson that is open, as the reader sees them: what the server has, and what it does not have yet on top of that.
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Locale } from '~/i18n/locales';
import { type Draft, type Drafts, openDrafts } from './drafts';
import { loadMarks, type Mark, useMarks } from './marks';

export type Told = { id: string; what: 'merged' | 'newer' };

type Text = { course: string; lesson: string; digest: string; textLocale: Locale };
export type NewMark = Pick<Mark, 'kind' | 'block' | 'quote' | 'quoteStart'>;

const none: ReadonlyMap<string, Draft> = new Map();

export function useLessonMarks({ course, lesson, digest, textLocale }: Text) {
  const data = useMarks(course, lesson);
  const [told, setTold] = useState<Told | null>(null);
  const [drafts, setDrafts] = useState<Drafts | null>(null);
  const [listeners] = useState(() => new Set<() => void>());
  useEffect(() => {
    const opened = openDrafts(
      { course, lesson },
      {
        change: () => {
          for (const listener of listeners) listener();
        },
        merged: (id) => setTold({ id, what: 'merged' }),
        newer: (id) => setTold({ id, what: 'newer' }),
      },
    );
    setDrafts(opened);
    // After the marks: they say whose drafts these are.
    void loadMarks(course, lesson).then(() => opened.takeUp());
    const again = () => {
      if (document.visibilityState === 'visible') void loadMarks(course, lesson, 5000);
    };
    // Another device may have written in the meantime.
    document.addEventListener('visibilitychange', again);
    window.addEventListener('focus', again);
    return () => {
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('focus', again);
      opened.close();
    };
  }, [course, lesson, listeners]);
  const subscribe = useCallback(
    (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [listeners],
  );
  const pending = useSyncExternalStore(
    subscribe,
    () => drafts?.now() ?? none,
    () => none,
  );
  const marks = useMemo(() => {
    const all = new Map((data?.annotations ?? []).map((mark) => [mark.id, mark]));
    for (const [id, { mark, remove }] of pending) {
      if (remove) all.delete(id);
      else all.set(id, mark);
    }
    return [...all.values()].sort(
      (a, b) => a.block - b.block || (a.quoteStart ?? -1) - (b.quoteStart ?? -1) || a.createdAt - b.createdAt,
    );
  }, [data, pending]);
  const add = (fresh: NewMark): Mark => {
    const at = Date.now();
    const mark: Mark = {
      ...{ ...fresh, id: crypto.randomUUID(), textDigest: digest, locale: textLocale, note: '' },
      ...{ version: 0, createdAt: at, updatedAt: at },
    };
    if (mark.kind === 'note') drafts?.begin(mark);
    else drafts?.save(mark, true);
    return mark;
  };
  return { marks, pending, drafts, add, told, forgetTold: () => setTold(null) };
}
