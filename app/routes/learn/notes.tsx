// All of the reader's own notes in one list, where each can be changed and deleted: with plain forms, answered in place.
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  changeNote,
  listNotes,
  removeAnnotation,
  saveAnnotation,
  saveReflection,
} from '~/domain/learning/index.server';
import { plainLineEnds } from '~/domain/learning/rules';
import {
  changedAnswerSchema,
  changedNoteSchema,
  notesFilterSchema,
  removedNoteSchema,
  restoredNoteSchema,
} from '~/domain/learning/schema';
import { enter } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { submit } from '~/http/submit.server';
import type { NotesReply } from '~/ui/notes/notes-data';
import { NotesPage } from '~/ui/notes/notes-page';
import { dividerOf } from './divider.server';

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, locale, m, url } = await enter(args, 'account');
  const { page, ...filter } = notesFilterSchema.parse(Object.fromEntries(url.searchParams));
  return { title: m.notes.title, filter, ...listNotes(db, actor, { filter, locale, page }) };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await enter(args, 'account');
  const { db, actor, at } = visit;
  const divider = dividerOf(visit);
  const form = await readForm(args.request);
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const id = field('id');
  const about = { id, lesson: field('lesson') };
  const done = await (() => {
    switch (field('intent')) {
      case 'remove':
        return submit(visit, removedNoteSchema, (input): NotesReply => {
          const { course, lesson } = input;
          const removal = removeAnnotation(db, actor, { ...input, at });
          if (!removal.removed) return { ...about, said: 'newer' };
          const { gone } = removal;
          const undo = gone && {
            ...{ intent: 'restore', id, course, lesson, kind: gone.kind, block: String(gone.block) },
            ...{ text: gone.textDigest, quote: gone.quote, quoteStart: String(gone.quoteStart ?? '') },
            note: gone.note,
          };
          return { ...about, said: 'removed', ...(undo && course && lesson ? { undo } : {}) };
        });
      case 'restore':
        return submit(visit, restoredNoteSchema, ({ text, ...input }): NotesReply => {
          saveAnnotation(db, actor, { ...input, textDigest: text, version: 0, divider, at });
          return { ...about, said: 'restored' };
        });
      case 'answer':
        return submit(visit, changedAnswerSchema, ({ id: reflection, text, was, ...input }): NotesReply => {
          const { course, lesson } = input;
          const saved = saveReflection(db, actor, { ...input, reflection, textDigest: text, divider, at });
          if (saved.merged) return { ...about, said: 'merged' };
          if (saved.note !== '') return { ...about, said: 'saved' };
          const again = { intent: 'answer', id: reflection, course, lesson, text };
          const undo = { ...again, note: was, was: '', version: String(saved.version) };
          return { ...about, said: 'removed', ...(was === '' ? {} : { undo }) };
        });
      default:
        return submit(visit, changedNoteSchema, (input): NotesReply => {
          const saved = changeNote(db, actor, { ...input, divider, at });
          return { ...about, said: saved.merged ? 'merged' : 'saved' };
        });
    }
  })();
  if (done.ok) return data(done.value);
  const codes = Object.values(done.reply.data.error ?? {}).flatMap((each) => each ?? []);
  const note = plainLineEnds(field('note'));
  const refused: NotesReply = { ...about, said: 'refused', error: codes[0] ?? 'form-damaged', note };
  return data(refused, done.reply.init ?? undefined);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Notes() {
  return <NotesPage data={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
