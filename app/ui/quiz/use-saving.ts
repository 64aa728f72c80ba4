// Saves a sitting's answers while they are given: a moment after each change, once more when the page is left, and again when a
// lost connection is back.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Answers, QuizReply } from './quiz-data';

const pause = 900;
const patience = 5000;

export type SavingState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'signed-out';
export type Elsewhere = { version: number; savedAt: number; answers: Answers };

export function useSaving(options: {
  form: RefObject<HTMLFormElement>;
  action: string;
  version: number;
  /** What stands in the form is not what is saved. */
  dirty: boolean;
  enabled: boolean;
}) {
  const { form, action, enabled } = options;
  const [state, setState] = useState<SavingState>(options.dirty ? 'unsaved' : 'saved');
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const version = useRef(options.version);
  const changed = useRef(false);
  const timer = useRef<number>();
  const sending = useRef<Promise<void> | null>(null);
  const stopped = useRef(!enabled);

  const body = useCallback(() => {
    const fields = form.current ? new FormData(form.current) : new FormData();
    fields.set('version', String(version.current));
    return new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  }, [form]);

  const save = useCallback(async (): Promise<void> => {
    window.clearTimeout(timer.current);
    if (stopped.current) return;
    if (sending.current) {
      await sending.current;
      // The form itself may have gone on its way meanwhile.
      if (stopped.current || !changed.current) return;
    }
    changed.current = false;
    setState('saving');
    const later = (failed: SavingState) => {
      changed.current = true;
      setState(failed);
      if (failed === 'failed') timer.current = window.setTimeout(() => void save(), patience);
    };
    sending.current = fetch(action, { method: 'POST', body: body(), redirect: 'manual' })
      .then(async (response) => {
        if (response.type === 'opaqueredirect') return later('signed-out');
        if (response.status >= 500) return later('failed');
        const reply = (await response.json()) as QuizReply;
        if (reply.form === 'quiz') {
          setRefused(reply.error);
          stopped.current = reply.error === 'sitting-over' || reply.error === 'sitting-unknown';
          return setState('unsaved');
        }
        setRefused(null);
        if (reply.answers) {
          const { savedAt, answers } = reply;
          setElsewhere({ version: reply.version, savedAt, answers });
          return setState('unsaved');
        }
        version.current = reply.version;
        if (!changed.current) setState('saved');
      })
      .catch(() => later('failed'))
      .finally(() => {
        sending.current = null;
      });
    await sending.current;
  }, [action, body]);

  /** An answer changed. */
  const touch = useCallback(() => {
    if (stopped.current) return;
    changed.current = true;
    setState('unsaved');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), pause);
  }, [save]);

  useEffect(() => {
    if (!enabled) return;
    const back = () => changed.current && void save();
    const hide = () => document.visibilityState === 'hidden' && changed.current && void save();
    const leave = () => {
      if (changed.current && !stopped.current) navigator.sendBeacon(action, body());
    };
    // From the browser's memory: what was saved since is not known to it.
    const show = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    window.addEventListener('online', back);
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', show);
    return () => {
      window.clearTimeout(timer.current);
      window.removeEventListener('online', back);
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', show);
      leave();
    };
  }, [action, body, enabled, save]);

  return {
    state,
    elsewhere,
    refused,
    touch,
    save,
    /** Nothing more is saved: the form itself is on its way. Resolves once what was under way has arrived. */
    async stop(): Promise<void> {
      window.clearTimeout(timer.current);
      stopped.current = true;
      await sending.current;
    },
    /**
     * Writes into the form which version its answers were made on. Only now: whenever the page is drawn again, React gives a hidden
     * field back the value it began with.
     */
    stamp(): void {
      const field = form.current?.elements.namedItem('version');
      if (field instanceof HTMLInputElement) {
        field.value = String(Math.max(version.current, options.version));
      }
    },
    /** Whether something is under way that a handed-in form must wait for. */
    busy: () => sending.current !== null,
    /** Knowingly, over what was saved elsewhere. */
    async insist(): Promise<void> {
      if (!elsewhere) return;
      version.current = elsewhere.version;
      setElsewhere(null);
      changed.current = true;
      await save();
    },
  };
}
