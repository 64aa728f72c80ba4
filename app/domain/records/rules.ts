// Pure rules over records, for server and browser alike.
import type { Locale } from '~/i18n/locales';

/** The language to read a person's name in: Chinese where it is written in Chinese, else that of `locale`, or English for Latin letters. */
export function languageOfName(name: string, locale: Locale): Locale {
  if (/\p{Script=Han}/u.test(name)) return 'zh-Hans';
  return locale === 'zh-Hans' ? 'en' : locale;
}
