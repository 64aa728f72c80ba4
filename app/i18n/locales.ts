// The platform's languages. Equals: the order is only that of the language menu.
export const locales = ['en', 'ms', 'zh-Hans'] as const;
export type Locale = (typeof locales)[number];

/** Each language's name in itself. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  ms: 'Bahasa Melayu',
  'zh-Hans': '简体中文',
};

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);
