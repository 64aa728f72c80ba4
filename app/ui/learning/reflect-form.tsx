// A private note under a prompt. A plain form; with JavaScript it saves in place, and when the writer moves on.
import { useFetcher } from '@remix-run/react';
import { type FocusEvent, useEffect, useState } from 'react';
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
  /** The note is not the one that is saved: it was typed before signing in. */
  typed: boolean;
  /** Whether the page was answered by a plain POST of this form that succeeded. */
  saved: boolean;
  reply: LessonReply | undefined;
  signedIn: boolean;
};

export function ReflectForm(props: Props) {
  const { id, prompt, lang, action, digest, note, typed, saved, signedIn } = props;
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
  useEffect(() => {
    if (fetcher.state === 'idle' && ownReply(fetcher.data, id)?.error === null) setDirty(false);
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
      <fetcher.Form method="post" action={action} preventScrollReset className="mt-4">
        <input type="hidden" name="text" value={digest} />
        {live && <input type="hidden" name="inline" value="1" />}
        <label id={`${field}-label`} htmlFor={field} className="mb-1.5 block font-medium">
          {m.learning.reflect.label}
        </label>
        <textarea
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
                ? m.learning.reflect.saved
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

const sentenceOf = (sentences: Record<string, string>, code: string | null): string =>
  sentences[code ?? ''] ?? '';
