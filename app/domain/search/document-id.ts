// What a document's id says by itself, so that thousands of matches are sorted and folded without reading their rows. Pure.
import { type Locale, locales } from '~/i18n/locales';

const kinds = ['course', 'lesson', 'term'] as const;
export type FoundKind = (typeof kinds)[number];

/** `thing`: a number of its own for each course, lesson and term, the same in every language. */
export const idOf = (thing: number, kind: FoundKind, locale: Locale): number =>
  thing * 16 + kinds.indexOf(kind) * 4 + locales.indexOf(locale);

export const thingOf = (id: number): number => Math.floor(id / 16);
export const kindOf = (id: number): FoundKind => kinds[Math.floor(id / 4) % 4] ?? 'lesson';
export const localeOf = (id: number): Locale => locales[id % 4] ?? 'en';
