// A private note under a prompt. A plain form; with JavaScript it saves in place, and when the writer moves on.
import { useFetcher } from '@remix-run/react';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { noteLimit, plainLineEnds } from '~/domain/learning/rules';
import { useI18n } from '~/i18n/react';
import { Button } from '~/ui/primitives/button';
import type { LessonReply } from './lesson-data';
import { Rendered } from './rendered';

type Props = {
  id: string;
  /** HTML of the prompt. */
  prompt: string;
  /** The language of the prompt. */
  lang: string;
  action: string;
  digest: string;
  note: string;
  /** How often the note was saved; 0 for never. */
  version: number;
  /** The note is not the one that is saved: it was typed before signing in. */
  typed: boolean;
  /** Whether the page was answered by a plain POST of this form that succeeded. */
  saved: boolean;
  reply: LessonReply | undefined;
  signedIn: boolean;
};

export function ReflectForm(props: Props) {
  const { id, prompt, lang, action, digest, note, version, typed, saved, signedIn } = props;
  const { m, format } = useI18n();
  const fetcher = useFetcher<LessonReply>({ key: `${digest}/${id}` });
  // The field is there only once the page is live: a plain POST goes without it and is answered with a page.
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const reply = ownReply(fetcher.data, id) ?? ownReply(props.reply, id);
  const start = reply?.note ?? note;
  const [length, setLength] = useState(start.length);
  const [dirty, setDirty] = useState(typed || Boolean(reply?.error));
  const busy = fetcher.state !== 'idle';
  const over = length - noteLimit;
  const text = useRef<HTMLTextAreaElement>(null);
  const known = useRef(version);
  const [joined, setJoined] = useState(false);
  useEffect(() => {
    const saved = ownReply(fetcher.data, id);
    if (fetcher.state !== 'idle' || saved?.error !== null || !text.current) return;
    if (saved.version !== null) known.current = saved.version;
    const now = plainLineEnds(text.current.value);
    const next = withOthers(now, saved);
    if (next !== now) {
      text.current.value = next;
      setLength(next.length);
    }
    setJoined(saved.note !== saved.sent);
    setDirty(next !== saved.note);
  }, [fetcher.state, fetcher.data, id]);
  const error = reply?.error ?? null;
  const shownSaved = !dirty && !busy && (reply ? reply.error === null : saved);
  const field = `reflect-${id}`;
  const leave = (event: FocusEvent<HTMLTextAreaElement>) => {
    const form = event.currentTarget.form;
    if (!signedIn || !dirty || over > 0 || !form || form.contains(event.relatedTarget)) return;
    form.requestSubmit();
  };
  return (
    <section
      id={`note-${id}`}
      aria-labelledby={`${field}-label`}
      className="my-10 scroll-mt-6 rounded-card border border-line bg-accent-soft/60 p-5 sm:p-7"
    >
      <Rendered id={`${field}-prompt`} lang={lang} html={prompt} />
      <fetcher.Form
        method="post"
        action={action}
        preventScrollReset
        className="mt-4"
        onSubmit={(event) => {
          const field = event.currentTarget.elements.namedItem('version');
          if (field instanceof HTMLInputElement) field.value = String(known.current);
        }}
      >
        <input type="hidden" name="text" value={digest} />
        <input type="hidden" name="version" defaultValue={version} />
        {live && <input type="hidden" name="inline" value="1" />}
        <label id={`${field}-label`} htmlFor={field} className="mb-1.5 block font-medium">
          {m.learning.reflect.label}
        </label>
        <textarea
          ref={text}
          id={field}
          name="note"
          rows={6}
          defaultValue={start}
          aria-describedby={`${field}-prompt ${field}-hint${error || over > 0 ? ` ${field}-error` : ''}`}
          aria-invalid={error || over > 0 ? true : undefined}
          onChange={(event) => {
            setLength(plainLineEnds(event.currentTarget.value).length);
            setDirty(true);
          }}
          onBlur={leave}
          className="block w-full rounded-card border border-control bg-surface px-3.5 py-2.5 text-ink aria-[invalid=true]:border-danger"
        />
        <p id={`${field}-hint`} className="no-print mt-1.5 text-[0.9375rem] text-muted">
          {m.learning.reflect.hint}
        </p>
        {(error || over > 0) && (
          <p id={`${field}-error`} role="alert" className="mt-1.5 flex gap-2 font-medium text-danger">
            <span aria-hidden="true">▲</span>
            {over > 0
              ? m.learning.reflect.tooLong({ over: format.number(over) })
              : sentenceOf(m.errors, error)}
          </p>
        )}
        <div className="no-print mt-3 flex flex-wrap items-center gap-4">
          <Button tone="quiet">{m.learning.reflect.save}</Button>
          <span role="status" className="text-[0.9375rem] text-muted">
            {busy
              ? m.learning.reflect.saving
              : shownSaved
                ? joined
                  ? m.learning.reflect.merged
                  : m.learning.reflect.saved
                : dirty
                  ? m.learning.reflect.unsaved
                  : ''}
          </span>
        </div>
      </fetcher.Form>
    </section>
  );
}

const ownReply = (reply: LessonReply | undefined, id: string) =>
  reply?.form === 'reflection' && reply.id === id ? reply : undefined;

/** What the field should say after a save: what another device wrote, and what was typed since. */
function withOthers(now: string, { sent, note }: { sent: string; note: string }): string {
  if (note === sent || now === note) return now;
  if (now === sent) return note;
  return note.endsWith(sent) ? note.slice(0, note.length - sent.length) + now : `${note}\n\n${now}`;
}

const sentenceOf = (sentences: Record<string, string>, code: string | null): string =>
  sentences[code ?? ''] ?? '';
