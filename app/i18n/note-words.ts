// The words of notes within a lesson in one language, fetched with their tools and not before.
import type { noteTools } from './en/note-tools';
import type { Locale } from './locales';
import type { Translated } from './translated';

export type NoteWords = Translated<typeof noteTools>;

const loaders: Record<Locale, () => Promise<NoteWords>> = {
  en: async () => (await import('./en/note-tools')).noteTools,
  ms: async () => (await import('./ms/note-tools')).noteTools,
  'zh-Hans': async () => (await import('./zh-Hans/note-tools')).noteTools,
};

export const loadNoteWords = (locale: Locale): Promise<NoteWords> => loaders[locale]();
