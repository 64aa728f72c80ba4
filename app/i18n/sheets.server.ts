// What records say on paper, in every language. Beside the catalogues and not in them, since no browser needs it.
import { sheets as en } from './en/sheets';
import type { Locale } from './locales';
import { sheets as ms } from './ms/sheets';
import type { Translated } from './translated';
import { sheets as zhHans } from './zh-Hans/sheets';

export const sheetWords: Record<Locale, Translated<typeof en>> = { en, ms, 'zh-Hans': zhHans };
