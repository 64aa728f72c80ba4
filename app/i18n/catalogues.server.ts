// All catalogues at once, for the server.
import { en } from './en';
import type { Locale } from './locales';
import type { Messages } from './messages';
import { ms } from './ms';
import { zhHans } from './zh-Hans';

export const catalogues: Record<Locale, Messages> = { en, ms, 'zh-Hans': zhHans };
