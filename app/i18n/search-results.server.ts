// What the page of results says, in each language.
import { searchResults as en } from './en/search-results';
import type { Locale } from './locales';
import { searchResults as ms } from './ms/search-results';
import type { Translated } from './translated';
import { searchResults as zhHans } from './zh-Hans/search-results';

export const searchResults: Record<Locale, Translated<typeof en>> = { en, ms, 'zh-Hans': zhHans };
