import type { AccountActor } from '~/domain/actor';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { listNotes } from './list-notes.server';
import { type MarkdownWords, toMarkdown } from './notes-markdown';

/**
 * All of the actor's own notes, or those of one course, as one Markdown text (CommonMark), in the order of the list. What was
 * quoted and written stands in it word for word, and cannot act as Markdown.
 */
export function exportNotes(
  db: Db,
  actor: AccountActor,
  input: { course?: string | undefined; locale: Locale; words: MarkdownWords },
): string {
  const filter = input.course === undefined ? {} : { course: input.course };
  const { courses } = listNotes(db, actor, { filter, locale: input.locale, page: null });
  return toMarkdown(courses, input.words);
}
