// Notes as Markdown that says what was written and nothing else. Pure.
import type { NotedAnswer, NotedCourse, NotedMark } from './list-notes.server';
import { type AnnotationKind, quoteShown } from './rules';

export type MarkdownWords = {
  title: string;
  /** When and from where, under the title. */
  lead: string;
  empty: string;
  kinds: Record<AnnotationKind | 'answer', string>;
  /** A lesson that the newest edition has no more. */
  formerly: string;
  paragraph(v: { number: number }): string;
  date(at: number): string;
  /** The whole address of a lesson, at a place in it. */
  link(course: string, lesson: string, hash: string): string;
};

export function toMarkdown(courses: readonly NotedCourse[], words: MarkdownWords): string {
  const parts = [`# ${line(words.title)}`, line(words.lead)];
  if (courses.length === 0) parts.push(line(words.empty));
  for (const course of courses) {
    parts.push(`## ${line(course.title)}`);
    for (const lesson of course.lessons) {
      parts.push(`### ${line(lesson.title)}${lesson.current ? '' : ` (${line(words.formerly)})`}`);
      for (const note of lesson.notes) {
        const hash = note.type === 'mark' ? `b${note.block}` : `note-${note.id}`;
        const link = lesson.current ? words.link(course.slug, lesson.slug, hash) : null;
        parts.push(...partsOf(note, words, link));
      }
    }
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function partsOf(note: NotedMark | NotedAnswer, words: MarkdownWords, link: string | null): string[] {
  const quoted = note.type === 'mark' ? quoteShown(note) : note.prompt;
  const kind = words.kinds[note.type === 'mark' ? note.kind : 'answer'];
  const place = note.type === 'mark' ? words.paragraph({ number: note.block }) : '';
  const named = place === '' ? line(kind) : `${line(kind)} · ${line(place)}`;
  const about = link === null ? named : `[${named}](<${link}>)`;
  const meta = `*${about} · ${line(words.date(note.updatedAt))}*`;
  return [meta, quoted.trim() === '' ? '' : quote(quoted), plain(note.note)];
}

/** Several lines as a quotation. */
const quote = (text: string): string =>
  plain(text)
    .split('\n')
    .map((each) => (each === '' ? '>' : `> ${each}`))
    .join('\n');

/** One line, where Markdown allows no more: a heading, a link. */
const line = (text: string): string => escapeLine(text.replace(/\s+/g, ' ').trim());

/** Lines and paragraphs as they were written: two spaces end a line within a paragraph. */
function plain(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, '\n')
    .split('\n')
    .map((each) => escapeLine(each.trimEnd()));
  return lines
    .map((each, index) => (each !== '' && lines[index + 1] ? `${each}  ` : each))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** CommonMark 0.31 §2.4, with what GFM adds; only what could mean anything, so that the text stays readable as it is. */
const escapeLine = (text: string): string =>
  text
    // What no text has: it would be replaced.
    .replaceAll('\0', '')
    .replace(/[\\`*_[\]<>|~$&]/g, '\\$&')
    // Spaces at the start would make code of it.
    .replace(/^[ \t\u3000]+/, (indent) => indent.replace(/\t/g, '    ').replace(/ /g, '\u00a0'))
    // Headings, lists, lines under headings and rules.
    .replace(/^(#{1,6}|[-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
