// The words of the reader's tools in one language, fetched with the tools and not before.
import type { readerTools } from './en/reader-tools';
import type { Locale } from './locales';
import type { Translated } from './translated';

export type ReaderWords = Translated<typeof readerTools>;

const loaders: Record<Locale, () => Promise<ReaderWords>> = {
  en: async () => (await import('./en/reader-tools')).readerTools,
  ms: async () => (await import('./ms/reader-tools')).readerTools,
  'zh-Hans': async () => (await import('./zh-Hans/reader-tools')).readerTools,
};

export const loadReaderWords = (locale: Locale): Promise<ReaderWords> => loaders[locale]();
