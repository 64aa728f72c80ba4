// What the list of notes is given, and what its forms answer.
import type { AnnotationKind } from '~/domain/learning/rules';
import type { NoteKind, NotesFilter } from '~/domain/learning/schema';
import type { Locale } from '~/i18n/locales';

type Written = { id: string; locale: Locale; note: string; version: number; updatedAt: number };

export type ListedNote =
  | (Written & {
      type: 'mark';
      kind: AnnotationKind;
      block: number;
      quote: string;
      quoteStart: number | null;
    })
  | (Written & {
      type: 'answer';
      prompt: string;
      /** Null when the lesson asks it no more: then it can be read only. */
      textDigest: string | null;
    });

export type ListedLesson = { slug: string; title: string; current: boolean; notes: ListedNote[] };

export type NotesData = {
  title: string;
  filter: NotesFilter;
  courses: { slug: string; title: string; theme: string; lessons: ListedLesson[] }[];
  count: number;
  page: number;
  pages: number;
  choices: { slug: string; title: string }[];
  any: boolean;
};

/** Which note a form spoke of, and what became of it. */
export type NotesReply = { id: string; lesson: string } & (
  | { said: 'saved' | 'merged' | 'newer' | 'restored' }
  /** `undo`: the fields of the form that brings it back. */
  | { said: 'removed'; undo?: Record<string, string> }
  /** `note`: what was typed. */
  | { said: 'refused'; error: string; note: string }
);

export const kindOf = (note: ListedNote): NoteKind => (note.type === 'mark' ? note.kind : 'answer');
