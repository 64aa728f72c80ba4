// The type every catalogue has, and how a browser loads just the reader's own.
import type { en } from './en';
import type { Locale } from './locales';
import type { Translated } from './translated';

export type Messages = Translated<typeof en>;

const loaders: Record<Locale, () => Promise<Messages>> = {
  en: async () => (await import('./en')).en,
  ms: async () => (await import('./ms')).ms,
  'zh-Hans': async () => (await import('./zh-Hans')).zhHans,
};

/** The catalogue of one language, as a chunk of its own. */
export const loadMessages = (locale: Locale): Promise<Messages> => loaders[locale]();
