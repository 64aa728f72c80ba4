// One entry of the list of notes: what it was put on, what was written, and forms that unfold to change or delete it.
import { Form, Link, useLocation, useSearchParams } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { noteLimit, plainLineEnds, quoteShown } from '~/domain/learning/rules';
import { useI18n } from '~/i18n/react';
import { lessonPath } from '~/ui/learning/paths';
import { Button } from '~/ui/primitives/button';
import { NoteIcon } from './note-icons';
import { kindOf, type ListedLesson, type ListedNote, type NotesReply } from './notes-data';

type Props = { course: string; lesson: ListedLesson; note: ListedNote; reply: NotesReply | undefined };

const quietButton =
  'inline-flex min-h-11 cursor-pointer items-center rounded-card px-3 text-sm font-medium text-muted hover:bg-raised hover:text-ink';

export function NoteEntry({ course, lesson, note, reply }: Props) {
  const { m, format } = useI18n();
  const text = m.notes;
  const [query] = useSearchParams();
  const lng = query.get('lng');
  const kind = kindOf(note);
  const quoted = note.type === 'mark' ? quoteShown(note) : note.prompt;
  const hash = note.type === 'mark' ? `b${note.block}` : `note-${note.id}`;
  const fixed = note.type === 'answer' && note.textDigest === null;
  const named = quoted || note.note;
  const words = named.length > 60 ? `${named.slice(0, 60)}…` : named;
  return (
    <li id={`entry-${lesson.slug}-${note.id}`} className="scroll-mt-6 py-5">
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <span className="inline-flex items-center gap-1.5 font-semibold text-accent">
          <NoteIcon name={kind} size={18} />
          {text.kinds[kind]}
        </span>
        {note.type === 'mark' && <span>{text.paragraph({ number: note.block })}</span>}
        <span>{text.changedAt({ date: format.date(note.updatedAt) })}</span>
      </p>
      {quoted !== '' && (
        <blockquote
          lang={note.locale}
          className={`mt-2 border-l-2 pl-4 font-serif whitespace-pre-line ${kind === 'highlight' ? 'border-accent text-ink' : 'border-line text-muted'}`}
        >
          {quoted}
        </blockquote>
      )}
      {note.note !== '' && <p className="mt-3 max-w-prose whitespace-pre-wrap">{note.note}</p>}
      {reply && reply.said !== 'removed' && reply.said !== 'restored' && (
        <p
          role={reply.said === 'refused' ? 'alert' : 'status'}
          className={`mt-3 text-sm font-medium ${reply.said === 'saved' ? 'text-positive' : 'text-danger'}`}
        >
          {reply.said === 'refused' ? sentenceOf(m, reply.error) : text[reply.said]}
        </p>
      )}
      <div className="no-print mt-2 -ml-3 flex flex-wrap items-start gap-x-1">
        {lesson.current && (
          <Link to={lessonPath(course, lesson.slug, { lng, hash })} className={`${quietButton} text-accent`}>
            {text.open}
            <span className="sr-only">: {words}</span>
          </Link>
        )}
        {!fixed && (
          <>
            {(note.note !== '' || kind === 'note') && (
              <details
                key={`edit-${note.version}`}
                open={reply?.said === 'refused' || undefined}
                className="open:basis-full"
              >
                <summary className={quietButton}>
                  {text.edit}
                  <span className="sr-only">: {words}</span>
                </summary>
                <EditForm course={course} lesson={lesson.slug} note={note} reply={reply} />
              </details>
            )}
            <details key={`remove-${note.version}`} className="open:basis-full">
              <summary className={quietButton}>
                {text.remove}
                <span className="sr-only">: {words}</span>
              </summary>
              <RemoveForm course={course} lesson={lesson.slug} note={note} />
            </details>
          </>
        )}
      </div>
    </li>
  );
}

function EditForm({ course, lesson, note, reply }: Omit<Props, 'lesson'> & { lesson: string }) {
  const { m, format } = useI18n();
  const { search } = useLocation();
  const typed = reply?.said === 'refused' ? reply.note : undefined;
  const start = typed ?? note.note;
  const [length, setLength] = useState(start.length);
  useEffect(() => setLength(start.length), [start]);
  const over = length - noteLimit;
  const id = `text-${lesson}-${note.id}`;
  return (
    <Form method="post" action={`/my/notes${search}`} preventScrollReset className="mt-2 ml-3">
      <Fields
        course={course}
        lesson={lesson}
        note={note}
        intent={note.type === 'answer' ? 'answer' : 'save'}
      />
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {m.notes.text}
      </label>
      <textarea
        id={id}
        name="note"
        rows={Math.min(12, Math.max(4, start.split('\n').length + 1))}
        defaultValue={start}
        aria-describedby={`${id}-hint`}
        aria-invalid={over > 0 ? true : undefined}
        onChange={(event) => setLength(plainLineEnds(event.currentTarget.value).length)}
        className="block w-full max-w-prose rounded-card border border-control bg-surface px-3.5 py-2.5 text-ink aria-[invalid=true]:border-danger"
      />
      <p
        id={`${id}-hint`}
        role={over > 0 ? 'alert' : undefined}
        className={`mt-1.5 text-sm ${over > 0 ? 'font-medium text-danger' : 'text-muted'}`}
      >
        {over > 0 ? m.learning.reflect.tooLong({ over: format.number(over) }) : m.notes.hint}
      </p>
      <Button tone="quiet" className="mt-3">
        {m.notes.save}
      </Button>
    </Form>
  );
}

function RemoveForm({ course, lesson, note }: { course: string; lesson: string; note: ListedNote }) {
  const { m } = useI18n();
  const { search } = useLocation();
  const answer = note.type === 'answer';
  return (
    <Form
      method="post"
      action={`/my/notes${search}`}
      preventScrollReset
      className="mt-1 ml-3 flex flex-wrap items-center gap-3"
    >
      <Fields course={course} lesson={lesson} note={note} intent={answer ? 'answer' : 'remove'} />
      {answer && <input type="hidden" name="note" value="" />}
      <span>{answer ? m.notes.removeAskAnswer : m.notes.removeAsk}</span>
      <Button tone="danger">{m.notes.removeYes}</Button>
    </Form>
  );
}

function Fields(props: { course: string; lesson: string; note: ListedNote; intent: string }) {
  const { course, lesson, note, intent } = props;
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={note.id} />
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="lesson" value={lesson} />
      <input type="hidden" name="version" value={note.version} />
      {note.type === 'answer' && (
        <>
          <input type="hidden" name="text" value={note.textDigest ?? ''} />
          <input type="hidden" name="was" value={note.note} />
        </>
      )}
    </>
  );
}

const sentenceOf = (
  { errors, fields }: { errors: Record<string, string>; fields: Record<string, string> },
  code: string,
): string => errors[code] ?? fields[code] ?? '';
